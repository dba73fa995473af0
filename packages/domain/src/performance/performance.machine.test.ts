import { describe, expect, test } from "vitest";
import { finalStates, step, type Move } from "../shared/machine.ts";
import { BREACH_STATE_LABELS, PERFORMANCE_STATE_LABELS, ROYALTY_STATE_LABELS } from "./performance.labels.ts";
import { BREACH_MOVES, PERFORMANCE_MOVES, ROYALTY_MOVES } from "./performance.machine.ts";

// Written by hand; "." must refuse.
const PERFORMANCE = `
            deliver   accept   recordAcceptance reject     complete  terminate
PERFORMING  DELIVERED .        .                .          .         TERMINATED
DELIVERED   .         ACCEPTED ACCEPTED         PERFORMING .         TERMINATED
ACCEPTED    .         .        .                .          COMPLETED TERMINATED
COMPLETED   .         .        .                .          .         .
TERMINATED  .         .        .                .          .         .`;

const BREACH = `
           answer   cure  withdraw  dispute
CLAIMED    ANSWERED CURED WITHDRAWN DISPUTED
ANSWERED   .        CURED WITHDRAWN DISPUTED
CURED      .        .     .         .
WITHDRAWN  .        .     .         .
DISPUTED   .        .     .         .`;

const ROYALTY = `
            confirm   question   correct
REPORTED    CONFIRMED QUESTIONED .
QUESTIONED  .         .          REPORTED
CONFIRMED   .         .          .`;

function matrix(text: string) {
  const [head, ...rows] = text.trim().split("\n").map((line) => line.trim().split(/\s+/));
  return { head: head!, states: rows.map(([from]) => from!), cells: rows.flatMap(([from, ...to]) => to.map((target, i) => [from!, head![i]!, target] as const)) };
}

describe.each([
  ["performance", PERFORMANCE, PERFORMANCE_MOVES as readonly Move[], PERFORMANCE_STATE_LABELS, ["COMPLETED", "TERMINATED"]],
  ["breach", BREACH, BREACH_MOVES as readonly Move[], BREACH_STATE_LABELS, ["CURED", "DISPUTED", "WITHDRAWN"]],
  ["royalty", ROYALTY, ROYALTY_MOVES as readonly Move[], ROYALTY_STATE_LABELS, ["CONFIRMED"]],
] as const)("C5 %s", (name, text, moves, labels, finals) => {
  const { head, states, cells } = matrix(text);
  test.each(cells)(`C5 ${name}: %s + %s → %s`, (from, event, to) => {
    const move = () => step(moves, from, event);
    if (to === ".") expect(move).toThrow(expect.objectContaining({ code: "STATE_FORBIDS_EVENT" }));
    else expect(move()).toBe(to);
  });

  test(`C5 ${name}: the matrix names every state, event and label; the final states`, () => {
    const all = [...new Set(moves.flatMap(([from, , , to]) => [from, to]))].sort();
    expect([...states].sort()).toEqual(all);
    expect(Object.keys(labels).sort()).toEqual(all);
    expect([...head].sort()).toEqual([...new Set(moves.map(([, event]) => event))].sort());
    expect(finalStates(moves).sort()).toEqual(finals);
  });
});
