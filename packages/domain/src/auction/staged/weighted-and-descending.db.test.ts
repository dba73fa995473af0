import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../../testing/database.ts";
import { aDraftListing } from "../../../testing/listings.ts";
import { aRunningLot, type AnnouncedLot, type LotBidder } from "../../../testing/lots.ts";
import { anOrigin } from "../../../testing/origin.ts";
import { aPerson } from "../../../testing/people.ts";
import { submitListing } from "../../listing/index.ts";
import { ANONYMOUS, SYSTEM, type Actor } from "../../shared/actor.ts";
import { execute, read } from "../../shared/execute.ts";
import { verifyAuction } from "../verify-auction.ts";
import { commitBid } from "./commit-bid.ts";
import { endStage } from "./end-stage.ts";
import { revealBid } from "./reveal-bid.ts";
import { readPlans, scorePlan } from "./score-plan.ts";
import { sealBid } from "./seal-bid.ts";
import { raiseBest, takePrice } from "./take-price.ts";

const WAN = 10_000;

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const rowOf = (lot: AnnouncedLot) => db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
const verify = (lot: AnnouncedLot) => read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId });
const plan = (no: string): string => `竞买号 ${no} 的实施方案：两年内完成中试与产业化，投入团队与资金。`;

async function pass(lot: AnnouncedLot): Promise<string> {
  const { stageEndsAt } = await rowOf(lot);
  await moveClockTo(db, stageEndsAt!);
  return (await execute(db, endStage, SYSTEM, { auctionId: lot.auctionId, dueAt: stageEndsAt! }, anOrigin())).stage;
}

async function commit(lot: AnnouncedLot, bidder: LotBidder, inWan: number): Promise<() => Promise<unknown>> {
  const parts = await sealBid({ procedureId: lot.auctionId, bidderNo: bidder.bidderNo, amountFen: String(inWan * WAN * 100) }, null);
  const receipt = await execute(db, commitBid, bidder.actor, { auctionId: lot.auctionId, commitment: parts.commitment, plan: plan(bidder.bidderNo) }, anOrigin());
  expect(receipt).toMatchObject({ verdict: "ACCEPTED" });
  return () => execute(db, revealBid, bidder.actor, { auctionId: lot.auctionId, amount: String(inWan * WAN), nonce: parts.nonce }, anOrigin());
}

