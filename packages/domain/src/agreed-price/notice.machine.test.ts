import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { NOTICE_STATE_LABELS } from "./notice.labels.ts";
import { NOTICE_MOVES, type NoticeEvent, type NoticeState } from "./notice.machine.ts";

// Written by hand from trading §6.2; "." must refuse.
const EXPECTED = `
          publish restart object   clear   cancel    dismiss uphold    returnToPricing use  expire  withhold takeOut
PREPARED  RUNNING .       .        .       CANCELLED .       .         .               .    .       .        CANCELLED
RUNNING   .       RUNNING OBJECTED CLEARED CANCELLED .       .         .               .    .       OBJECTED CANCELLED
OBJECTED  .       .       OBJECTED .       .         RUNNING CANCELLED PREPARED        .    .       .        CANCELLED
CLEARED   .       .       .        .       CANCELLED .       .         .               USED EXPIRED .        CANCELLED
USED      .       .       .        .       .         .       .         .               .    .       .        .
EXPIRED   .       .       .        .       .         .       .         .               .    .       .        .
CANCELLED .       .       .        .       .         .       .         .               .    .       .        .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));
const STATES = new Set<string>(NOTICE_MOVES.flatMap(([from, , , to]) => [from, to]));

describe("T3 notice: states and events", () => {
  it.each(CELLS)("T3 notice: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(NOTICE_MOVES, from as NoticeState, event as NoticeEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("T3 notice: matrix, labels and table name the same states and events", () => {
    expect(new Set(ROWS.map(([from]) => from))).toEqual(STATES);
    expect(new Set(EVENTS)).toEqual(new Set(NOTICE_MOVES.map(([, event]) => event)));
    expect(new Set(Object.keys(NOTICE_STATE_LABELS))).toEqual(STATES);
    expect(new Set(finalStates(NOTICE_MOVES))).toEqual(new Set(["USED", "EXPIRED", "CANCELLED"]));
  });
});
