import { z } from "zod";
import { line, prose, YuanText, YuanTextOrZero } from "../shared/input.ts";

/**
 * F1: free and limited period (自由竞价期 + 限时竞价期) · F2: one period with last-minutes extension (court type) · F3: single sealed (一次报价) ·
 * F4: sealed rounds (多轮密封) · F5: weighted (权重报价) · F6: descending (减价). Trading §5.2.
 */
export const BIDDING_FORMATS = ["F1", "F2", "F3", "F4", "F5", "F6"] as const;
/** Whether the limited period always follows the free one, or only a contest in its last hour (§5.4: the land form, Fujian 33). */
export const LIMITED_TRIGGERS = ["ALWAYS", "CONTEST"] as const;
/** What follows the first acceptance of a falling price: nothing, or sealed bids above it and a best bid (§5.9). */
export const FALL_FOLLOW_UPS = ["NONE", "SEALED_AND_BEST"] as const;
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

const Basis = z.number().int().min(0).max(10_000);

/** Price and quality (§5.8): weights in basis points that add up to 10 000; quality is judged by scorers before a price is opened. */
const Weights = z.object({
  priceWeightBp: Basis,
  items: z.array(z.object({ name: line(60), weightBp: Basis })).min(1).max(10),
  scorers: z.number().int().min(1).max(15),
});

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
    limitedTrigger: z.enum(LIMITED_TRIGGERS).default("ALWAYS"),
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
    /** F4: how many rounds; each later one, and one among the tied, lasts as long as `roundSeconds`. */
    rounds: z.number().int().min(2).max(10).default(3),
    roundSeconds: z.number().int().min(60).max(7 * DAY).default(HOUR),
    /** How long sealed bids are laid open after each round. */
    revealSeconds: z.number().int().min(60).max(7 * DAY).default(HOUR),
    weights: Weights.nullable().default(null),
    /** F6: how long a price stands, by how much of the start price it falls, and where it stops. */
    fallStepSeconds: z.number().int().min(10).max(DAY).default(300),
    fallStepBp: z.number().int().min(1).max(2_000).default(100),
    fallFloorBp: z.number().int().min(100).max(9_999).default(9_000),
    fallFollowUp: z.enum(FALL_FOLLOW_UPS).default("NONE"),
    bestSeconds: z.number().int().min(60).max(DAY).default(600),
    /** 展示: for how many days the object and its papers can be looked at before the bidding, and where or by what appointment. */
    viewingDays: z.number().int().min(0).max(60).default(0),
    viewing: prose(500).default(""),
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
    if (plan.limitedTrigger === "CONTEST" && plan.format !== "F1") complain(["limitedTrigger"], "CONTEST_NEEDS_TWO_PERIODS");
    const isAscending = plan.format === "F1" || plan.format === "F2";
    if (plan.allowProxy && !isAscending) complain(["allowProxy"], "PROXY_IN_SEALED");
    if (plan.priorityMode === "IN_HALL" && !isAscending) complain(["priorityMode"], "IN_HALL_NEEDS_OPEN_BIDS");
    if (plan.format === "F5") {
      if (plan.weights === null) complain(["weights"], "WEIGHTS_NEEDED");
      else if (plan.weights.items.reduce((sum, { weightBp }) => sum + weightBp, plan.weights.priceWeightBp) !== 10_000) complain(["weights"], "WEIGHTS_NOT_ONE");
    }
    // §5.9: at most 99 steps.
    if (plan.format === "F6" && (10_000 - plan.fallFloorBp) / plan.fallStepBp > 99) complain(["fallStepBp"], "TOO_MANY_STEPS");
    if (plan.hardStopSeconds !== null && !isAscending) complain(["hardStopSeconds"], "HARD_STOP_NEEDS_OPEN_BIDS");
    if (plan.hardStopSeconds !== null && plan.hardStopSeconds < plan.limitedSeconds) complain(["hardStopSeconds"], "HARD_STOP_TOO_EARLY");
  });
export type BiddingPlan = z.infer<typeof BiddingPlan>;
export type BiddingPlanInput = z.input<typeof BiddingPlan>;
