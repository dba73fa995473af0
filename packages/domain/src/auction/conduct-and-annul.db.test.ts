import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockBy, moveClockTo } from "../../testing/clock.ts";
import { bidInWan } from "../../testing/bidding.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aPerson } from "../../testing/people.ts";
import { anAnnouncedLot, aQuickVenue, aRunningLot, type AnnouncedLot, type LotBidder } from "../../testing/lots.ts";
import { anOrigin } from "../../testing/origin.ts";
import { relistListing } from "../listing/index.ts";
import { ANONYMOUS, SYSTEM, type Actor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { decideAnnulment, proposeAnnulment } from "./annul-auction.ts";
import { readAuction } from "./auction.queries.ts";
import { openBidDesk, type BidDesk } from "./bid-desk.ts";
import { closeAuction } from "./close-auction.ts";
import { confirmAuction } from "./confirm-auction.ts";
import { announceToHall, presideAuction } from "./conduct-lot.ts";
import { openAuction } from "./open-auction.ts";
import { readConfirmation } from "./read-confirmation.ts";
import { resumeAuction } from "./resume-auction.ts";
import { verifyAuction } from "./verify-auction.ts";

describe("T2 auction: conducting and annulling", () => {
  let db: TestDatabase;
  let desk: BidDesk;
  beforeAll(async () => {
    db = await testDatabase();
    desk = openBidDesk(db);
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: Parameters<typeof execute<I, O>>[1], actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const bid = (lot: AnnouncedLot, { actor }: LotBidder, inWan: number) => bidInWan(desk, lot, actor, inWan);
  const rowOf = (lot: AnnouncedLot) => db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
  const verify = (lot: AnnouncedLot) => read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId });
  const propose = (lot: AnnouncedLot, actor: Actor, ground = "RESULT_CORRUPTED") => run(proposeAnnulment, actor, { auctionId: lot.auctionId, ground, reason: "系统日志显示报价服务曾遭入侵。" });
  const decide = (annulmentId: string, actor: Actor, decision: "ANNULLED" | "REJECTED") => run(decideAnnulment, actor, { annulmentId, decision, note: "经复核证据成立。" });
  const deposits = async (lot: AnnouncedLot) => new Set((await db.db.deposit.findMany({ where: { intent: { listingId: lot.listing.id } } })).map(({ state }) => state));

  async function aResult(): Promise<AnnouncedLot> {
    const lot = await aRunningLot(db, { bidders: 2 });
    await bid(lot, lot.bidders[0]!, 200);
    const { endsAt } = await rowOf(lot);
    await moveClockTo(db, endsAt);
    await run(closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt });
    return lot;
  }

  it("what the auctioneer says is told to everybody with his name, and stays", async () => {
    const lot = await aRunningLot(db, { bidders: 2 });
    await run(presideAuction, lot.venue.auctioneer, { auctionId: lot.auctionId, licence: "3300-0001" });
    const before = await rowOf(lot);
    await run(announceToHall, lot.venue.auctioneer, { auctionId: lot.auctionId, text: "还有五分钟。" });
    expect((await rowOf(lot)).version).toBe(before.version + 1);
    expect(await read(db, readAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ presider: { licence: "3300-0001" }, messages: [{ no: 1, text: "还有五分钟。" }] });
    await expect(db.db.auctionMessage.update({ where: { auctionId_no: { auctionId: lot.auctionId, no: 1 } }, data: { text: "没有说过" } })).rejects.toThrow();
    for (const actor of [lot.venue.operator, lot.listing.seller, lot.bidders[0]!.actor]) await expect(run(announceToHall, actor, { auctionId: lot.auctionId, text: "冒名" })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("under the Auction Law nothing runs before an auctioneer is in the chair; nobody loses time by it", async () => {
    const venue = await aQuickVenue(db);
    const lot = await anAnnouncedLot(db, { venue, bidders: 2, bidding: { legalRegime: "AUCTION_LAW", viewingDays: 2, viewing: "转让方技术中心", startDelaySeconds: 10 * 86_400 } });
    const { freeStartsAt, endsAt } = await rowOf(lot);
    await moveClockTo(db, freeStartsAt);
    await run(openAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: freeStartsAt });
    expect(await rowOf(lot)).toMatchObject({ state: "FROZEN" });
    expect(await bid(lot, lot.bidders[0]!, 200)).toMatchObject({ verdict: "REFUSED", reason: "NOT_OPEN" });
    await expect(run(resumeAuction, venue.auctioneer, { auctionId: lot.auctionId })).rejects.toMatchObject({ code: "AUCTIONEER_NEEDED" });
    await moveClockBy(db, 600_000);
    await run(presideAuction, venue.auctioneer, { auctionId: lot.auctionId, licence: "3300-0001" });
    await run(resumeAuction, venue.auctioneer, { auctionId: lot.auctionId });
    expect((await rowOf(lot)).endsAt.getTime() - endsAt.getTime()).toBeGreaterThanOrEqual(600_000);
    expect(await bid(lot, lot.bidders[0]!, 200)).toMatchObject({ verdict: "ACCEPTED" });
    expect(await verify(lot)).toMatchObject({ genuine: true, faults: [] });
  });

  it("what is published of the winner is what was announced: kind and place, or the name", async () => {
    const winnerOf = async (identityMode: "TYPE_AND_REGION" | "WINNER_NAMED") => {
      const lot = await aRunningLot(db, { bidders: 2, bidding: { identityMode } });
      await bid(lot, lot.bidders[0]!, 200);
      const { endsAt } = await rowOf(lot);
      await moveClockTo(db, endsAt);
      await run(closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt });
      expect((await read(db, readAuction, ANONYMOUS, { auctionId: lot.auctionId })).winner).toBeNull();
      await expect(read(db, readConfirmation, lot.listing.seller, { auctionId: lot.auctionId })).rejects.toMatchObject({ code: "RESULT_NOT_CONFIRMED" });
      await run(confirmAuction, lot.venue.auctioneer, { auctionId: lot.auctionId, price: "2000000" });
      return { lot, name: lot.bidders[0]!.actor.organisation!.name, ...(await read(db, readAuction, ANONYMOUS, { auctionId: lot.auctionId })) };
    };
    const confirmed = async (lot: AnnouncedLot, actor: Actor) => read(db, readConfirmation, actor, { auctionId: lot.auctionId });
    const plain = await winnerOf("TYPE_AND_REGION");
    const { lot } = plain;
    for (const actor of [lot.venue.auctioneer, lot.listing.seller, lot.bidders[0]!.actor]) {
      expect(await confirmed(lot, actor)).toMatchObject({ bidderNo: lot.bidders[0]!.bidderNo, priceFen: 200n * 1_000_000n, confirmedBy: lot.venue.auctioneer.name, buyer: { name: plain.name }, bidderCount: 2 });
    }
    await expect(confirmed(lot, lot.bidders[1]!.actor)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(plain.winner).toMatchObject({ kind: "ENTERPRISE", divisionCode: "330106", name: null });
    const named = await winnerOf("WINNER_NAMED");
    expect(named.winner).toMatchObject({ name: named.name });
  });

  it("a result is annulled by two persons; the deposits go back and the listing ends", async () => {
    const lot = await aResult();
    const { annulmentId } = await propose(lot, lot.venue.auctioneer);
    await expect(propose(lot, lot.venue.operator)).rejects.toMatchObject({ code: "ANNULMENT_PROPOSED_ALREADY" });
    await expect(decide(annulmentId, lot.venue.auctioneer, "ANNULLED")).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const both = await Promise.allSettled([decide(annulmentId, lot.venue.reviewer, "ANNULLED"), decide(annulmentId, lot.venue.reviewer, "ANNULLED")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await rowOf(lot)).toMatchObject({ state: "ANNULLED" });
    expect((await db.db.listing.findUniqueOrThrow({ where: { id: lot.listing.id } })).state).toBe("TERMINATED");
    expect(await deposits(lot)).toEqual(new Set(["REFUNDING"]));
    expect(await bid(lot, lot.bidders[1]!, 300)).toMatchObject({ verdict: "REFUSED", reason: "LATE" });
    expect(await verify(lot)).toMatchObject({ genuine: true });
  });

  it("whoever proposed does not decide, also as a reviewer; a winner at fault keeps waiting for his deposit; a rejected proposal changes nothing", async () => {
    const lot = await aResult();
    const double = await aPerson(db, lot.venue.reviewer.organisation!, ["VENUE_REVIEWER", "VENUE_OPERATOR"]);
    const first = await propose(lot, double);
    await expect(decide(first.annulmentId, double, "ANNULLED")).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await decide(first.annulmentId, lot.venue.reviewer, "REJECTED")).toEqual({ state: "RESULT" });
    const second = await propose(lot, lot.venue.operator, "COLLUSION");
    await decide(second.annulmentId, lot.venue.reviewer, "ANNULLED");
    expect(await deposits(lot)).toEqual(new Set(["LOCKED", "REFUNDING"]));
    await expect(propose(lot, lot.venue.operator)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
  });

  it("a lot annulled before its start takes nothing, and its log says so", async () => {
    const lot = await anAnnouncedLot(db, { bidders: 2 });
    const { annulmentId } = await propose(lot, lot.venue.auctioneer, "DESCRIPTION_UNTRUE");
    await decide(annulmentId, lot.venue.reviewer, "ANNULLED");
    await moveClockTo(db, (await rowOf(lot)).freeStartsAt);
    expect(await bid(lot, lot.bidders[0]!, 200)).toMatchObject({ verdict: "REFUSED" });
    expect(await verify(lot)).toMatchObject({ genuine: true });
  });

  it("a lot that was not sold is bid on again under a new notice, linked, at most a fifth cheaper", async () => {
    const lot = await aRunningLot(db, { bidders: 2, listing: { declarations: { isTruthful: true, hasFreshApproval: true } } });
    const { endsAt } = await rowOf(lot);
    await moveClockTo(db, endsAt);
    await run(closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt });
    const relist = (price: string) => run(relistListing, lot.listing.seller, { listingId: lot.listing.id, price, freshApproval: true });
    await expect(relist("1599999")).rejects.toMatchObject({ fields: [expect.objectContaining({ code: "RERUN_CUT_TOO_DEEP" })] });
    await expect(relist("1600000")).resolves.toMatchObject({ no: expect.any(String) as string });
  });
});
