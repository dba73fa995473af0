import { describe, expect, it } from "vitest";
import { axisBetween, axisSteps, sequentialClass } from "./chart-scale.ts";

describe("S1 charts: scales", () => {
  it.each([
    [0, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [9.3, [0, 2, 4, 6, 8, 10]],
    [0.7, [0, 0.2, 0.4, 0.6, 0.8]],
    [68354, [0, 20000, 40000, 60000, 80000]],
  ])("steps up to %s start at zero and cover it", (max, steps) => expect(axisSteps(max)).toEqual(steps));
  it.each([
    [920_000, 1_000_000, [920_000, 940_000, 960_000, 980_000, 1_000_000]],
    [950_000, 990_000, [950_000, 960_000, 970_000, 980_000, 990_000]],
    [3_038_000, 3_200_000, [3_000_000, 3_050_000, 3_100_000, 3_150_000, 3_200_000]],
    [800_000, 800_000, [800_000, 1_000_000]],
    [0, 0, [0, 1]],
  ])("between %s and %s steps cover both and need not start at zero", (min, max, steps) => expect(axisBetween(min, max)).toEqual(steps));

  it("gives nothing the empty class and the largest the darkest", () => {
    expect(sequentialClass(0, 10)).toBe(0);
    expect(sequentialClass(10, 10)).toBe(5);
    expect(sequentialClass(0.0001, 10)).toBe(1);
  });
});
