import { describe, expect, it } from "vitest";
import { fen, wan, ZERO_FEN } from "../shared/money.ts";
import { judgeBid, type BidderFacts, type BiddingTerms, type BidStanding } from "./bid.rules.ts";

const at = (time: string): Date => new Date(`2025-11-10T${time}+08:00`);
const TERMS: BiddingTerms = {
  procedureId: "P-1",
  clockForm: "TWO_PHASE",
  freeStart: at("09:00:00"),
  freeEnd: at("10:00:00"),
  windowSeconds: 300,
  startPriceFen: wan(200),
  incrementTable: [{ fromFen: ZERO_FEN, stepFen: wan(10) }],
  incrementMode: "AT_LEAST",
  priorityMode: "IN_HALL",
  allowTopUpByLeader: false,
};
const STANDING: BidStanding = { endsAt: at("10:05:00"), currentFen: wan(210), leader: "12" };
const FIT: BidderFacts = { isAdmitted: true, isDepositLocked: true, isBarred: false };

describe("T2 auction: bid validity (trading §5.5)", () => {
  it.each([
    ["a full step", {}, FIT, 220n, "10:03:30", true, "ACCEPTED"],
    ["less than a step", {}, FIT, 219n, "10:03:30", true, "BELOW_MINIMUM"],
    ["the same price", {}, FIT, 210n, "10:03:30", true, "BELOW_MINIMUM"],
    ["at the closing instant", {}, FIT, 220n, "10:05:00", true, "LATE"],
    ["before the start", {}, FIT, 220n, "08:59:59.999", true, "NOT_OPEN"],
    ["frozen", {}, FIT, 220n, "10:03:30", false, "NOT_OPEN"],
    ["not admitted", {}, { ...FIT, isAdmitted: false }, 220n, "10:03:30", true, "NOT_ADMITTED"],
    ["deposit not locked", {}, { ...FIT, isDepositLocked: false }, 220n, "10:03:30", true, "DEPOSIT_NOT_LOCKED"],
    ["barred", {}, { ...FIT, isBarred: true }, 220n, "10:03:30", true, "BARRED"],
    ["zero", {}, FIT, 0n, "10:03:30", true, "AMOUNT_NOT_POSITIVE"],
    ["the leader tops up", { leader: "07" }, FIT, 230n, "10:03:30", true, "ALREADY_LEADER"],
    ["first below start", { currentFen: undefined, leader: undefined }, FIT, 199n, "09:10:00", true, "BELOW_START"],
    ["first at start", { currentFen: undefined, leader: undefined }, FIT, 200n, "09:10:00", true, "ACCEPTED"],
    ["a priority match", {}, { ...FIT, priorityRank: 1 }, 210n, "10:03:30", true, "MATCHED"],
    ["a match against a better rank", { leaderRank: 1 }, { ...FIT, priorityRank: 2 }, 210n, "10:03:30", true, "BELOW_MINIMUM"],
    ["a match at the same rank: the earlier stands", { leaderRank: 1 }, { ...FIT, priorityRank: 1 }, 210n, "10:03:30", true, "BELOW_MINIMUM"],
    ["a match against a worse rank", { leaderRank: 2 }, { ...FIT, priorityRank: 1 }, 210n, "10:03:30", true, "MATCHED"],
    ["a priority holder rises", {}, { ...FIT, priorityRank: 1 }, 220n, "10:03:30", true, "ACCEPTED"],
  ] as const)("T2 auction: %s", (_name, standing, bidder, amount, time, isOpen, expected) => {
    const before = { ...STANDING, ...standing };
    const verdict = judgeBid(TERMS, before, bidder, { bidderNo: "07", amountFen: wan(amount), receivedAt: at(time) }, isOpen);
    expect(verdict.kind === "REFUSED" ? verdict.reason : verdict.kind).toBe(expected);
    if (verdict.kind === "REFUSED") expect(verdict.standing).toBe(before);
    else expect(verdict.standing).toMatchObject({ leader: "07", currentFen: wan(amount) });
  });

  it("T2 auction: the leader may top up only where it was announced; a match needs IN_HALL", () => {
    const bid = { bidderNo: "12", amountFen: wan(220), receivedAt: at("10:01:00") };
    expect(judgeBid({ ...TERMS, allowTopUpByLeader: true }, STANDING, FIT, bid, true).kind).toBe("ACCEPTED");
    const match = { bidderNo: "P1", amountFen: wan(210), receivedAt: at("10:01:00") };
    expect(judgeBid({ ...TERMS, priorityMode: "AFTER" }, STANDING, { ...FIT, priorityRank: 1 }, match, true)).toMatchObject({ reason: "BELOW_MINIMUM" });
  });

  it("T2 auction: a fen short of the step is short", () => {
    const bid = { bidderNo: "07", amountFen: fen(wan(220) - 1n), receivedAt: at("10:01:00") };
    expect(judgeBid(TERMS, STANDING, FIT, bid, true)).toMatchObject({ kind: "REFUSED", reason: "BELOW_MINIMUM" });
  });
});
