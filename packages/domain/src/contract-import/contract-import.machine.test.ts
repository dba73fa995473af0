import { describe, expect, test } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { IMPORT_STATE_LABELS } from "./contract-import.labels.ts";
import { IMPORT_MOVES, OPEN_STATES, VOID_STATES, type ImportEvent, type ImportState } from "./contract-import.machine.ts";

const EXPECTED = `
          begin   cancel    fail   refuse  finish merge
QUEUED    RUNNING CANCELLED .      .       .      .
RUNNING   .       CANCELLED FAILED REFUSED DONE   MERGING
MERGING   .       .         .      .       DONE   .
DONE      .       .         .      .       .      .
REFUSED   .       .         .      .       .      .
FAILED    .       .         .      .       .      .
CANCELLED .       .         .      .       .      .`;

const [head, ...rows] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([from, ...targets]) => targets.map((to, column) => [from!, head![column]!, to] as const));

describe("C6 import: every state and event", () => {
  test.each(cells)("C6 import: %s + %s → %s", (from, event, to) => {
    const move = () => step(IMPORT_MOVES, from as ImportState, event as ImportEvent);
    if (to === ".") expect(move).toThrow(expect.objectContaining({ code: "STATE_FORBIDS_EVENT", kind: "conflict" }));
    else expect(move()).toBe(to);
  });

  test("C6 import: states are labelled, and each is open or final", () => {
    const states = [...new Set(IMPORT_MOVES.flatMap(([from, , , to]) => [from, to]))].sort();
    expect(rows.map(([from]) => from).sort()).toEqual(states);
    expect(Object.keys(IMPORT_STATE_LABELS).sort()).toEqual(states);
    expect([...OPEN_STATES, ...finalStates(IMPORT_MOVES)].sort()).toEqual(states);
    for (const state of VOID_STATES) expect(finalStates(IMPORT_MOVES)).toContain(state);
  });
});
