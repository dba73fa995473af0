import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** A technology manager's mandate (技术经理人委托): asked for by one side, answered by the other. 民法典 961; institutions and managers §2.4. */
export const MANDATE_MOVES = [
  // from        event       by          to
  ["REQUESTED",  "accept",   "other",    "ACTIVE"],
  ["REQUESTED",  "decline",  "other",    "DECLINED"],
  ["REQUESTED",  "withdraw", "asker",    "WITHDRAWN"],
  ["ACTIVE",     "end",      "either",   "ENDED"],
  ["ACTIVE",     "expire",   "clock",    "EXPIRED"],
] as const satisfies readonly Move[];

export type MandateState = StateOf<typeof MANDATE_MOVES>;
export type MandateEvent = EventOf<typeof MANDATE_MOVES>;
