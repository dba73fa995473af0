import { describe, expect, it } from "vitest";
import { wan, ZERO_FEN } from "../shared/money.ts";
import { incrementProblem, nextMinimum, stepAt, type IncrementTable } from "./increment.rules.ts";

const LADDER: IncrementTable = [
  { fromFen: ZERO_FEN, stepFen: wan(1) },
  { fromFen: wan(100), stepFen: wan(5) },
  { fromFen: wan(500), stepFen: wan(10) },
];

describe("T2 auction: increments (trading §5.3)", () => {
  it.each([
    [99n, 1n],
    [100n, 5n],
    [498n, 5n],
    [500n, 10n],
    [900n, 10n],
  ])("T2 auction: at %s 万 the step is %s 万", (current, step) => {
    expect(stepAt(LADDER, wan(current))).toBe(wan(step));
  });

  it("T2 auction: after 498 万 the next minimum is 503 万, and the first bid may equal the start price", () => {
    expect(nextMinimum(LADDER, wan(200), wan(498))).toBe(wan(503));
    expect(nextMinimum(LADDER, wan(200), undefined)).toBe(wan(200));
  });

  it.each([
    ["AT_LEAST", 498n, wan(502), "BELOW_MINIMUM"],
    ["AT_LEAST", 498n, wan(503), undefined],
    ["AT_LEAST", 498n, wan(504), undefined],
    ["MULTIPLE", 498n, wan(503), undefined],
    ["MULTIPLE", 498n, wan(504), "NOT_A_MULTIPLE"],
    ["MULTIPLE", 498n, wan(513), undefined],
    ["MULTIPLE", 498n, wan(498), "BELOW_MINIMUM"],
    ["AT_LEAST", undefined, wan(200) - 1n, "BELOW_START"],
    ["AT_LEAST", undefined, wan(200), undefined],
    ["MULTIPLE", undefined, wan(205), undefined],
    ["MULTIPLE", undefined, wan(203), "NOT_A_MULTIPLE"],
  ] as const)("T2 auction: %s, current %s 万, bid %s fen → %s", (incrementMode, current, amount, problem) => {
    const terms = { startPriceFen: wan(200), incrementTable: LADDER, incrementMode };
    expect(incrementProblem(terms, current === undefined ? undefined : wan(current), amount)).toBe(problem);
  });
});
