import { describe, expect, it } from "vitest";
import { step } from "../shared/machine.ts";
import { DEMAND_STATE_LABELS } from "./demand.labels.ts";
import { DEMAND_MOVES, type DemandEvent, type DemandState } from "./demand.machine.ts";

// Written by hand; "." must refuse.
const EXPECTED = `
          publish   amend     close  lapse  withhold release   releaseClosed seal
DRAFT     PUBLISHED .         CLOSED .      .        .         .             .
PUBLISHED .         PUBLISHED CLOSED CLOSED WITHHELD .         .             .
CLOSED    PUBLISHED .         .      .      WITHHELD .         .             .
WITHHELD  .         .         .      .      .        PUBLISHED CLOSED        SEALED
SEALED    .         .         .      .      .        .         .             .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));

describe("D1 demand: states and events", () => {
  it.each(CELLS)("D1 demand: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(DEMAND_MOVES, from as DemandState, event as DemandEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("D1 demand: matrix, labels and table name the same states and events", () => {
    const states = new Set<string>(DEMAND_MOVES.flatMap(([from, , , to]) => [from, to]));
    expect(new Set(ROWS.map(([from]) => from))).toEqual(states);
    expect(new Set(Object.keys(DEMAND_STATE_LABELS))).toEqual(states);
    expect(new Set(EVENTS)).toEqual(new Set(DEMAND_MOVES.map(([, event]) => event)));
  });
});
