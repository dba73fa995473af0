import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { INCOME_SHARE_STATE_LABELS } from "./income-share.labels.ts";
import { INCOME_SHARE_MOVES, type IncomeShareEvent, type IncomeShareState } from "./income-share.machine.ts";

// Written by hand from rights and income §2.4; "." must refuse.
const EXPECTED = `
          compute  adopt   returnForReplan clear   pay  clawBack cancel
WAITING   COMPUTED .       .               .       .    .        CANCELLED
COMPUTED  .        NOTICED .               .       .    .        CANCELLED
NOTICED   .        .       COMPUTED        PAYABLE .    .        CANCELLED
PAYABLE   .        .       .               .       PAID .        CANCELLED
PAID      .        .       .               .       .    CLAWBACK .
CLAWBACK  .        .       .               .       .    .        .
CANCELLED .        .       .               .       .    .        .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));
const STATES = new Set<string>(INCOME_SHARE_MOVES.flatMap(([from, , , to]) => [from, to]));

describe("T7 income share: states and events", () => {
  it.each(CELLS)("T7 income share: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(INCOME_SHARE_MOVES, from as IncomeShareState, event as IncomeShareEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("T7 income share: matrix, labels and table name the same states and events", () => {
    expect(new Set(ROWS.map(([from]) => from))).toEqual(STATES);
    expect(new Set(EVENTS)).toEqual(new Set(INCOME_SHARE_MOVES.map(([, event]) => event)));
    expect(new Set(Object.keys(INCOME_SHARE_STATE_LABELS))).toEqual(STATES);
    expect(new Set(finalStates(INCOME_SHARE_MOVES))).toEqual(new Set(["CLAWBACK", "CANCELLED"]));
  });
});
