import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** Life of a technology demand (技术需求). */
export const DEMAND_MOVES = [
  // from        event      by       to
  ["DRAFT",     "publish", "owner", "PUBLISHED"],
  ["DRAFT",     "close",   "owner", "CLOSED"],
  ["PUBLISHED", "amend",   "owner", "PUBLISHED"],
  ["PUBLISHED", "close",   "owner", "CLOSED"],
  ["PUBLISHED", "lapse",   "clock", "CLOSED"], // the deadline is over
  ["CLOSED",    "publish", "owner", "PUBLISHED"],
  ["PUBLISHED", "withhold", "reporter", "WITHHELD"], // suspected secrecy: at once, without a question
  ["CLOSED",    "withhold", "reporter", "WITHHELD"], // one that has ended is still public
  ["WITHHELD",  "release", "officer", "PUBLISHED"],
  ["WITHHELD",  "releaseClosed", "officer", "CLOSED"],
  ["WITHHELD",  "seal",    "officer", "SEALED"],
] as const satisfies readonly Move[];

export type DemandState = StateOf<typeof DEMAND_MOVES>;
export type DemandEvent = EventOf<typeof DEMAND_MOVES>;
