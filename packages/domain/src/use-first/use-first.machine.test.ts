import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { USE_FIRST_STATE_LABELS } from "./use-first.labels.ts";
import { USE_FIRST_MOVES, type UseFirstEvent, type UseFirstState } from "./use-first.machine.ts";

// Written by hand from rights and income §9; "." must refuse.
const EXPECTED = `
               match   sign  meetTrigger giveUp expire  pay            fallOverdue charge  fail      claim   end
OFFERED        MATCHED .     .           .      .       .              .           .       .         .       .
MATCHED        .       TRIAL .           .      .       .              .           .       CANCELLED .       .
TRIAL          .       .     PAYABLE     EXITED EXPIRED .              .           .       CANCELLED .       .
PAYABLE        .       .     .           .      .       NORMAL_LICENCE BREACH      .       CANCELLED .       .
NORMAL_LICENCE .       .     .           .      .       .              .           PAYABLE CANCELLED .       .
BREACH         .       .     .           .      .       NORMAL_LICENCE .           .       CANCELLED CLAIMED .
CLAIMED        .       .     .           .      .       NORMAL_LICENCE .           .       CANCELLED .       TERMINATED
TERMINATED     .       .     .           .      .       CLEARED        .           .       .         .       .
CLEARED        .       .     .           .      .       .              .           .       .         .       .
EXITED         .       .     .           .      .       .              .           .       .         .       .
EXPIRED        .       .     .           .      .       .              .           .       .         .       .
CANCELLED      .       .     .           .      .       .              .           .       .         .       .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));
const STATES = new Set<string>(USE_FIRST_MOVES.flatMap(([from, , , to]) => [from, to]));

describe("T4 use first: states and events", () => {
  it.each(CELLS)("T4 use first: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(USE_FIRST_MOVES, from as UseFirstState, event as UseFirstEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("T4 use first: matrix, labels and table name the same states and events", () => {
    expect(new Set(ROWS.map(([from]) => from))).toEqual(STATES);
    expect(new Set(EVENTS)).toEqual(new Set(USE_FIRST_MOVES.map(([, event]) => event)));
    expect(new Set(Object.keys(USE_FIRST_STATE_LABELS))).toEqual(STATES);
    expect(new Set(finalStates(USE_FIRST_MOVES))).toEqual(new Set(["EXITED", "EXPIRED", "CANCELLED", "CLEARED"]));
  });
});
