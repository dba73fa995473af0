import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** How a registered contract is performed (合同履行). Registration and statistics do not follow from it: they change by change registration only. */
export const PERFORMANCE_MOVES = [
  // from        event               by        to
  ["PERFORMING", "deliver",          "seller", "DELIVERED"],
  ["DELIVERED",  "accept",           "buyer",  "ACCEPTED"],
  ["DELIVERED",  "recordAcceptance", "seller", "ACCEPTED"],    // the buyer is not on the platform: by its written acceptance
  ["DELIVERED",  "reject",           "buyer",  "PERFORMING"],  // defects, in words
  ["ACCEPTED",   "complete",         "seller", "COMPLETED"],   // what was agreed has been paid
  ["PERFORMING", "terminate",        "party",  "TERMINATED"],  // rescinded or ended (民法典 562–566)
  ["DELIVERED",  "terminate",        "party",  "TERMINATED"],
  ["ACCEPTED",   "terminate",        "party",  "TERMINATED"],
] as const satisfies readonly Move[];

export type PerformanceState = StateOf<typeof PERFORMANCE_MOVES>;
export type PerformanceEvent = EventOf<typeof PERFORMANCE_MOVES>;

/** A claim that the other side did not perform (违约主张, 民法典 577). */
export const BREACH_MOVES = [
  // from      event       by           to
  ["CLAIMED",  "answer",   "other",     "ANSWERED"],
  ["CLAIMED",  "cure",     "claimant",  "CURED"],      // the claimant says that it was made good
  ["ANSWERED", "cure",     "claimant",  "CURED"],
  ["CLAIMED",  "withdraw", "claimant",  "WITHDRAWN"],
  ["ANSWERED", "withdraw", "claimant",  "WITHDRAWN"],
  ["CLAIMED",  "dispute",  "claimant",  "DISPUTED"],   // taken to court or arbitration
  ["ANSWERED", "dispute",  "claimant",  "DISPUTED"],
] as const satisfies readonly Move[];

export type BreachState = StateOf<typeof BREACH_MOVES>;

/** A royalty reported by its payer (提成申报, 民法典 846). */
export const ROYALTY_MOVES = [
  // from        event       by       to
  ["REPORTED",   "confirm",  "seller", "CONFIRMED"],
  ["REPORTED",   "question", "seller", "QUESTIONED"],  // with what is asked; the books may be seen
  ["QUESTIONED", "correct",  "buyer",  "REPORTED"],
] as const satisfies readonly Move[];

export type RoyaltyState = StateOf<typeof ROYALTY_MOVES>;

/** What a breach is about. */
export const BREACH_KINDS = ["LATE_PAYMENT", "LATE_DELIVERY", "DEFECT", "SECRECY", "OTHER"] as const;
export type BreachKind = (typeof BREACH_KINDS)[number];
