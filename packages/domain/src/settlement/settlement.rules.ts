import { addWorkingDays, type WorkingCalendar } from "../shared/calendar.ts";
import { daysBetween, dayOf, endOfDay, type Day } from "../shared/clock.ts";
import { addFen, fen, minFen, shareCeil, shareFloor, subtractFen, ZERO_FEN, type Fen } from "../shared/money.ts";
import type { SettlementEvent } from "./settlement.machine.ts";

/** What differs by venue and year in a settlement. */
export type SettlementParameters = {
  readonly version: string;
  readonly standing: "PROPOSED_DEFAULT" | "VENUE_RULES";
  readonly stateEquityFirstPartBp: number;
  readonly stateEquityYears: number;
  readonly fullPriceWorkingDays: number;
  readonly graceDays: number;
  readonly overdueInterestBpPerYear: number;
  readonly releaseWorkingDays: number;
  /** 拍卖法 56: where nothing was agreed, at most 5 % from each side. */
  readonly statutoryCommissionBp: number;
};

/** Proposed defaults: §7 (first part ≥ 30 %, within one year; five working days; release in three), interest illustrative. */
export const DEFAULT_SETTLEMENT_PARAMETERS: SettlementParameters = {
  version: "default-2025-1",
  standing: "PROPOSED_DEFAULT",
  stateEquityFirstPartBp: 3_000,
  stateEquityYears: 1,
  fullPriceWorkingDays: 5,
  graceDays: 5,
  overdueInterestBpPerYear: 500,
  releaseWorkingDays: 3,
  statutoryCommissionBp: 500,
};

export type Instalment = { readonly dueOn: Day; readonly amountFen: bigint };

export type InstalmentPlan = {
  readonly priceFen: bigint;
  readonly effectiveOn: Day;
  readonly stateEquity: boolean;
  /** The last day for a price paid in one sum; null where nothing prescribes it. */
  readonly oneSumBy: Day | null;
  readonly instalments: readonly Instalment[];
};

export type PlanProblem = "EMPTY" | "AMOUNT_NOT_POSITIVE" | "SUM_DIFFERS" | "DATES_NOT_ASCENDING" | "FIRST_PART_TOO_SMALL" | "ENDS_TOO_LATE" | "ONE_SUM_TOO_LATE";

/** The same date so many years on, for comparison only: 29 February stays as written and sorts before 1 March. */
function yearsAfter(on: Day, years: number): string {
  return `${String(Number(on.slice(0, 4)) + years).padStart(4, "0")}${on.slice(4)}`;
}

/** Everything wrong with a plan of payment. One sum: by the venue's last day for it. State equity: first part ≥ 30 % and the last within one year (§7). */
export function planProblems(plan: InstalmentPlan, parameters: SettlementParameters = DEFAULT_SETTLEMENT_PARAMETERS): PlanProblem[] {
  const [first] = plan.instalments;
  const last = plan.instalments.at(-1);
  if (!first || !last) return ["EMPTY"];
  const problems: PlanProblem[] = [];
  if (plan.instalments.some(({ amountFen }) => amountFen <= 0n)) problems.push("AMOUNT_NOT_POSITIVE");
  if (addFen(...plan.instalments.map(({ amountFen }) => amountFen)) !== plan.priceFen) problems.push("SUM_DIFFERS");
  if (plan.instalments.some(({ dueOn }, i) => i > 0 && dueOn <= plan.instalments[i - 1]!.dueOn)) problems.push("DATES_NOT_ASCENDING");
  if (plan.oneSumBy !== null && plan.instalments.length === 1 && first.dueOn > plan.oneSumBy) problems.push("ONE_SUM_TOO_LATE");
  if (plan.stateEquity && plan.instalments.length > 1) {
    if (first.amountFen < shareCeil(plan.priceFen, parameters.stateEquityFirstPartBp)) problems.push("FIRST_PART_TOO_SMALL");
    if (last.dueOn > yearsAfter(plan.effectiveOn, parameters.stateEquityYears)) problems.push("ENDS_TOO_LATE");
  }
  return problems;
}

