import { describe, expect, test } from "vitest";
import { finalStates, step } from "../../shared/machine.ts";
import { EXPERT_OPINION_MOVES, EXPERT_OPINION_STATE_LABELS, EXPERT_REVIEW_MOVES, EXPERT_REVIEW_STATE_LABELS, type ExpertOpinionState, type ExpertReviewEvent, type ExpertReviewState } from "./expert-review.machine.ts";
import { expertReviewNeeded } from "./expert-review.rules.ts";

// Written by hand; "." must refuse.
const cellsOf = (table: string) => {
  const [head, ...rows] = table.trim().split("\n").map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([from, ...targets]) => targets.map((to, column) => [from!, head![column]!, to] as const));
};
const REVIEW = cellsOf(`
          conclude  abandon
OPEN      CONCLUDED ABANDONED
CONCLUDED .         .
ABANDONED .         .`);
const OPINION = cellsOf(`
         give  decline
INVITED  GIVEN DECLINED
GIVEN    .     .
DECLINED .     .`);

describe("C2 expert review: every state and event", () => {
  test.each(REVIEW)("C2 expert review: %s + %s → %s", (from, event, to) => {
    const move = () => step(EXPERT_REVIEW_MOVES, from as ExpertReviewState, event as ExpertReviewEvent);
    if (to === ".") expect(move).toThrow(expect.objectContaining({ code: "STATE_FORBIDS_EVENT" }));
    else expect(move()).toBe(to);
  });

  test.each(OPINION)("C2 expert opinion: %s + %s → %s", (from, event, to) => {
    const move = () => step(EXPERT_OPINION_MOVES, from as ExpertOpinionState, event as "give" | "decline");
    if (to === ".") expect(move).toThrow(expect.objectContaining({ code: "STATE_FORBIDS_EVENT" }));
    else expect(move()).toBe(to);
  });

  test("C2 expert review: states end, and each has its word", () => {
    expect([...finalStates(EXPERT_REVIEW_MOVES)].sort()).toEqual(["ABANDONED", "CONCLUDED"]);
    expect(Object.keys(EXPERT_REVIEW_STATE_LABELS).sort()).toEqual(["ABANDONED", "CONCLUDED", "OPEN"]);
    expect(Object.keys(EXPERT_OPINION_STATE_LABELS).sort()).toEqual(["DECLINED", "GIVEN", "INVITED"]);
  });

  test.each([
    [499_999_999n, 500_000_000n, false],
    [500_000_000n, 500_000_000n, true],
    [900_000_000n, null, false],
  ])("C2 expert review: a technical amount of %s fen with experts from %s: %s", (amount, fromFen, needed) => {
    expect(expertReviewNeeded(amount, { fromFen, opinions: 2 })).toBe(needed);
  });
});
