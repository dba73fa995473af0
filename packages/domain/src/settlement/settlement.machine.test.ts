import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { SETTLEMENT_STATE_LABELS } from "./settlement.labels.ts";
import { SETTLEMENT_MOVES, type SettlementEvent, type SettlementState } from "./settlement.machine.ts";

// Written by hand from trading §7; "." must refuse.
const EXPECTED = `
                  applyDeposit receivePart       receiveLast fallOverdue requestCertificate cure default certify           release  annul
DUE               PART         PART              FULL        BREACH      .                  .    .       .                 .        UNWIND
PART              .            PART              FULL        BREACH      CERTIFY            .    .       .                 .        UNWIND
FULL              .            .                 .           .           CERTIFY            .    .       .                 .        UNWIND
BREACH            .            BREACH            FULL        .           .                  PART DEFAULT .                 .        UNWIND
DEFAULT           .            .                 .           .           .                  .    .       .                 .        .
CERTIFY           .            CERTIFY           .           .           .                  .    .       PAYABLE_TO_SELLER .        UNWIND
PAYABLE_TO_SELLER .            PAYABLE_TO_SELLER .           .           .                  .    .       .                 RELEASED UNWIND
RELEASED          .            RELEASED          .           .           .                  .    .       .                 .        UNWIND
UNWIND            .            .                 .           .           .                  .    .       .                 .        .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));
const STATES = new Set<string>(SETTLEMENT_MOVES.flatMap(([from, , , to]) => [from, to]));

describe("T6 settlement: states and events", () => {
  it.each(CELLS)("T6 settlement: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(SETTLEMENT_MOVES, from as SettlementState, event as SettlementEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("T6 settlement: matrix, labels and table name the same states and events", () => {
    expect(new Set(ROWS.map(([from]) => from))).toEqual(STATES);
    expect(new Set(EVENTS)).toEqual(new Set(SETTLEMENT_MOVES.map(([, event]) => event)));
    expect(new Set(Object.keys(SETTLEMENT_STATE_LABELS))).toEqual(STATES);
    expect(new Set(finalStates(SETTLEMENT_MOVES))).toEqual(new Set(["DEFAULT", "UNWIND"]));
  });
});
