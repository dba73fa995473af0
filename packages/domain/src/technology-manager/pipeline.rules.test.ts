import { describe, expect, it } from "vitest";
import { ageingDays, stageOf } from "./pipeline.rules.ts";

describe("P2 pipeline", () => {
  it.each([
    ["INVITED", null, "PROTECT"],
    ["OPEN", null, "NEGOTIATE"],
    ["AGREED", null, "DECIDE"],
    ["CONCLUDED", null, "DECIDE"],
    ["CONCLUDED", "AWARDED", "SIGN"],
    ["CONCLUDED", "CONTRACTING", "SIGN"],
    ["CONCLUDED", "SETTLING", "DELIVER"],
    ["CONCLUDED", "SETTLED", "FOLLOW_UP"],
    ["CONCLUDED", "ANNULLED", null],
    ["CLOSED", null, null],
  ] as const)("P2 pipeline: room %s with deal %s stands at %s", (room, deal, stage) => {
    expect(stageOf({ room, deal })).toBe(stage);
  });

  it("P2 pipeline: counts whole days", () => {
    const since = new Date("2026-03-01T10:00:00Z");
    expect([ageingDays(since, new Date("2026-03-02T09:59:00Z")), ageingDays(since, new Date("2026-03-04T10:00:00Z")), ageingDays(since, new Date("2026-02-01T00:00:00Z"))]).toEqual([0, 3, 0]);
  });
});
