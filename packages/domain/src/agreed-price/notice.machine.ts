import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/**
 * The public notice (公示) of an agreed price (协议定价). Trading §6.2. RESTARTED of the note is RUNNING again from day 0. A notice
 * whose contract deviates, or whose validity ends, is not mended: a new notice is made.
 */
export const NOTICE_MOVES = [
  // from       event             by          to
  ["PREPARED",  "publish",        "seller",   "RUNNING"],
  ["PREPARED",  "cancel",         "seller",   "CANCELLED"],
  ["RUNNING",   "restart",        "seller",   "RUNNING"], // price, buyer, mode or result changed
  ["RUNNING",   "object",         "anyone",   "OBJECTED"], // the clock stops
  ["RUNNING",   "withhold",       "reporter", "OBJECTED"], // suspected secrecy stops the clock as an objection does
  ["RUNNING",   "cancel",         "seller",   "CANCELLED"],
  ["RUNNING",   "clear",          "clock",    "CLEARED"],
  ["OBJECTED",  "object",         "anyone",   "OBJECTED"], // one more objection
  ["OBJECTED",  "dismiss",        "reviewer", "RUNNING"], // the last open one unfounded or settled, ruling published
  ["OBJECTED",  "uphold",         "reviewer", "CANCELLED"],
  ["OBJECTED",  "returnToPricing","reviewer", "PREPARED"],
  ["CLEARED",   "use",            "seller",   "USED"],
  ["CLEARED",   "cancel",         "seller",   "CANCELLED"],
  ["PREPARED",  "takeOut",        "officer",  "CANCELLED"], // what was to be sold proved a secret
  ["RUNNING",   "takeOut",        "officer",  "CANCELLED"],
  ["OBJECTED",  "takeOut",        "officer",  "CANCELLED"],
  ["CLEARED",   "takeOut",        "officer",  "CANCELLED"],
  ["CLEARED",   "expire",         "clock",    "EXPIRED"],
] as const satisfies readonly Move[];

export type NoticeState = StateOf<typeof NOTICE_MOVES>;
export type NoticeEvent = EventOf<typeof NOTICE_MOVES>;
