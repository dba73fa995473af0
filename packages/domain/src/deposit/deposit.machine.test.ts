import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { DEPOSIT_STATE_LABELS } from "./deposit.labels.ts";
import { DEPOSIT_MOVES, type DepositEvent, type DepositState } from "./deposit.machine.ts";

// Written by hand from trading §4.2; "." must refuse.
const EXPECTED = `
            receive cancel    lock   withdraw  release   lose      standBy apply   forfeit   stepDown  promote distribute  refund    takeBack
REQUESTED   HELD    CANCELLED .      .         .         .         .       .       .         .         .       .           .      .
CANCELLED   .       .         .      .         .         .         .       .       .         .         .       .           .      .
HELD        .       .         LOCKED REFUNDING REFUNDING .         .       .       .         .         .       .           .      .
LOCKED      .       .         .      .         REFUNDING REFUNDING STANDBY APPLIED FORFEITED .         .       .           .      .
STANDBY     .       .         .      .         REFUNDING .         .       .       FORFEITED REFUNDING LOCKED  .           .      .
APPLIED     .       .         .      .         .         .         .       .       .         .         .       .           .      LOCKED
FORFEITED   .       .         .      .         .         .         .       .       .         .         .       DISTRIBUTED .      .
DISTRIBUTED .       .         .      .         .         .         .       .       .         .         .       .           .      .
REFUNDING   .       .         .      .         .         .         .       .       .         .         .       .           REFUNDED      .
REFUNDED    .       .         .      .         .         .         .       .       .         .         .       .           .      .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));
const STATES = new Set<string>(DEPOSIT_MOVES.flatMap(([from, , , to]) => [from, to]));

describe("T6 deposit: states and events", () => {
  it.each(CELLS)("T6 deposit: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(DEPOSIT_MOVES, from as DepositState, event as DepositEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("T6 deposit: matrix, labels and table name the same states and events", () => {
    expect(new Set(ROWS.map(([from]) => from))).toEqual(STATES);
    expect(new Set(EVENTS)).toEqual(new Set(DEPOSIT_MOVES.map(([, event]) => event)));
    expect(new Set(Object.keys(DEPOSIT_STATE_LABELS))).toEqual(STATES);
    expect(new Set(finalStates(DEPOSIT_MOVES))).toEqual(new Set(["CANCELLED", "DISTRIBUTED", "REFUNDED"]));
  });
});
