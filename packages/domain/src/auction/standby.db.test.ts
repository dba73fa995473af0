import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aRunningLot, type AnnouncedLot } from "../../testing/lots.ts";
import { anOrigin } from "../../testing/origin.ts";
import { openDealFromAuction } from "../deal/index.ts";
import { SYSTEM, type Actor } from "../shared/actor.ts";
import { execute } from "../shared/execute.ts";
import { openBidDesk } from "./bid-desk.ts";
import { closeAuction } from "./close-auction.ts";
import { confirmAuction } from "./confirm-auction.ts";
import { endStandby, expireStandby, leaveStandby, offerStandby } from "./standby.ts";

const WAN = 10_000;

describe("T2 auction: the reserve bidder", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: Parameters<typeof execute<I, O>>[1], actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const depositOf = async (intentId: string) => (await db.db.deposit.findUniqueOrThrow({ where: { intentId } })).state;
  const awardOf = async (lot: AnnouncedLot) => {
    const event = await db.db.outboxEvent.findFirstOrThrow({ where: { type: "AuctionAwarded", subjectId: lot.auctionId }, orderBy: { id: "desc" } });
    const payload = event.payload as { intentId: string; buyerId: string; priceFen: string; awardedAt: string };
    return { auctionId: lot.auctionId, listingId: lot.listing.id, intentId: payload.intentId, buyerId: payload.buyerId, priceFen: BigInt(payload.priceFen), awardedAt: new Date(payload.awardedAt) };
  };

  async function anAward(standby: "OFFER_TO_RESERVE" | "RESALE_ONLY"): Promise<AnnouncedLot> {
    const lot = await aRunningLot(db, { bidding: { standby } });
    const desk = openBidDesk(db);
    for (const [i, inWan] of [200, 220, 240].entries()) await desk.place(lot.bidders[i]!.actor, { auctionId: lot.auctionId, amount: String(inWan * WAN), requestId: randomUUID() }, anOrigin());
    const { endsAt } = await db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
    await moveClockTo(db, endsAt);
    await run(closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt });
    await run(confirmAuction, lot.venue.auctioneer, { auctionId: lot.auctionId, price: "2400000" });
    return lot;
  }

  it("stands by with his deposit only where it was announced", async () => {
    const plain = await anAward("RESALE_ONLY");
    expect(await depositOf(plain.bidders[1]!.intentId)).toBe("REFUNDING");
    const lot = await anAward("OFFER_TO_RESERVE");
    expect(await Promise.all(lot.bidders.map(({ intentId }) => depositOf(intentId)))).toEqual(["REFUNDING", "STANDBY", "LOCKED"]);
  });

  it("takes the defaulter's place at his own last price, once", async () => {
    const lot = await anAward("OFFER_TO_RESERVE");
    const { dealId } = await run(openDealFromAuction, SYSTEM, await awardOf(lot));
    const deal = await db.db.deal.findUniqueOrThrow({ where: { id: dealId } });
    await db.db.deal.update({ where: { id: dealId }, data: { state: "DEFAULTED", version: { increment: 1 } } });
    await db.db.listing.update({ where: { id: lot.listing.id }, data: { state: "DEFAULT", version: { increment: 1 } } });
    const offer = () => run(offerStandby, SYSTEM, { listingId: lot.listing.id, intentId: deal.intentId, effectiveAt: deal.signDueAt });
    expect(await offer()).toEqual({ offered: true });
    expect(await offer()).toEqual({ offered: false });
    expect(await depositOf(lot.bidders[1]!.intentId)).toBe("LOCKED");
    const second = await awardOf(lot);
    expect(second).toMatchObject({ buyerId: lot.bidders[1]!.actor.organisation!.id, priceFen: 220n * 1_000_000n });
    await run(openDealFromAuction, SYSTEM, second);
    expect(await db.db.deal.findMany({ where: { auctionId: lot.auctionId, state: "AWARDED" } })).toMatchObject([{ priceFen: 220n * 1_000_000n }]);
  });

  it("stands by no longer than the announced days, whatever the winner does", async () => {
    const lot = await anAward("OFFER_TO_RESERVE");
    const { announcement, closedAt } = await db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
    expect(announcement).toMatchObject({ procedure: { standbyDays: 30 } });
    const { dueAt } = await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: "auction.standby-over", subjectId: lot.auctionId } } });
    expect((dueAt.getTime() - closedAt!.getTime()) / 86_400_000).toBeGreaterThanOrEqual(30);
    const expire = () => run(expireStandby, SYSTEM, { auctionId: lot.auctionId, dueAt });
    expect(await expire()).toEqual({ expired: false });
    await moveClockTo(db, dueAt);
    expect(await expire()).toEqual({ expired: true });
    expect(await expire()).toEqual({ expired: false });
    expect(await depositOf(lot.bidders[1]!.intentId)).toBe("REFUNDING");
  });

  it("leaves with the deposit when he likes, and is let go when the winner has signed", async () => {
    const lot = await anAward("OFFER_TO_RESERVE");
    const leave = (actor: Actor) => run(leaveStandby, actor, { auctionId: lot.auctionId });
    await expect(leave(lot.bidders[0]!.actor)).rejects.toMatchObject({ code: "NOT_STANDING_BY" });
    await expect(leave(lot.venue.operator)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await leave(lot.bidders[1]!.actor);
    expect(await depositOf(lot.bidders[1]!.intentId)).toBe("REFUNDING");
    const other = await anAward("OFFER_TO_RESERVE");
    expect(await run(endStandby, SYSTEM, { listingId: other.listing.id })).toEqual({ ended: true });
    expect(await depositOf(other.bidders[1]!.intentId)).toBe("REFUNDING");
  });
});
