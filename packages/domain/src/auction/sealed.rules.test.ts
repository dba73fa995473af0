import { describe, expect, it } from "vitest";
import { wan } from "../shared/money.ts";
import { sealedOutcome, type OpenedBid } from "./sealed.rules.ts";

const T1 = new Date("2025-11-10T01:00:00Z");
const T2 = new Date("2025-11-10T02:00:00Z");
const bid = (bidderNo: string, amount: bigint, committedAt = T1, matchesCommitment = true): OpenedBid => ({
  bidderNo,
  amountFen: wan(amount),
  committedAt,
  matchesCommitment,
});

describe("T2 auction: sealed bids (trading §5.6, §5.7)", () => {
  it.each<[string, OpenedBid[], boolean, object]>([
    ["the highest wins", [bid("1", 44n), bid("2", 43n)], false, { kind: "WINNER", bidderNo: "1", priceFen: wan(44) }],
    ["what does not match its commitment is invalid", [bid("1", 99n, T1, false), bid("2", 43n)], false, { kind: "WINNER", bidderNo: "2", priceFen: wan(43) }],
    ["below the floor is invalid", [bid("1", 9n)], false, { kind: "NONE" }],
    ["no bid", [], false, { kind: "NONE" }],
    ["a tie goes to an extra round", [bid("1", 44n), bid("2", 44n, T2), bid("3", 40n)], false, { kind: "TIE_ROUND", among: ["1", "2"], floorFen: wan(44) }],
    ["tied again: the earlier commitment", [bid("1", 44n, T2), bid("2", 44n, T1)], true, { kind: "WINNER", bidderNo: "2", priceFen: wan(44) }],
    ["tied still: a draw", [bid("1", 44n), bid("2", 44n)], true, { kind: "DRAW", among: ["1", "2"], priceFen: wan(44) }],
  ])("T2 auction: %s", (_name, bids, isTieRound, outcome) => {
    expect(sealedOutcome(bids, wan(10), isTieRound)).toEqual(outcome);
  });
});
