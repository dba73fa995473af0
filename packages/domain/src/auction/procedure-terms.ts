import type { Bidder, BiddingPlan, Lot } from "../listing/index.ts";
import { fen, shareFloor } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import type { ClockForm } from "./auction-clock.rules.ts";
import { descendingPrice } from "./descending.rules.ts";
import { isOpenAscending, type ProcedureTerms } from "./procedure-terms.schema.ts";
import { openingKeysOf } from "./staged/opening-key.ts";

/** What the listing announced of its bidding, as the procedure's own announcement says it. Trading §5.3. */
export async function procedureOf(ctx: Pick<Context, "tx">, listing: Lot): Promise<ProcedureTerms> {
  const { bidding: plan } = listing;
  return {
    format: plan.format,
    termsNo: listing.termsNo,
    legalRegime: plan.legalRegime,
    identityMode: plan.identityMode,
    standby: plan.standby,
    ...(plan.standby === "OFFER_TO_RESERVE" ? { standbyDays: listing.venueRules.bidding.standbyDays } : {}),
    proxy: plan.allowProxy && isOpenAscending(plan.format),
    reserveHash: listing.reserve?.hash ?? null,
    depositFen: String(listing.terms.depositFen),
    viewingDays: plan.viewingDays,
    clock: clockOf(listing),
    ...(hasSealedBids(plan) ? { sealed: sealedOf(plan, await openingKeysOf(ctx.tx, listing.venueId)) } : {}),
    ...(plan.format === "F5" && plan.weights ? { weights: weightsOf(plan.weights) } : {}),
    ...(plan.format === "F6" ? { fall: fallOf(plan, listing) } : {}),
  };
}

function clockOf({ venueRules: { bidding } }: Lot): NonNullable<ProcedureTerms["clock"]> {
  return { pauseSeconds: bidding.pauseSeconds, shortOutageSeconds: bidding.shortOutageSeconds, restartNoticeHours: bidding.restartNoticeHours };
}

function hasSealedBids({ format, fallFollowUp }: BiddingPlan): boolean {
  return format === "F3" || format === "F4" || format === "F5" || (format === "F6" && fallFollowUp === "SEALED_AND_BEST");
}

type SealedTerms = NonNullable<ProcedureTerms["sealed"]>;

function sealedOf({ format, rounds, roundSeconds, revealSeconds }: BiddingPlan, keys: SealedTerms["keys"]): SealedTerms {
  return { rounds: format === "F4" ? rounds : 1, roundSeconds, revealSeconds, keys, ...(keys ? { boxesInLog: true } : {}) };
}

function weightsOf({ priceWeightBp, items, scorers }: NonNullable<BiddingPlan["weights"]>): NonNullable<ProcedureTerms["weights"]> {
  return { priceWeightBp, scorers, items: items.map(({ name, weightBp }, at) => ({ code: `Q${at + 1}`, name, weightBp })) };
}

/** F2 runs in one period; F1 in two, of which the second follows always or only a contest (§5.4). */
export function clockFormOf({ format, limitedTrigger }: BiddingPlan): ClockForm {
  if (format !== "F1") return "ONE_PERIOD";
  return limitedTrigger === "CONTEST" ? "CONTEST" : "TWO_PHASE";
}

const MAX_STEPS = 99;

function fallOf(plan: BiddingPlan, { priceFen }: Pick<Lot, "priceFen">): NonNullable<ProcedureTerms["fall"]> {
  return {
    stepSeconds: plan.fallStepSeconds,
    stepBp: plan.fallStepBp,
    maxSteps: MAX_STEPS,
    floorFen: String(shareFloor(priceFen, plan.fallFloorBp)),
    followUp: plan.fallFollowUp,
    bestSeconds: plan.bestSeconds,
  };
}

/** When the last price that may stand has stood its time. */
export function fallEnd(startsAt: Date, startPriceFen: Lot["priceFen"], { stepSeconds, stepBp, maxSteps, floorFen }: NonNullable<ProcedureTerms["fall"]>): Date {
  let steps = 0;
  while (descendingPrice({ startPriceFen, stepBp, maxSteps, floorFen: fen(BigInt(floorFen)) }, steps) !== undefined) steps += 1;
  return new Date(startsAt.getTime() + steps * stepSeconds * 1_000);
}

/** The recognised ranks, where the announcement lets priority rights be used at all; who has waived his right since has none. */
export function ranksOf({ priorityMode }: BiddingPlan, bidders: readonly Bidder[], waived: ReadonlySet<string>): Record<string, number> {
  if (priorityMode === "NONE") return {};
  return Object.fromEntries(bidders.flatMap(({ bidderNo, buyerId, priorityRank }) => (priorityRank === null || waived.has(buyerId) ? [] : [[bidderNo, priorityRank]])));
}
