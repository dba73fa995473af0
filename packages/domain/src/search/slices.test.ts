import { describe, expect, it } from "vitest";
import { firstSlice, newestSlice, nextSlice, type Months } from "./slices.ts";

/** Twenty years of five thousand entries a month. */
const MONTHS: Months = Array.from({ length: 240 }, (_, i) => ({ month: `${2007 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`, n: 5_000 }));
const NOW = new Date("2026-12-20T00:00:00Z");

describe("R1 search: how far back a search looks", () => {
  it("R1 search: few entries are looked at whole", () => {
    expect(firstSlice([{ month: "2026-11", n: 300 }, { month: "2026-12", n: 200 }], NOW).months).toBeUndefined();
    expect(firstSlice([], NOW).months).toBeUndefined();
  });

  it("R1 search: of a million entries first the newest months, and what comes after a position starts there", () => {
    expect(firstSlice(MONTHS, NOW)).toEqual({ months: ["2026-12"], isToNow: true, size: 5_000 });
    expect(newestSlice(MONTHS, 9_000, new Date("2020-02-10T00:00:00Z")).months).toEqual(["2020-01", "2020-02"]);
  });

  it("R1 search: a slice is no longer than it has to be, and knows whether there is anything newer", () => {
    expect(newestSlice(MONTHS, 61_000, NOW)).toMatchObject({ size: 65_000, isToNow: true });
    expect(newestSlice(MONTHS, 61_000, NOW).months).toHaveLength(13);
    expect(newestSlice(MONTHS, 61_000, new Date("2026-06-10T00:00:00Z"))).toMatchObject({ size: 65_000, isToNow: false });
  });

  it("R1 search: months that came after the count are part of the newest", () => {
    expect(newestSlice(MONTHS, 5_000, new Date("2027-02-01T00:00:00Z")).months).toEqual(["2026-12", "2027-01", "2027-02"]);
  });

  it.each([
    [501, undefined],
    [400, 15_000],
    [100, 35_000],
    [0, "all"],
    [10, "all"],
    [12, "all"],
    [30, 115_000],
  ] as const)("R1 search: %i hits in five thousand lead on to %s", (found, expected) => {
    const next = nextSlice(MONTHS, firstSlice(MONTHS, NOW), found, NOW);
    expect(expected === undefined ? next : expected === "all" ? next?.months : next?.size).toEqual(expected === "all" ? undefined : expected);
  });
});
