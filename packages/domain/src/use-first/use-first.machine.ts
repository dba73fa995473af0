import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** Using first and paying later (先使用后付费): what follows for a licence whose fee waits for a trigger. Rights and income §9. */
export const USE_FIRST_MOVES = [
  // from             event          by       to
  ["OFFERED",         "match",       "clock", "MATCHED"], // the firm took the terms: the deal stands, unsigned
  ["MATCHED",         "sign",        "party", "TRIAL"], // by the last signature
  ["MATCHED",         "fail",        "clock", "CANCELLED"],
  ["TRIAL",           "meetTrigger", "party", "PAYABLE"], // evidence accepted by the other side, or the day came
  ["TRIAL",           "giveUp",      "buyer", "EXITED"], // materials returned, secrecy stays; no fee
  ["TRIAL",           "expire",      "clock", "EXPIRED"], // the outer date without a trigger
  ["PAYABLE",         "pay",         "seller", "NORMAL_LICENCE"],
  ["PAYABLE",         "fallOverdue", "clock", "BREACH"], // the licence is suspended
  ["NORMAL_LICENCE",  "charge",      "party", "PAYABLE"], // more was sold since
  ["BREACH",          "pay",         "seller", "NORMAL_LICENCE"], // paid late: the suspension ends
  ["BREACH",          "claim",       "seller", "CLAIMED"], // demanded in writing, with a last term (催告, 民法典 563)
  ["CLAIMED",         "pay",         "seller", "NORMAL_LICENCE"],
  ["CLAIMED",         "end",         "seller", "TERMINATED"], // the last term passed: the licence ends, the claim stays (民法典 566)
  ["TERMINATED",      "pay",         "seller", "CLEARED"],
  ["TRIAL",           "fail",        "clock", "CANCELLED"], // the deal was annulled
  ["PAYABLE",         "fail",        "clock", "CANCELLED"],
  ["NORMAL_LICENCE",  "fail",        "clock", "CANCELLED"],
  ["BREACH",          "fail",        "clock", "CANCELLED"],
  ["CLAIMED",         "fail",        "clock", "CANCELLED"],
] as const satisfies readonly Move[];

export type UseFirstState = StateOf<typeof USE_FIRST_MOVES>;
export type UseFirstEvent = EventOf<typeof USE_FIRST_MOVES>;
