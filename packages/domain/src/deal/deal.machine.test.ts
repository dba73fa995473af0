import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { DEAL_STATE_LABELS } from "./deal.labels.ts";
import { DEAL_MOVES, type DealEvent, type DealState } from "./deal.machine.ts";

// Written by hand from trading §2.3 and §7; "." must refuse.
const EXPECTED = `
            draftContract redraft     signByParty signByLast openSettlement settle  default   annul
AWARDED     CONTRACTING   .           .           .          .              .       DEFAULTED ANNULLED
CONTRACTING .             CONTRACTING CONTRACTING SIGNED     .              .       DEFAULTED ANNULLED
SIGNED      .             .           .           .          SETTLING       .       .         ANNULLED
SETTLING    .             .           .           .          .              SETTLED DEFAULTED ANNULLED
SETTLED     .             .           .           .          .              .       .         ANNULLED
DEFAULTED   .             .           .           .          .              .       .         .
ANNULLED    .             .           .           .          .              .       .         .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));
const STATES = new Set<string>(DEAL_MOVES.flatMap(([from, , , to]) => [from, to]));

describe("T6 deal: states and events", () => {
  it.each(CELLS)("T6 deal: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(DEAL_MOVES, from as DealState, event as DealEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("T6 deal: matrix, labels and table name the same states and events", () => {
    expect(new Set(ROWS.map(([from]) => from))).toEqual(STATES);
    expect(new Set(EVENTS)).toEqual(new Set(DEAL_MOVES.map(([, event]) => event)));
    expect(new Set(Object.keys(DEAL_STATE_LABELS))).toEqual(STATES);
    expect(new Set(finalStates(DEAL_MOVES))).toEqual(new Set(["DEFAULTED", "ANNULLED"]));
  });
});
