import { describe, expect, it } from "vitest";
import { wan } from "../shared/money.ts";
import { weightedScores } from "./weighted.rules.ts";

const TERMS = { priceWeightBp: 6_000, itemWeightsBp: { plan: 4_000 } };

describe("T2 auction: weighted bids (trading §5.8)", () => {
  it("T2 auction: A bids 300 with plan 90, B bids 270 with plan 100: 96 to 94", () => {
    const offers = [
      { bidderNo: "B", amountFen: wan(270), itemPoints: { plan: 10_000 } },
      { bidderNo: "A", amountFen: wan(300), itemPoints: { plan: 9_000 } },
    ];
    expect(weightedScores(TERMS, offers)).toEqual([
      { bidderNo: "A", score: 9_600, rank: 1 },
      { bidderNo: "B", score: 9_400, rank: 2 },
    ]);
  });

  it("T2 auction: equal scores share a rank, differences below the shown digits decide", () => {
    const tied = [
      { bidderNo: "A", amountFen: wan(300), itemPoints: { plan: 5_000 } },
      { bidderNo: "B", amountFen: wan(300), itemPoints: { plan: 5_000 } },
    ];
    expect(weightedScores(TERMS, tied).map(({ rank }) => rank)).toEqual([1, 1]);
    const close = [tied[0]!, { ...tied[1]!, amountFen: wan(300) - 1n }];
    expect(weightedScores(TERMS, close).map(({ bidderNo, rank }) => [bidderNo, rank])).toEqual([["A", 1], ["B", 2]]);
  });

  it("T2 auction: nothing scores without a bid", () => {
    expect(weightedScores(TERMS, [])).toEqual([]);
  });
});
