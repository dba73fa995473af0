import { addNaturalDays, addWorkingDays, type WorkingCalendar } from "../shared/calendar.ts";
import { atHour, dayOf, endOfDay } from "../shared/clock.ts";
import { mayStep } from "../shared/machine.ts";
import { INTENT_MOVES, type IntentEvent, type IntentState } from "./intent.machine.ts";
import type { ListingEvent, ListingState } from "./listing.machine.ts";

/** A decision on qualification is due so many days after the files are complete (comparator: Fujian art. 22, two days). */
export function qualificationDueAt(filesCompleteAt: Date, days: number, calendar: WorkingCalendar): Date {
  return endOfDay(addNaturalDays(calendar, dayOf(filesCompleteAt), days));
}

/**
 * The announced conditions that an intending buyer does not meet. Only what was announced may be asked (§2.4), so findings on
 * anything else are ignored.
 */
export function unmetConditions(announced: readonly string[], found: ReadonlyMap<string, boolean>): string[] {
  return announced.filter((condition) => found.get(condition) !== true);
}

/** Ties that keep a person out of the bidding: Court-Online 34, 拍卖法 22, 23, 30. */
export const BARRING_TIES = [
  "SELLER",
  "VENUE_OR_STAFF",
  "AUCTIONEER",
  "APPRAISER_OR_AGENT",
  "NEAR_RELATIVE",
  "DEFAULTED_ON_THIS_LOT",
] as const;
export type BarringTie = (typeof BARRING_TIES)[number];

/** The state of the cross-border gate as far as bidding asks: rights-and-income §12.3. */
export type ForeignBidderGate = "NOT_NEEDED" | "CLEARED" | "FREE" | "MAY_NEGOTIATE" | "CLOSED";

/** Ties to the seller's side that bar nobody: where such a buyer wins, the result is announced with them (关联, trading §3, §6.2). */
export const INTENT_RELATIONS = ["COMPLETER_INTEREST", "RELATIVE_INTEREST", "DECIDER_INTEREST", "BUYER_FUNDED_PROJECT", "UNIT_HOLDING_COMPANY"] as const;
export type IntentRelation = (typeof INTENT_RELATIONS)[number];

export type IntentFacts = {
  readonly listingState: ListingState;
  readonly realNameVerified: boolean;
  readonly ties: readonly BarringTie[];
  readonly gate: ForeignBidderGate;
  readonly now: Date;
  readonly announcementEndsAt: Date;
};

export type IntentRefusal = "LISTING_NOT_OPEN" | "PERIOD_OVER" | "REAL_NAME_NEEDED" | "DEFAULTED_ON_THIS_LOT" | "BARRED_BY_TIE" | "EXPORT_GATE_CLOSED";

/** Whether an intent may be registered: LISTED, within the period, under a real name, by nobody who may not bid (§9.8, §9.15). */
export function registerRefusal(facts: IntentFacts): IntentRefusal | undefined {
  if (facts.listingState !== "LISTED") return "LISTING_NOT_OPEN";
  if (facts.now >= facts.announcementEndsAt) return "PERIOD_OVER";
  if (!facts.realNameVerified) return "REAL_NAME_NEEDED";
  if (facts.ties.includes("DEFAULTED_ON_THIS_LOT")) return "DEFAULTED_ON_THIS_LOT";
  if (facts.ties.length > 0) return "BARRED_BY_TIE";
  // Bidding is negotiation: for restricted technology the letter of intent comes first (技术进出口管理条例 31–33).
  if (facts.gate === "CLOSED") return "EXPORT_GATE_CLOSED";
  return undefined;
}

/** By when the deposit must have arrived: by bank arrival at close of the listing, or some working days after qualification. */
export type DepositDeadlineRule =
  | { readonly kind: "AT_LISTING_END" }
  | { readonly kind: "AFTER_QUALIFICATION"; readonly workingDays: number };

/** §2.2: the deadline never lies after the end of the announcement period, on which N is counted. */
export function depositDeadline(
  rule: DepositDeadlineRule,
  facts: { readonly announcementEndsAt: Date; readonly qualifiedAt: Date; readonly closingHour: number },
  calendar: WorkingCalendar,
): Date {
  if (rule.kind === "AT_LISTING_END") return facts.announcementEndsAt;
  const after = atHour(addWorkingDays(calendar, dayOf(facts.qualifiedAt), rule.workingDays), facts.closingHour);
  return after < facts.announcementEndsAt ? after : facts.announcementEndsAt;
}

const LISTING_ENDS: ReadonlySet<ListingEvent> = new Set<ListingEvent>(["withdraw", "terminate", "lapse", "annul", "failToSell"]);

/** What becomes of an intent when its listing moves (§2.4): nothing where its own state does not let it. */
export function whenListingMoves(listingEvent: ListingEvent, state: IntentState): Extract<IntentEvent, "askReconfirm" | "release"> | undefined {
  const event = listingEvent === "amend" ? "askReconfirm" : LISTING_ENDS.has(listingEvent) ? "release" : undefined;
  return event && mayStep(INTENT_MOVES, state, event) ? event : undefined;
}
