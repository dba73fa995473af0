import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** The distribution (收益分配) of one receipt, or of shares obtained. Rights and income §2.4. */
export const INCOME_SHARE_MOVES = [
  // from       event             by        to
  ["WAITING",  "compute",         "clock",    "COMPUTED"], // money or shares of a certified deal arrived
  ["COMPUTED", "adopt",           "unit",     "NOTICED"],
  ["NOTICED",  "returnForReplan", "reviewer", "COMPUTED"], // an objection was upheld
  ["NOTICED",  "clear",           "clock",    "PAYABLE"],
  ["PAYABLE",  "pay",             "unit",     "PAID"],
  ["WAITING",  "cancel",          "clock",    "CANCELLED"], // the deal failed before anything was paid
  ["COMPUTED", "cancel",          "clock",    "CANCELLED"],
  ["NOTICED",  "cancel",          "clock",    "CANCELLED"],
  ["PAYABLE",  "cancel",          "clock",    "CANCELLED"],
  ["PAID",     "clawBack",        "operator", "CLAWBACK"], // the contract was rescinded, a refund is due
] as const satisfies readonly Move[];

export type IncomeShareState = StateOf<typeof INCOME_SHARE_MOVES>;
export type IncomeShareEvent = EventOf<typeof INCOME_SHARE_MOVES>;
