import { describe, expect, it } from "vitest";
import { firstSlice, newestSlice, nextSlice, type Units } from "./slices.ts";
import { blocksBetween, unitOf } from "./time-marks.ts";

const NOW = new Date("2026-12-20T00:00:00Z");
const LAST = unitOf(NOW);
/** Twenty years of three hundred entries in two days. */
const UNITS: Units = Array.from({ length: 3_650 }, (_, at) => ({ unit: LAST - 3_649 + at, n: 300 }));

describe("R1 search: how far back a search looks", () => {
  it("R1 search: few entries are looked at whole", () => {
    expect(firstSlice([{ unit: LAST - 1, n: 300 }, { unit: LAST, n: 200 }], NOW).blocks).toBeUndefined();
    expect(firstSlice([], NOW).blocks).toBeUndefined();
  });

  it("R1 search: of a million entries first the newest, and what comes after a position starts there", () => {
    const first = firstSlice(UNITS, NOW);
    expect(first.size).toBeGreaterThanOrEqual(4_000);
    expect(first.size).toBeLessThanOrEqual(4_500);
    const then = new Date("2020-02-10T00:00:00Z");
    const slice = newestSlice(UNITS, 9_000, then);
    expect(slice.blocks).toEqual(blocksBetween(unitOf(then) - slice.size / 300 + 1, unitOf(then), false));
  });

  it("R1 search: a slice is at most an eighth longer than it has to be", () => {
    for (const wanted of [5_000, 61_000, 300_000, 900_000]) {
      const { size } = newestSlice(UNITS, wanted, NOW);
      expect(size).toBeGreaterThanOrEqual(wanted);
      expect(size).toBeLessThanOrEqual(wanted * 1.13 + 300);
    }
  });

  it("R1 search: what came after the count is part of the newest", () => {
    const later = new Date("2027-02-01T00:00:00Z");
    expect(newestSlice(UNITS, 300, later).blocks).toEqual(blocksBetween(LAST, unitOf(later), true));
  });

  it.each([
    [400, 8_000],
    [100, 23_000],
    [30, 85_000],
    [10, 295_000],
    [3, undefined],
    [0, undefined],
  ])("R1 search: %i hits in four thousand lead on to %s or a little more", (found, wanted) => {
    const next = nextSlice(UNITS, { ...firstSlice(UNITS, NOW), size: 4_000 }, found, NOW)!;
    expect(next.blocks === undefined).toBe(wanted === undefined);
    if (wanted === undefined) return;
    expect(next.size).toBeGreaterThanOrEqual(wanted);
    expect(next.size).toBeLessThanOrEqual(wanted * 1.13 + 300);
  });
});
