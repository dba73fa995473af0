import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** The negotiation room (洽谈室). Nothing is said in it before both principals have signed the non-disclosure agreement. T5. */
export const ROOM_MOVES = [
  // from      event              by           to
  ["INVITED",  "changeAgreement", "principal", "INVITED"], // a new version: everybody signs anew
  ["INVITED",  "open",            "principal", "OPEN"], // the last principal's signature
  ["INVITED",  "close",           "principal", "CLOSED"],
  ["INVITED",  "lapse",           "clock",     "CLOSED"],
  ["OPEN",     "agree",           "principal", "AGREED"], // both accepted one offer
  ["OPEN",     "close",           "principal", "CLOSED"],
  ["OPEN",     "lapse",           "clock",     "CLOSED"],
  ["AGREED",   "carryOn",         "seller",    "CONCLUDED"], // to an agreed-price notice or a deal
  ["AGREED",   "close",           "principal", "CLOSED"],
  ["AGREED",   "lapse",           "clock",     "CLOSED"],
] as const satisfies readonly Move[];

export type RoomState = StateOf<typeof ROOM_MOVES>;
export type RoomEvent = EventOf<typeof ROOM_MOVES>;
