import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** The cross-border gate (技术出口管理). Rights and income §12.3. What no gate was opened for needs none (NOT_NEEDED there). */
export const EXPORT_GATE_MOVES = [
  // from             event                by            to
  ["CHECK",           "classifyFree",      "two persons", "FREE"],
  ["CHECK",           "classifyRestricted", "two persons", "RESTRICTED"],
  ["CHECK",           "classifyControlled", "two persons", "CONTROLLED"],
  ["CHECK",           "block",             "two persons", "BLOCKED"], // prohibited, or secret
  ["RESTRICTED",      "apply",             "seller",      "PENDING_INTENT"],
  ["PENDING_INTENT",  "letterOfIntent",    "authority",   "MAY_NEGOTIATE"],
  ["MAY_NEGOTIATE",   "sign",              "parties",     "PENDING_LICENCE"],
  ["PENDING_LICENCE", "licence",           "authority",   "CLEARED"], // the contract takes effect on its day
  ["CONTROLLED",      "licence",           "authority",   "CLEARED"], // with the end-user certificate
  ["FREE",            "sign",              "parties",     "REGISTER"],
  ["REGISTER",        "register",          "authority",   "CLEARED"],
  ["FREE",            "block",             "authority",   "BLOCKED"],
  ["RESTRICTED",      "block",             "authority",   "BLOCKED"],
  ["PENDING_INTENT",  "block",             "authority",   "BLOCKED"],
  ["MAY_NEGOTIATE",   "block",             "authority",   "BLOCKED"],
  ["PENDING_LICENCE", "block",             "authority",   "BLOCKED"],
  ["CONTROLLED",      "block",             "authority",   "BLOCKED"],
  ["REGISTER",        "block",             "authority",   "BLOCKED"],
  ["CLEARED",         "changeTerms",       "parties",     "CHECK"],
] as const satisfies readonly Move[];

export type ExportGateState = StateOf<typeof EXPORT_GATE_MOVES>;
export type ExportGateEvent = EventOf<typeof EXPORT_GATE_MOVES>;