describe("T2 auction: weighted bidding (trading §5.8)", () => {
  const WEIGHTS = { priceWeightBp: 6_000, items: [{ name: "实施方案", weightBp: 4_000 }], scorers: 1 };
  const score = (lot: AnnouncedLot, actor: Actor, bidderNo: string, points: number) => execute(db, scorePlan, actor, { auctionId: lot.auctionId, bidderNo, points: { Q1: points * 100 } }, anOrigin());

  it("the plans are scored before a price is known, by bidder number, and the worked example comes out", async () => {
    const lot = await aRunningLot(db, { bidding: { format: "F5", weights: WEIGHTS }, bidders: 2 });
    const [a, b] = lot.bidders as [LotBidder, LotBidder];
    const [openA, openB] = [await commit(lot, a, 300), await commit(lot, b, 270)];
    expect(await read(db, readPlans, lot.venue.reviewer, { auctionId: lot.auctionId })).toMatchObject({ plans: [] });
    expect(await pass(lot)).toBe("SCORING");
    expect(await db.db.notification.findMany({ where: { kind: "auction.to-score", link: `/desk/auctions/${lot.auctionId}` } })).toMatchObject([{ personId: lot.venue.reviewer.personId }]);
    expect(await openA()).toMatchObject({ verdict: "REFUSED", reason: "NOT_OPEN" });
    const { plans } = await read(db, readPlans, lot.venue.reviewer, { auctionId: lot.auctionId });
    expect(plans.map(({ bidderNo }) => bidderNo).sort()).toEqual([a.bidderNo, b.bidderNo].sort());
    expect(JSON.stringify(plans)).not.toContain(a.actor.organisation!.name);
    await score(lot, lot.venue.reviewer, a.bidderNo, 90);
    expect(await score(lot, lot.venue.reviewer, b.bidderNo, 100)).toMatchObject({ stage: "REVEAL" });
    await openA();
    await openB();
    expect(await pass(lot)).toBe("OVER");
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: a.bidderNo, priceFen: 300n * 1_000_000n });
    const last = await db.db.bidLogEntry.findFirstOrThrow({ where: { auctionId: lot.auctionId, kind: "STAGE_ENDED" }, orderBy: { sequence: "desc" } });
    expect(last.body).toMatchObject({ [`score:${a.bidderNo}`]: "9600", [`score:${b.bidderNo}`]: "9400" });
  });

  it("is scored once a scorer, in full, only then, by the venue's reviewers alone", async () => {
    const lot = await aRunningLot(db, { bidding: { format: "F5", weights: { ...WEIGHTS, scorers: 2 } }, bidders: 2 });
    const [a] = lot.bidders as [LotBidder];
    await commit(lot, a, 300);
    await expect(score(lot, lot.venue.reviewer, a.bidderNo, 90)).rejects.toMatchObject({ code: "NOT_SCORING" });
    await pass(lot);
    for (const actor of [lot.venue.auctioneer, lot.listing.seller, a.actor]) await expect(score(lot, actor, a.bidderNo, 90)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(execute(db, scorePlan, lot.venue.reviewer, { auctionId: lot.auctionId, bidderNo: a.bidderNo, points: {} }, anOrigin())).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(score(lot, lot.venue.reviewer, "nobody", 90)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await score(lot, lot.venue.reviewer, a.bidderNo, 90)).toMatchObject({ stage: "SCORING" });
    await expect(score(lot, lot.venue.reviewer, a.bidderNo, 10)).rejects.toMatchObject({ code: "SCORED_ALREADY" });
    const second = await aPerson(db, lot.venue.reviewer.organisation!, ["VENUE_REVIEWER"]);
    expect(await score(lot, second, a.bidderNo, 80)).toMatchObject({ stage: "REVEAL", state: "CLOSED" });
    expect(await verify(lot)).toMatchObject({ genuine: true });
  });
});

