import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { INTENT_STATE_LABELS } from "./intent.labels.ts";
import { INTENT_MOVES, type IntentEvent, type IntentState } from "./intent.machine.ts";

// Written by hand from trading §2.4; "." must refuse.
const EXPECTED = `
           completeFiles qualify   refuse  admit    drop    askReconfirm reconfirm leave    release  lose win winAsReserve
REGISTERED CHECKING      .         .       .        .       .            .         RELEASED RELEASED .    .   .
CHECKING   .             QUALIFIED REFUSED .        .       .            .         RELEASED RELEASED .    .   .
QUALIFIED  .             .         .       ADMITTED DROPPED .            .         RELEASED RELEASED .    .   .
REFUSED    .             .         .       .        .       .            .         .        .        .    .   .
ADMITTED   .             .         .       .        .       RECONFIRM    .         RELEASED RELEASED LOST WON .
DROPPED    .             .         .       .        .       .            .         .        .        .    .   .
RECONFIRM  .             .         .       .        .       .            ADMITTED  RELEASED RELEASED .    .   .
RELEASED   .             .         .       .        .       .            .         .        .        .    .   .
LOST       .             .         .       .        .       .            .         .        .        .    .   WON
WON        .             .         .       .        .       .            .         .        .        .    .   .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));
const STATES = new Set<string>(INTENT_MOVES.flatMap(([from, , , to]) => [from, to]));

describe("T1 intent: states and events", () => {
  it.each(CELLS)("T1 intent: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(INTENT_MOVES, from as IntentState, event as IntentEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("T1 intent: matrix, labels and table name the same states and events", () => {
    expect(new Set(ROWS.map(([from]) => from))).toEqual(STATES);
    expect(new Set(EVENTS)).toEqual(new Set(INTENT_MOVES.map(([, event]) => event)));
    expect(new Set(Object.keys(INTENT_STATE_LABELS))).toEqual(STATES);
    expect(new Set(finalStates(INTENT_MOVES))).toEqual(new Set(["REFUSED", "DROPPED", "RELEASED", "WON"]));
  });
});
