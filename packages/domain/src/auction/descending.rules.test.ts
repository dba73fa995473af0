import { describe, expect, it } from "vitest";
import { wan } from "../shared/money.ts";
import { DEFAULT_DESCENDING_STEPS, descendingPrice, descendingStep, descendingWinner, type DescendingTerms } from "./descending.rules.ts";

const START = new Date("2025-11-10T01:00:00Z");
const TERMS: DescendingTerms = { startPriceFen: wan(200), startsAt: START, stepSeconds: 60, ...DEFAULT_DESCENDING_STEPS, floorFen: wan(180) };
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

  it("T2 auction: a step begins at its instant, and the first acceptance wins", () => {
    expect(descendingStep(TERMS, after(59.999))).toBe(0);
    expect(descendingStep(TERMS, after(60))).toBe(1);
    expect(descendingStep(TERMS, after(-1))).toBeUndefined();
    const late = { bidderNo: "2", receivedAt: after(120), sequence: 2 };
    expect(descendingWinner(TERMS, [late, { bidderNo: "1", receivedAt: after(120), sequence: 1 }])).toEqual({ bidderNo: "1", priceFen: wan(196) });
    expect(descendingWinner(TERMS, [{ bidderNo: "1", receivedAt: after(-1), sequence: 1 }, late])).toEqual({ bidderNo: "2", priceFen: wan(196) });
    expect(descendingWinner(TERMS, [{ bidderNo: "1", receivedAt: after(660), sequence: 1 }])).toBeUndefined();
  });
});
