import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** A right to buy first on the same conditions (优先购买权): named, notified, and then exercised, waived or lapsed. 民法典 847, 859, 860; trading §3. */
export const PRIORITY_MOVES = [
  // from      event       by       to
  ["NAMED",    "notify",   "seller", "NOTIFIED"],
  ["NAMED",    "waive",    "holder", "WAIVED"],
  ["NAMED",    "exercise", "holder", "EXERCISED"],
  ["NOTIFIED", "exercise", "holder", "EXERCISED"],
  ["NOTIFIED", "waive",    "holder", "WAIVED"],
  ["NOTIFIED", "lapse",    "clock",  "LAPSED"], // a notified holder who stays away has waived
] as const satisfies readonly Move[];

export type PriorityState = StateOf<typeof PRIORITY_MOVES>;
export type PriorityEvent = EventOf<typeof PRIORITY_MOVES>;
