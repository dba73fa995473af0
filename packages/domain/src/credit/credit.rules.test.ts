import { describe, expect, it } from "vitest";
import { day } from "../shared/clock.ts";
import { recordPeriod, recordState, repairObstacle, samplingOf } from "./credit.rules.ts";

describe("C3 credit: records of the technology market (credit-and-risk A2–A5)", () => {
  it.each([
    ["ORDINARY", "2026-05-10", "2026-08-10", "2027-05-10"],
    ["SERIOUS", "2026-05-10", "2027-05-10", "2029-05-10"],
    ["MINOR", "2026-05-10", "2026-05-10", "2026-08-10"],
    ["ORDINARY", "2026-11-30", "2027-02-28", "2027-11-30"],
    ["SERIOUS", "2028-02-29", "2029-02-28", "2031-02-28"],
  ] as const)("C3 credit: %s, decided %s: repair from %s, ends by itself %s", (recordClass, decidedOn, repairFrom, shownUntil) => {
    expect(recordPeriod(recordClass, day(decidedOn))).toEqual({ repairFrom, shownUntil });
  });

  it.each([
    [null, "2027-05-09", "SHOWN"],
    [null, "2027-05-10", "EXPIRED"],
    ["REPAIRED", "2026-09-01", "REPAIRED"],
    ["WITHDRAWN", "2026-06-01", "WITHDRAWN"],
  ] as const)("C3 credit: ended %s, on %s: %s", (ended, today, expected) => {
    expect(recordState({ shownUntil: day("2027-05-10"), ended }, day(today))).toBe(expected);
  });

  it.each([
    [[], 1],
    [["MINOR"], 2],
    [["MINOR", "ORDINARY"], 5],
    [["ORDINARY", "SERIOUS"], "ALL"],
  ] as const)("C3 credit: on record as %j, new contracts are drawn × %s", (classes, expected) => {
    expect(samplingOf(classes)).toBe(expected);
  });

  const FACTS = { state: "SHOWN", today: day("2026-08-10"), repairFrom: day("2026-08-10"), dutiesOpen: false, asked: false } as const;
  it.each([
    [{}, undefined],
    [{ today: day("2026-08-09") }, "REPAIR_TOO_EARLY"],
    [{ dutiesOpen: true }, "REPAIR_DUTIES_OPEN"],
    [{ state: "EXPIRED" }, "REPAIR_NOT_SHOWN"],
    [{ asked: true }, "REPAIR_ASKED_ALREADY"],
  ] as const)("C3 credit: repair with %j: %s", (change, expected) => {
    expect(repairObstacle({ ...FACTS, ...change })).toBe(expected);
  });
});
