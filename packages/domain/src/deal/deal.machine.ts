import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** A deal (成交) from award to payment. Trading §2.3 and §7. Who signs last is decided by `whenSigned`. */
export const DEAL_MOVES = [
  // from         event             by         to
  ["AWARDED",     "draftContract",  "seller",  "CONTRACTING"],
  ["CONTRACTING", "redraft",        "seller",  "CONTRACTING"], // before anyone has signed
  ["CONTRACTING", "signByParty",    "party",   "CONTRACTING"],
  ["CONTRACTING", "signByLast",     "party",   "SIGNED"],
  ["SIGNED",      "openSettlement", "clock",   "SETTLING"],
  ["SETTLING",    "settle",         "clock",   "SETTLED"],
  ["AWARDED",     "default",        "operator", "DEFAULTED"],
  ["CONTRACTING", "default",        "operator", "DEFAULTED"],
  ["SETTLING",    "default",        "operator", "DEFAULTED"],
  ["AWARDED",     "annul",          "operator", "ANNULLED"],
  ["CONTRACTING", "annul",          "operator", "ANNULLED"],
  ["SIGNED",      "annul",          "operator", "ANNULLED"],
  ["SETTLING",    "annul",          "operator", "ANNULLED"],
  ["SETTLED",     "annul",          "operator", "ANNULLED"], // by ruling, even after payment: the settlement unwinds
] as const satisfies readonly Move[];

export type DealState = StateOf<typeof DEAL_MOVES>;
export type DealEvent = EventOf<typeof DEAL_MOVES>;
