import { describe, expect, it } from "vitest";
import { step } from "../shared/machine.ts";
import { RESULT_STATE_LABELS } from "./result.labels.ts";
import { RESULT_MOVES, type ResultEvent, type ResultState } from "./result.machine.ts";

// Written by hand; "." must refuse.
const EXPECTED = `
          publish   withdraw  withhold release   releaseWithdrawn seal
DRAFT     PUBLISHED WITHDRAWN .        .         .                .
PUBLISHED PUBLISHED WITHDRAWN WITHHELD .         .                .
WITHDRAWN PUBLISHED .         WITHHELD .         .                .
WITHHELD  .         .         .        PUBLISHED WITHDRAWN        SEALED
SEALED    .         .         .        .         .                .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));

describe("R1 result: states and events", () => {
  it.each(CELLS)("R1 result: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(RESULT_MOVES, from as ResultState, event as ResultEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("R1 result: matrix, labels and table name the same states", () => {
    const states = new Set<string>(RESULT_MOVES.flatMap(([from, , , to]) => [from, to]));
    expect(new Set(ROWS.map(([from]) => from))).toEqual(states);
    expect(new Set(Object.keys(RESULT_STATE_LABELS))).toEqual(states);
    expect(new Set(EVENTS)).toEqual(new Set(RESULT_MOVES.map(([, event]) => event)));
  });
});
