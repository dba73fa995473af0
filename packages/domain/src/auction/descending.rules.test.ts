import { describe, expect, it } from "vitest";
import { wan } from "../shared/money.ts";
import { descendingPrice, descendingStep, type DescendingTerms } from "./descending.rules.ts";

const START = new Date("2025-11-10T01:00:00Z");
const TERMS: DescendingTerms = { startPriceFen: wan(200), startsAt: START, stepSeconds: 60, stepBp: 100, maxSteps: 99, floorFen: wan(180) };
const after = (seconds: number): Date => new Date(START.getTime() + seconds * 1_000);

describe("T2 auction: descending price (trading §5.9)", () => {
  it.each([
    [0, wan(200)],
    [1, wan(198)],
    [10, wan(180)],
    [11, undefined],
    [-1, undefined],
  ])("T2 auction: step %i → %s", (k, price) => {
    expect(descendingPrice(TERMS, k)).toBe(price);
  });

  it("T2 auction: at most 99 steps", () => {
    const open = { ...TERMS, floorFen: wan(0) };
    expect(descendingPrice(open, 99)).toBe(wan(2));
    expect(descendingPrice(open, 100)).toBeUndefined();
  });

  it("T2 auction: a step begins at its instant", () => {
    expect(descendingStep(TERMS, after(59.999))).toBe(0);
    expect(descendingStep(TERMS, after(60))).toBe(1);
    expect(descendingStep(TERMS, after(-1))).toBeUndefined();
  });
});
