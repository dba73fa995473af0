import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { ROOM_STATE_LABELS } from "./room.labels.ts";
import { ROOM_MOVES, type RoomEvent, type RoomState } from "./room.machine.ts";

// Written by hand; "." must refuse.
const EXPECTED = `
          changeAgreement open agree  carryOn   close  lapse
INVITED   INVITED         OPEN .      .         CLOSED CLOSED
OPEN      .               .    AGREED .         CLOSED CLOSED
AGREED    .               .    .      CONCLUDED CLOSED CLOSED
CONCLUDED .               .    .      .         .      .
CLOSED    .               .    .      .         .      .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));
const STATES = new Set<string>(ROOM_MOVES.flatMap(([from, , , to]) => [from, to]));

describe("T5 negotiation room: states and events", () => {
  it.each(CELLS)("T5 room: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(ROOM_MOVES, from as RoomState, event as RoomEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("T5 room: matrix, labels and table name the same states and events", () => {
    expect(new Set(ROWS.map(([from]) => from))).toEqual(STATES);
    expect(new Set(EVENTS)).toEqual(new Set(ROOM_MOVES.map(([, event]) => event)));
    expect(new Set(Object.keys(ROOM_STATE_LABELS))).toEqual(STATES);
    expect(new Set(finalStates(ROOM_MOVES))).toEqual(new Set(["CONCLUDED", "CLOSED"]));
  });
});
