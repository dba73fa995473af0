import { describe, expect, it } from "vitest";
import { axisSteps, sequentialClass } from "./chart-scale.ts";

describe("S1 charts: scales", () => {
  it.each([
    [0, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [9.3, [0, 2, 4, 6, 8, 10]],
    [0.7, [0, 0.2, 0.4, 0.6, 0.8]],
    [68354, [0, 20000, 40000, 60000, 80000]],
  ])("steps up to %s start at zero and cover it", (max, steps) => expect(axisSteps(max)).toEqual(steps));

  it("gives nothing the empty class and the largest the darkest", () => {
    expect(sequentialClass(0, 10)).toBe(0);
    expect(sequentialClass(10, 10)).toBe(5);
    expect(sequentialClass(0.0001, 10)).toBe(1);
  });
});