/** By when a price is paid in one sum: so many working days after the contract takes effect. */
export function fullPriceDueOn(effectiveOn: Day, calendar: WorkingCalendar, parameters: SettlementParameters = DEFAULT_SETTLEMENT_PARAMETERS): Day {
  return addWorkingDays(calendar, effectiveOn, parameters.fullPriceWorkingDays);
}

export type MoneyFacts = {
  readonly state: "DUE" | "PART" | "BREACH";
  readonly priceFen: bigint;
  readonly receivedFen: bigint;
  readonly incomingFen: bigint;
  /** Due by now and unpaid; 0 when nothing is overdue. The interest on it is owed beside the price. */
  readonly arrearsFen: bigint;
};

export type MoneyVerdict = { readonly event: Extract<SettlementEvent, "receivePart" | "receiveLast" | "cure"> } | { readonly refusal: "OVERPAID" | "NOT_POSITIVE" };

/** §7: Σ ≤ price. What comes beyond the price is not booked as price; it goes back. */
export function judgePayment(facts: MoneyFacts): MoneyVerdict {
  if (facts.incomingFen <= 0n) return { refusal: "NOT_POSITIVE" };
  const total = facts.receivedFen + facts.incomingFen;
  if (total > facts.priceFen) return { refusal: "OVERPAID" };
  if (total === facts.priceFen) return { event: "receiveLast" };
  return { event: facts.state === "BREACH" && facts.incomingFen >= facts.arrearsFen ? "cure" : "receivePart" };
}

/** What was due by the end of `on` and has not come. */
export function arrears(plan: Pick<InstalmentPlan, "instalments">, receivedFen: bigint, on: Day): Fen {
  const due = addFen(...plan.instalments.filter(({ dueOn }) => dueOn < on).map(({ amountFen }) => amountFen));
  return due > receivedFen ? subtractFen(due, receivedFen) : ZERO_FEN;
}

/** Overdue beyond the days of grace. */
export function isInBreach(
  plan: Pick<InstalmentPlan, "instalments">,
  receivedFen: bigint,
  on: Day,
  parameters: SettlementParameters = DEFAULT_SETTLEMENT_PARAMETERS,
): boolean {
  const pastGrace = plan.instalments.filter(({ dueOn }) => daysBetween(dueOn, on) > parameters.graceDays);
  return addFen(...pastGrace.map(({ amountFen }) => amountFen)) > receivedFen;
}

/** Simple interest on arrears, rounded down to the fen. */
export function overdueInterest(arrearsFen: bigint, days: number, parameters: SettlementParameters = DEFAULT_SETTLEMENT_PARAMETERS): Fen {
  return fen((arrearsFen * BigInt(parameters.overdueInterestBpPerYear) * BigInt(days)) / (10_000n * 365n));
}

/**
 * Interest that ran from `from` (or from an instalment's own due day, where that is later) until `on`, on what was due and had not come. Counted anew at
 * every payment, since that changes what is late.
 */
export function accruedInterest(
  plan: Pick<InstalmentPlan, "instalments">,
  facts: { readonly receivedFen: bigint; readonly from: Day | null; readonly on: Day },
  parameters: SettlementParameters = DEFAULT_SETTLEMENT_PARAMETERS,
): Fen {
  let left = facts.receivedFen;
  let interest = 0n;
  for (const { dueOn, amountFen } of plan.instalments) {
    const covered = minFen(left, amountFen);
    left -= covered;
    const since = facts.from !== null && facts.from > dueOn ? facts.from : dueOn;
    if (since < facts.on) interest += overdueInterest(amountFen - covered, daysBetween(since, facts.on), parameters);
  }
  return fen(interest);
}

