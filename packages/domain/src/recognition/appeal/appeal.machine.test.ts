import { describe, expect, test } from "vitest";
import { step } from "../../shared/machine.ts";
import { APPEAL_MOVES, APPEAL_STATE_LABELS, type AppealEvent, type AppealState } from "./appeal.machine.ts";
import { appealEndsAt, appealDueAt } from "./appeal.rules.ts";

// Written by hand; "." must refuse.
const EXPECTED = `
          uphold remit    withdraw
FILED     UPHELD REMITTED WITHDRAWN
UPHELD    .      .        .
REMITTED  .      .        .
WITHDRAWN .      .        .`;
const [head, ...rows] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([from, ...targets]) => targets.map((to, column) => [from!, head![column]!, to] as const));

describe("C3 appeal: every state and event", () => {
  test.each(cells)("C3 appeal: %s + %s → %s", (from, event, to) => {
    const move = () => step(APPEAL_MOVES, from as AppealState, event as AppealEvent);
    if (to === ".") expect(move).toThrow(expect.objectContaining({ code: "STATE_FORBIDS_EVENT" }));
    else expect(move()).toBe(to);
  });

  test("C3 appeal: every state has its word", () => {
    expect(Object.keys(APPEAL_STATE_LABELS).sort()).toEqual(rows.map(([from]) => from).sort());
  });

  test("C3 appeal: sixty days to appeal from the refusal, sixty to decide from the appeal (行政复议法 20, 62)", () => {
    expect(appealEndsAt(new Date("2026-03-02T03:00:00Z"))).toEqual(new Date("2026-05-01T16:00:00Z"));
    expect(appealDueAt(new Date("2026-03-02T03:00:00Z"))).toEqual(new Date("2026-05-01T16:00:00Z"));
  });
});
