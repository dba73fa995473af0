import { describe, expect, test } from "vitest";
import { day } from "../shared/clock.ts";
import { calendarFor } from "../reference/index.ts";
import { revocationObstacles, statementEndsAt } from "./revocation.rules.ts";
import { drawSample, reviewGrounds, sampleSize } from "./sampling.rules.ts";

const FILES = Array.from({ length: 200 }, (_, i) => ({ id: `F${i}`, mandatory: i % 50 === 0 }));

describe("C3 review: sampling inspection", () => {
  test("C3 review: the same seed draws the same files, whatever the order of the list", () => {
    const drawn = drawSample(FILES, "2026-Q2", 20);
    expect(drawSample([...FILES].reverse(), "2026-Q2", 20)).toEqual(drawn);
    expect(drawn).toHaveLength(20);
    expect(new Set(drawn).size).toBe(20);
    expect(drawSample(FILES, "2026-Q3", 20)).not.toEqual(drawn);
  });

  test("C3 review: mandatory files are always drawn, even above the size", () => {
    expect(drawSample(FILES, "s", 20)).toEqual(expect.arrayContaining(["F0", "F50", "F100", "F150"]));
    expect([...drawSample(FILES, "s", 2)].sort()).toEqual(["F0", "F100", "F150", "F50"]);
  });

  test("C3 review: over many seeds every file has about the same chance", () => {
    const drawnTimes = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed += 1) for (const id of drawSample(FILES.slice(1, 50), `seed-${seed}`, 7)) drawnTimes.set(id, (drawnTimes.get(id) ?? 0) + 1);
    const expected = (2000 * 7) / 49;
    for (const [id, times] of drawnTimes) expect(Math.abs(times - expected), id).toBeLessThan(0.3 * expected);
    expect(drawnTimes.size).toBe(49);
  });

  test.each([[1000, 500, 5, 100, 50], [3, 500, 5, 100, 3], [50, 500, 5, 100, 5], [100_000, 500, 5, 100, 100]])(
    "C3 review: of %i at %i bp within %i–%i: %i files",
    (population, shareBp, minimum, maximum, size) => expect(sampleSize(population, shareBp, minimum, maximum)).toBe(size),
  );

  test("C3 review: tax-related, large and foreign contracts are reviewed at once", () => {
    expect(reviewGrounds({ taxClaimed: true, large: true, foreign: true, openAlert: true, onRecord: true })).toEqual(["TAX_RELIEF", "LARGE", "FOREIGN", "ALERT", "RECORD"]);
    expect(reviewGrounds({ taxClaimed: false, large: false, foreign: false, openAlert: false, onRecord: false })).toEqual([]);
  });
});

describe("C3 review: revocation", () => {
  const ends = statementEndsAt(day("2026-04-21"), calendarFor());

  test("C3 review: a statement period that ends in the holidays ends after them", () => {
    expect(ends.toISOString()).toBe("2026-05-06T16:00:00.000Z");
  });

  test.each([
    ["2026-05-06T23:59:59+08:00", false, false, ["STATEMENT_PERIOD_RUNS"]],
    ["2026-05-07T00:00:00+08:00", false, false, []],
    ["2026-04-25T09:00:00+08:00", true, false, []],
    ["2026-05-07T00:00:00+08:00", true, true, ["SAME_PERSON_GAVE_NOTICE"]],
  ] as const)("C3 review: at %s, statement %s, same person %s → %j", (now, statementReceived, authorIsNoticeGiver, obstacles) => {
    expect(revocationObstacles({ now: new Date(now), statementEndsAt: ends, statementReceived, authorIsNoticeGiver })).toEqual(obstacles);
  });
});
