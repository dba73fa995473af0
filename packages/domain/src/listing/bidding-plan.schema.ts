import { z } from "zod";
import { YuanText, YuanTextOrZero } from "../shared/input.ts";

/** F1: free and limited period (自由竞价期 + 限时竞价期) · F2: one period with last-minutes extension (court type). Trading §5.2. */
export const BIDDING_FORMATS = ["F1", "F2"] as const;
export const INCREMENT_MODES = ["AT_LEAST", "MULTIPLE"] as const;
export const PRIORITY_MODES = ["NONE", "IN_HALL", "AFTER"] as const;
/** AUCTION_LAW needs a licensed auction house and notices; VENUE_BIDDING follows the venue's own rules (§5.1, open point). */
export const LEGAL_REGIMES = ["VENUE_BIDDING", "AUCTION_LAW"] as const;
/** What of the winner is made public (§5.11). */
export const IDENTITY_MODES = ["TYPE_AND_REGION", "WINNER_NAMED"] as const;
/** What follows when the winner backs out (§4.4). */
export const STANDBY_MODES = ["RESALE_ONLY", "OFFER_TO_RESERVE"] as const;

const Rung = z.object({ from: YuanTextOrZero, step: YuanText }).transform(({ from, step }) => ({ fromFen: from, stepFen: step }));

/** A ladder to begin with: steps of about 1 % of the price, as trading §5.3 shows it. */
const DEFAULT_LADDER = [
  { from: "0", step: "1000" },
  { from: "100000", step: "5000" },
  { from: "1000000", step: "10000" },
  { from: "5000000", step: "50000" },
];

const HOUR = 3_600;
const DAY = 24 * HOUR;

/**
 * How bidding will run if two or more buyers qualify (trading §5.3): part of the announced terms, never changed but by an amendment.
 * Durations count from the end of the announcement period, as its last day is not known while a listing may be extended.
 */
export const BiddingPlan = z
  .object({
    format: z.enum(BIDDING_FORMATS).default("F1"),
    /** From the end of the announcement period to the start of bidding. */
    startDelaySeconds: z.number().int().min(0).max(60 * DAY).default(DAY),
    freeDurationSeconds: z.number().int().min(60).max(30 * DAY).default(2 * HOUR),
    /** W, 限时. */
    limitedSeconds: z.number().int().min(120).max(600).default(300),
    /** Last possible end, counted from the end of the free period; only if announced. */
    hardStopSeconds: z.number().int().min(600).max(7 * DAY).nullable().default(null),
    /** 加价幅度/阶梯: rungs from 0 upwards. */
    incrementTable: z.array(Rung).min(1).max(10).prefault(DEFAULT_LADDER),
    incrementMode: z.enum(INCREMENT_MODES).default("AT_LEAST"),
    priorityMode: z.enum(PRIORITY_MODES).default("NONE"),
    allowTopUpByLeader: z.boolean().default(false),
    /** Automatic bidding up to a limit that nobody is told; open ascending formats only. */
    allowProxy: z.boolean().default(false),
    /** That a reserve exists is announced; the amount is sealed apart (`listing.set-reserve`). */
    hasReserve: z.boolean().default(false),
    legalRegime: z.enum(LEGAL_REGIMES).default("VENUE_BIDDING"),
    identityMode: z.enum(IDENTITY_MODES).default("TYPE_AND_REGION"),
    standby: z.enum(STANDBY_MODES).default("RESALE_ONLY"),
  })
  .superRefine((plan, ctx) => {
    const complain = (path: (string | number)[], code: string): void => ctx.addIssue({ code: "custom", path, params: { code } });
    const { incrementTable: table } = plan;
    if (table[0]?.fromFen !== 0n) complain(["incrementTable", 0, "from"], "LADDER_NOT_FROM_ZERO");
    table.forEach(({ fromFen }, at) => {
      if (at > 0 && fromFen <= table[at - 1]!.fromFen) complain(["incrementTable", at, "from"], "LADDER_NOT_ASCENDING");
    });
    // Court-Online 20: one online period runs at least 24 hours.
    if (plan.format === "F2" && plan.freeDurationSeconds < DAY) complain(["freeDurationSeconds"], "ONE_PERIOD_TOO_SHORT");
    if (plan.hardStopSeconds !== null && plan.hardStopSeconds < plan.limitedSeconds) complain(["hardStopSeconds"], "HARD_STOP_TOO_EARLY");
  });
export type BiddingPlan = z.infer<typeof BiddingPlan>;
export type BiddingPlanInput = z.input<typeof BiddingPlan>;
