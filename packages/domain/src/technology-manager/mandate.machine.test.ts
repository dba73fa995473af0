import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { MANDATE_STATE_LABELS } from "./mandate.labels.ts";
import { MANDATE_MOVES, type MandateEvent, type MandateState } from "./mandate.machine.ts";

// Written by hand; "." must refuse.
const EXPECTED = `
          accept decline  withdraw  end   expire
REQUESTED ACTIVE DECLINED WITHDRAWN .     .
ACTIVE    .      .        .         ENDED EXPIRED
DECLINED  .      .        .         .     .
WITHDRAWN .      .        .         .     .
ENDED     .      .        .         .     .
EXPIRED   .      .        .         .     .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));
const STATES = new Set<string>(MANDATE_MOVES.flatMap(([from, , , to]) => [from, to]));

describe("P2 mandate: states and events", () => {
  it.each(CELLS)("P2 mandate: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(MANDATE_MOVES, from as MandateState, event as MandateEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("P2 mandate: matrix, labels and table name the same states and events", () => {
    expect(new Set(ROWS.map(([from]) => from))).toEqual(STATES);
    expect(new Set(EVENTS)).toEqual(new Set(MANDATE_MOVES.map(([, event]) => event)));
    expect(new Set(Object.keys(MANDATE_STATE_LABELS))).toEqual(STATES);
    expect(new Set(finalStates(MANDATE_MOVES))).toEqual(new Set(["DECLINED", "WITHDRAWN", "ENDED", "EXPIRED"]));
  });
});
