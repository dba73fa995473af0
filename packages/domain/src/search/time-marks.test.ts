import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksBetween, roundBack, timeMarksOf, unitOf } from "./time-marks.ts";

const dayOf = (unit: number): Date => new Date(unit * 2 * 86_400_000);
const units = fc.integer({ min: 0, max: 20_000 });
const isIn = (unit: number, blocks: readonly string[]): boolean => timeMarksOf(dayOf(unit)).some((mark) => blocks.includes(mark));

describe("R1 search: time as marks", () => {
  it("R1 search: an instant has a mark for its two days and for each of the four blocks around them", () => {
    expect(timeMarksOf(new Date("2026-11-20T01:00:00Z"))).toEqual(["0-10388", "1-2597", "2-649", "3-162", "4-40"]);
    expect(unitOf(new Date("2026-11-20T23:59:59.999Z"))).toBe(unitOf(new Date("2026-11-20T00:00:00Z")));
  });

  it("R1 search: the blocks of a stretch hold just its units, each once; to the present they may reach beyond it", () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 3_000 }), fc.boolean(), (first, length, isToNow) => {
        const blocks = blocksBetween(first, first + length, isToNow);
        for (let unit = Math.max(0, first - 600); unit <= first + length; unit += 1) expect(isIn(unit, blocks)).toBe(unit >= first);
        if (!isToNow) for (let unit = first + length + 1; unit < first + length + 600; unit += 1) expect(isIn(unit, blocks)).toBe(false);
        expect(blocks.every((block, at) => !blocks.slice(0, at).includes(block))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("R1 search: a stretch to the present is made of few blocks and at most an eighth longer than it has to be", () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 2_500 }), (first, length) => {
        const from = roundBack(first, first + length);
        expect(first - from).toBeLessThanOrEqual((length + 1) / 8);
        expect(blocksBetween(from, first + length, true).length).toBeLessThanOrEqual(12);
      }),
    );
  });
});
