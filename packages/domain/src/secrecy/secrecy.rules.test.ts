import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { SECRECY_CASE_LABELS } from "./secrecy.labels.ts";
import { MOST_OPEN_REPORTS, reportRefusal, SECRECY_MOVES } from "./secrecy.rules.ts";

describe("T8 secrecy: rules of a report", () => {
  it("T8 secrecy: an open report ends in one of two ways, and no other way", () => {
    expect(step(SECRECY_MOVES, "OPEN", "SECRET")).toBe("SEALED");
    expect(step(SECRECY_MOVES, "OPEN", "NOT_SECRET")).toBe("RESTORED");
    for (const over of ["SEALED", "RESTORED"] as const) for (const event of ["SECRET", "NOT_SECRET"] as const) expect(() => step(SECRECY_MOVES, over, event)).toThrow("STATE_FORBIDS_EVENT");
    expect(new Set(finalStates(SECRECY_MOVES))).toEqual(new Set(["SEALED", "RESTORED"]));
    expect(Object.keys(SECRECY_CASE_LABELS).toSorted()).toEqual(["OPEN", "RESTORED", "SEALED"]);
  });

  it("T8 secrecy: nobody empties the market by reporting, and nothing is reported twice that nothing was found in", () => {
    const [cleared, later] = [new Date("2026-03-02T00:00:00Z"), new Date("2026-03-03T00:00:00Z")];
    expect(reportRefusal({ isVerified: true, openReports: 0, clearedAt: null, changedAt: cleared })).toBeUndefined();
    expect(reportRefusal({ isVerified: false, openReports: 0, clearedAt: null, changedAt: cleared })).toBe("REPORTER_NOT_VERIFIED");
    expect(reportRefusal({ isVerified: true, openReports: MOST_OPEN_REPORTS, clearedAt: null, changedAt: cleared })).toBe("TOO_MANY_REPORTS");
    expect(reportRefusal({ isVerified: true, openReports: 0, clearedAt: later, changedAt: cleared })).toBe("REPORTED_BEFORE");
    expect(reportRefusal({ isVerified: true, openReports: 0, clearedAt: cleared, changedAt: later })).toBeUndefined();
  });
});
