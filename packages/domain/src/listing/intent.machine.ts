import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/**
 * An intending buyer's registration (意向受让方登记). Trading §2.4. Registering creates the row in REGISTERED. `admit` is the
 * arrival of a good deposit, or follows at once where none is required.
 */
export const INTENT_MOVES = [
  // from        event           by           to
  ["REGISTERED", "completeFiles","buyer",     "CHECKING"],
  ["CHECKING",   "qualify",      "qualifier", "QUALIFIED"],
  ["CHECKING",   "refuse",       "qualifier", "REFUSED"],
  ["QUALIFIED",  "admit",        "clock",     "ADMITTED"], // a bidder number is issued
  ["QUALIFIED",  "drop",         "clock",     "DROPPED"], // the deposit did not arrive in time
  ["ADMITTED",   "askReconfirm", "clock",     "RECONFIRM"], // the terms were amended
  ["RECONFIRM",  "reconfirm",    "buyer",     "ADMITTED"],
  ["REGISTERED", "leave",        "buyer",     "RELEASED"],
  ["CHECKING",   "leave",        "buyer",     "RELEASED"],
  ["QUALIFIED",  "leave",        "buyer",     "RELEASED"],
  ["ADMITTED",   "leave",        "buyer",     "RELEASED"], // before bidding opens, where the announcement allows it
  ["RECONFIRM",  "leave",        "buyer",     "RELEASED"],
  ["REGISTERED", "release",      "clock",     "RELEASED"], // listing withdrawn, terminated or lapsed
  ["CHECKING",   "release",      "clock",     "RELEASED"],
  ["QUALIFIED",  "release",      "clock",     "RELEASED"],
  ["ADMITTED",   "release",      "clock",     "RELEASED"],
  ["RECONFIRM",  "release",      "clock",     "RELEASED"],
  ["ADMITTED",   "lose",         "clock",     "LOST"],
  ["ADMITTED",   "win",          "clock",     "WON"],
  ["LOST",       "winAsReserve", "operator",  "WON"], // §4.4 (b), only if announced beforehand
] as const satisfies readonly Move[];

export type IntentState = StateOf<typeof INTENT_MOVES>;
export type IntentEvent = EventOf<typeof INTENT_MOVES>;