/** The certificate may be asked for once the whole price, or the first part as agreed, has come. */
export function mayRequestCertificate(facts: { readonly priceFen: bigint; readonly receivedFen: bigint; readonly firstPartFen?: bigint }): boolean {
  return facts.receivedFen >= (facts.firstPartFen ?? facts.priceFen);
}

/** §7: the seller is paid when the right is registered (专利法 10) or the handover record is signed. */
export function releaseRefusal(facts: {
  readonly certificateActive: boolean;
  readonly transferRegistered: boolean;
  readonly handoverSigned: boolean;
}): "NO_CERTIFICATE" | "NOT_HANDED_OVER" | undefined {
  if (!facts.certificateActive) return "NO_CERTIFICATE";
  return facts.transferRegistered || facts.handoverSigned ? undefined : "NOT_HANDED_OVER";
}

/** By when the venue passes the price on: so many working days after it may, which is when the deal is certified and what was sold handed over. */
export function releaseDueAt(releasableAt: Date, calendar: WorkingCalendar, parameters: SettlementParameters = DEFAULT_SETTLEMENT_PARAMETERS): Date {
  return endOfDay(addWorkingDays(calendar, dayOf(releasableAt), parameters.releaseWorkingDays));
}

/** A marginal tariff of fees (收费标准): each band's rate applies to the part of the price inside it. */
export type FeeTariff = {
  readonly version: string;
  readonly bands: readonly { readonly upToFen?: Fen; readonly rateBp: number }[];
  /** The part of the fee that the buyer bears (受让方承担比例); the seller bears the rest. */
  readonly buyerShareBp: number;
};

/** §7: 3 % to 100 万, 2 % to 500 万, 1 % above makes 13 万 on 700 万. Rounded down once per band. */
export function marginalFee(priceFen: bigint, tariff: FeeTariff): Fen {
  let from = 0n;
  let fee = 0n;
  for (const { upToFen, rateBp } of tariff.bands) {
    const to = upToFen === undefined ? priceFen : minFen(priceFen, upToFen);
    if (to > from) {
      fee += shareFloor(to - from, rateBp);
      from = to;
    }
  }
  return fen(fee);
}

/** The bands ascend, only the last is open, and no rate rises: 拍卖法 56 has commission fall as the price rises. */
export function tariffRefusal(tariff: FeeTariff): "BANDS_NOT_ASCENDING" | "LAST_BAND_CLOSED" | "RATE_RISES" | undefined {
  const { bands } = tariff;
  for (const [i, band] of bands.entries()) {
    const previous = bands[i - 1];
    if (previous && (previous.upToFen === undefined || (band.upToFen !== undefined && band.upToFen <= previous.upToFen))) return "BANDS_NOT_ASCENDING";
    if (previous && band.rateBp > previous.rateBp) return "RATE_RISES";
  }
  return bands.at(-1)?.upToFen === undefined && bands.length > 0 ? undefined : "LAST_BAND_CLOSED";
}

/** What each side owes the venue on a price; both together are the fee. */
export type FeeParts = { readonly buyerFen: Fen; readonly sellerFen: Fen };

/**
 * The fee shared between the sides as the tariff says (服务费分担). Where the venue has agreed no tariff with its parties neither side bears more
 * than the statutory 5 % (拍卖法 56); what is cut off falls on nobody.
 */
export function feeParts(
  priceFen: bigint,
  tariff: FeeTariff,
  agreed: boolean,
  parameters: SettlementParameters = DEFAULT_SETTLEMENT_PARAMETERS,
): FeeParts {
  const fee = marginalFee(priceFen, tariff);
  const buyerFen = shareFloor(fee, tariff.buyerShareBp);
  const sellerFen = subtractFen(fee, buyerFen);
  if (agreed) return { buyerFen, sellerFen };
  const ceiling = shareFloor(priceFen, parameters.statutoryCommissionBp);
  return { buyerFen: minFen(buyerFen, ceiling), sellerFen: minFen(sellerFen, ceiling) };
}