describe("T2 auction: descending bidding (trading §5.9)", () => {
  const FALL = { format: "F6", fallStepSeconds: 60, fallStepBp: 100, fallFloorBp: 9_000 } as const;
  const take = (lot: AnnouncedLot, { actor }: LotBidder, inWan: number) => execute(db, takePrice, actor, { auctionId: lot.auctionId, price: String(inWan * WAN) }, anOrigin());

  async function afterSteps(lot: AnnouncedLot, steps: number): Promise<void> {
    const { freeStartsAt } = await rowOf(lot);
    await moveClockTo(db, new Date(freeStartsAt.getTime() + steps * 60_000));
  }

  it("the first to accept the standing price has it, at that price, when two accept at once", async () => {
    const lot = await aRunningLot(db, { bidding: FALL });
    const [a, b] = lot.bidders as [LotBidder, LotBidder];
    await afterSteps(lot, 5);
    expect(await take(lot, a, 200)).toMatchObject({ verdict: "REFUSED", reason: "PRICE_MOVED" });
    const both = await Promise.all([take(lot, a, 190), take(lot, b, 190)]);
    expect(both.map(({ verdict }) => verdict).sort()).toEqual(["ACCEPTED", "REFUSED"]);
    const winner = both.find(({ verdict }) => verdict === "ACCEPTED")!.bidderNo;
    expect(await rowOf(lot)).toMatchObject({ state: "RESULT", leaderNo: winner, currentFen: 190n * 1_000_000n });
    expect(await verify(lot)).toMatchObject({ genuine: true, winner, priceFen: 190n * 1_000_000n });
  });

  it("stops at the announced floor, and nobody has it", async () => {
    const lot = await aRunningLot(db, { bidding: FALL });
    await afterSteps(lot, 10);
    expect(await take(lot, lot.bidders[0]!, 178)).toMatchObject({ reason: "PRICE_MOVED" });
    expect(await pass(lot)).toBe("OVER");
    expect(await rowOf(lot)).toMatchObject({ state: "FAILED" });
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: null });
  });

  it("others may go above the accepted price under seal, and the first may then bid once more", async () => {
    const lot = await aRunningLot(db, { bidding: { ...FALL, fallFollowUp: "SEALED_AND_BEST" } });
    const [a, b, c] = lot.bidders as [LotBidder, LotBidder, LotBidder];
    await afterSteps(lot, 5);
    expect(await take(lot, a, 190)).toMatchObject({ verdict: "ACCEPTED", state: "OPEN_FREE" });
    const own = await sealBid({ procedureId: lot.auctionId, bidderNo: a.bidderNo, amountFen: "250000000" }, null);
    expect(await execute(db, commitBid, a.actor, { auctionId: lot.auctionId, commitment: own.commitment }, anOrigin())).toMatchObject({ reason: "NOT_IN_THIS_ROUND" });
    const opens = [await commit(lot, b, 205), await commit(lot, c, 220)];
    expect(await pass(lot)).toBe("REVEAL");
    for (const open of opens) await open();
    expect(await pass(lot)).toBe("BEST");
    expect(await db.db.notification.findMany({ where: { kind: "auction.best-bid", link: `/desk/auctions/${lot.auctionId}` } })).toMatchObject([{ personId: a.actor.personId }]);
    expect(await rowOf(lot)).toMatchObject({ leaderNo: c.bidderNo, currentFen: 220n * 1_000_000n });
    const best = (bidder: LotBidder, inWan: number) => execute(db, raiseBest, bidder.actor, { auctionId: lot.auctionId, price: String(inWan * WAN) }, anOrigin());
    expect(await best(b, 300)).toMatchObject({ reason: "NOT_IN_THIS_ROUND" });
    expect(await best(a, 229)).toMatchObject({ reason: "BELOW_MINIMUM" });
    expect(await best(a, 230)).toMatchObject({ verdict: "ACCEPTED", state: "RESULT" });
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: a.bidderNo, priceFen: 230n * 1_000_000n });
  });

  it("the best sealed bid has it when the first does not bid again; nobody above: the first at the accepted price", async () => {
    const silent = await aRunningLot(db, { bidding: { ...FALL, fallFollowUp: "SEALED_AND_BEST" } });
    const [a, b] = silent.bidders as [LotBidder, LotBidder];
    await take(silent, a, 200);
    const open = await commit(silent, b, 215);
    await pass(silent);
    await open();
    await pass(silent);
    expect(await pass(silent)).toBe("OVER");
    expect(await verify(silent)).toMatchObject({ genuine: true, winner: b.bidderNo, priceFen: 215n * 1_000_000n });
    const alone = await aRunningLot(db, { bidding: { ...FALL, fallFollowUp: "SEALED_AND_BEST" } });
    await take(alone, alone.bidders[0]!, 200);
    expect(await pass(alone)).toBe("OVER");
    expect(await verify(alone)).toMatchObject({ genuine: true, winner: alone.bidders[0]!.bidderNo, priceFen: 200n * 1_000_000n });
  });

  it("a state seller's floor is not below 90 % of the basis without approval", async () => {
    const low = await aDraftListing(db, { bidding: { ...FALL, fallFloorBp: 8_000 } });
    await expect(execute(db, submitListing, low.seller, { listingId: low.id }, anOrigin())).rejects.toMatchObject({ fields: expect.arrayContaining([expect.objectContaining({ code: "FALL_FLOOR_NEEDS_APPROVAL" })]) as unknown[] });
    const approved = await aDraftListing(db, { bidding: { ...FALL, fallFloorBp: 8_000 }, declarations: { isTruthful: true, hasFreshApproval: true } });
    await expect(execute(db, submitListing, approved.seller, { listingId: approved.id }, anOrigin())).resolves.toMatchObject({ state: "REVIEW" });
  });
});
