import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/**
 * A bidder's deposit (保证金). Trading §4.2. CANCELLED is a request that was never paid. FORFEITED cannot become REFUNDED:
 * the two exclude each other (§4.3.2), so a decision annulled later is put right by a claim, not by this table. Money that arrives
 * late, short or from a wrong payer never becomes a deposit: it is refunded as a receipt of its own (`PaymentRefund`), and the
 * request stays open until its deadline, so that a slip at the bank does not cost a bidder the lot. A deposit that counted towards
 * the price of a deal which then fails is a locked deposit again, and ends as one: refunded or forfeited.
 */
export const DEPOSIT_MOVES = [
  // from       event         by          to
  ["REQUESTED", "receive",    "bank",     "HELD"],
  ["REQUESTED", "cancel",     "clock",    "CANCELLED"],
  ["HELD",      "lock",       "clock",    "LOCKED"], // bidding opens, or the sole buyer is held to his offer
  ["HELD",      "withdraw",   "bidder",   "REFUNDING"],
  ["HELD",      "release",    "clock",    "REFUNDING"], // listing terminated or annulled, not the bidder's fault
  ["LOCKED",    "lose",       "clock",    "REFUNDING"],
  ["LOCKED",    "standBy",    "clock",    "STANDBY"],
  ["LOCKED",    "apply",      "clock",    "APPLIED"], // counts towards the price, Court-Online 23
  ["APPLIED",   "takeBack",   "clock",    "LOCKED"], // the deal failed after signing: no price is left for it to count towards
  ["LOCKED",    "forfeit",    "operator", "FORFEITED"],
  ["LOCKED",    "release",    "clock",    "REFUNDING"],
  ["STANDBY",   "stepDown",   "clock",    "REFUNDING"], // winner signed, stand-by expired, or the bidder left
  ["STANDBY",   "promote",    "operator", "LOCKED"], // the reserve bidder takes the winner's place
  ["STANDBY",   "forfeit",    "operator", "FORFEITED"],
  ["STANDBY",   "release",    "clock",    "REFUNDING"],
  ["FORFEITED", "distribute", "operator", "DISTRIBUTED"],
  ["REFUNDING", "refund",     "bank",     "REFUNDED"],
] as const satisfies readonly Move[];

export type DepositState = StateOf<typeof DEPOSIT_MOVES>;
export type DepositEvent = EventOf<typeof DEPOSIT_MOVES>;
