import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bidInWan } from "../../testing/bidding.ts";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aQuickVenue, aRunningLot, type AnnouncedLot, type LotBidder } from "../../testing/lots.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { newOpeningKey, openHalves, sealBid, type SealingKeys } from "../auction/client.ts";
import { acceptKey, AuctionAwarded, closeAuction, commitBid, confirmAuction, endStage, freezeAuction, layOpen, openBidDesk, proposeAnnulment, readBoxes, registerKey, revealBid, scorePlan, signConfirmation, signRecord } from "../auction/index.ts";
import { openDealFromAuction } from "../deal/index.ts";
import { SYSTEM, type Actor, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { readWorklist } from "./index.ts";

describe("X2 worklist: what waits at an auction", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: Parameters<typeof execute<I, O>>[1], actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const rowOf = ({ auctionId }: AnnouncedLot) => db.db.auction.findUniqueOrThrow({ where: { id: auctionId } });
  const todosOf = async (actor: PersonActor, { auctionId }: AnnouncedLot) => (await read(db, readWorklist, actor, {})).items.filter(({ id }) => id === auctionId).map(({ kind }) => kind);

  async function pass(lot: AnnouncedLot): Promise<void> {
    const { stageEndsAt } = await rowOf(lot);
    await moveClockTo(db, stageEndsAt!);
    await run(endStage, SYSTEM, { auctionId: lot.auctionId, dueAt: stageEndsAt! });
  }

  async function close(lot: AnnouncedLot): Promise<void> {
    const { endsAt } = await rowOf(lot);
    await moveClockTo(db, endsAt);
    await run(closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt });
  }

  it("sealed bids wait for both keepers of the keys and for the bidder, until each has done his part", async () => {
    const venue = await aQuickVenue(db);
    const notary = await aPerson(db, await anOrganisation(db, { kind: "SERVICE_AGENCY" }), ["NOTARY"]);
    const [ofVenue, ofNotary] = await Promise.all([newOpeningKey(), newOpeningKey()]);
    await run(registerKey, venue.auctioneer, { venueId: venue.id, publicKey: ofVenue.publicKey });
    const { keyId } = await run(registerKey, notary, { venueId: venue.id, publicKey: ofNotary.publicKey });
    await run(acceptKey, venue.operator, { keyId });
    const lot = await aRunningLot(db, { venue, bidders: 2, bidding: { format: "F3" } });
    const [a, b] = lot.bidders as [LotBidder, LotBidder];
    const { sealed } = ((await rowOf(lot)).announcement as { procedure: { sealed: { keys: Record<"venue" | "notary", { jwk: Record<string, string> }> } } }).procedure;
    const keys: SealingKeys = { venue: sealed.keys.venue.jwk, notary: sealed.keys.notary.jwk };
    const bids = await Promise.all([a, b].map(({ bidderNo }) => sealBid({ procedureId: lot.auctionId, bidderNo, amountFen: "230000000" }, keys)));
    for (const [at, { actor }] of [a, b].entries()) await run(commitBid, actor, { auctionId: lot.auctionId, commitment: bids[at]!.commitment, box: bids[at]!.box });
    expect(await todosOf(a.actor, lot)).toEqual(["AUCTION_LIVE"]);
    expect(await todosOf(notary, lot)).toEqual([]);
    await pass(lot);
    expect(await todosOf(venue.auctioneer, lot)).toEqual(["AUCTION_OPEN_BIDS"]);
    expect(await todosOf(notary, lot)).toEqual(["AUCTION_OPEN_BIDS"]);
    await run(revealBid, a.actor, { auctionId: lot.auctionId, amount: "2300000", nonce: bids[0]!.nonce });
    expect([await todosOf(a.actor, lot), await todosOf(b.actor, lot)]).toEqual([[], ["AUCTION_OPEN_OWN_BID"]]);
    const { halves } = await read(db, readBoxes, notary, { auctionId: lot.auctionId });
    await run(layOpen, notary, { auctionId: lot.auctionId, shares: await openHalves(ofNotary.privateKey, halves) });
    expect([await todosOf(venue.auctioneer, lot), await todosOf(notary, lot)]).toEqual([["AUCTION_OPEN_BIDS"], []]);
  });

  it("plans wait for a reviewer until he has scored each of them", async () => {
    const weights = { priceWeightBp: 6_000, items: [{ name: "实施方案", weightBp: 4_000 }], scorers: 2 };
    const lot = await aRunningLot(db, { bidders: 2, bidding: { format: "F5", weights } });
    const second = await aPerson(db, lot.venue.reviewer.organisation!, ["VENUE_REVIEWER"]);
    for (const { actor, bidderNo } of lot.bidders) {
      const { commitment } = await sealBid({ procedureId: lot.auctionId, bidderNo, amountFen: "230000000" }, null);
      await run(commitBid, actor, { auctionId: lot.auctionId, commitment, plan: "九个月内完成放大试验，十八个月内建成示范线并投产。" });
    }
    await pass(lot);
    for (const { bidderNo } of lot.bidders) {
      expect(await todosOf(lot.venue.reviewer, lot)).toEqual(["AUCTION_SCORE"]);
      await run(scorePlan, lot.venue.reviewer, { auctionId: lot.auctionId, bidderNo, points: { Q1: 9_000 } });
    }
    expect([await todosOf(lot.venue.reviewer, lot), await todosOf(second, lot)]).toEqual([[], ["AUCTION_SCORE"]]);
  });

  it("a frozen lot waits for its auctioneer, a proposed annulment for somebody else than who proposed it", async () => {
    const lot = await aRunningLot(db, { bidders: 2 });
    await run(freezeAuction, lot.venue.auctioneer, { auctionId: lot.auctionId, reason: "网络故障" });
    expect(await todosOf(lot.venue.auctioneer, lot)).toEqual(["AUCTION_FROZEN"]);
    const both = await aPerson(db, lot.venue.operator.organisation!, ["VENUE_OPERATOR", "VENUE_REVIEWER"]);
    await run(proposeAnnulment, both, { auctionId: lot.auctionId, ground: "RESULT_CORRUPTED", reason: "系统日志显示报价服务曾遭入侵。" });
    expect([await todosOf(both, lot), await todosOf(lot.venue.reviewer, lot)]).toEqual([[], ["AUCTION_ANNULMENT"]]);
  });

  it("a closed lot waits for the answer of the priority holder alone", async () => {
    const lot = await aRunningLot(db, { bidders: 2, ranks: [1], bidding: { priorityMode: "AFTER" } });
    const [holder, leader] = lot.bidders as [LotBidder, LotBidder];
    await bidInWan(openBidDesk(db), lot, leader.actor, 200);
    await close(lot);
    expect([await todosOf(holder.actor, lot), await todosOf(leader.actor, lot)]).toEqual([["AUCTION_PRIORITY"], []]);
  });

  it("a confirmed result waits for recorder and buyer", async () => {
    const lot = await aRunningLot(db, { bidders: 2 });
    const [winner, loser] = lot.bidders as [LotBidder, LotBidder];
    await bidInWan(openBidDesk(db), lot, winner.actor, 200);
    await close(lot);
    expect(await todosOf(lot.venue.auctioneer, lot)).toEqual(["AUCTION_CONFIRM"]);
    await run(confirmAuction, lot.venue.auctioneer, { auctionId: lot.auctionId, price: "2000000" });
    const { payload } = await db.db.outboxEvent.findFirstOrThrow({ where: { type: AuctionAwarded.name, subjectId: lot.auctionId } });
    await run(openDealFromAuction, SYSTEM, AuctionAwarded.payload.parse(payload));
    expect([await todosOf(lot.venue.operator, lot), await todosOf(winner.actor, lot), await todosOf(loser.actor, lot)]).toEqual([["AUCTION_RECORD"], ["AUCTION_SIGN"], []]);
    await run(signRecord, lot.venue.operator, { auctionId: lot.auctionId, price: "2000000" });
    await run(signConfirmation, winner.actor, { auctionId: lot.auctionId, price: "2000000" });
    expect([await todosOf(lot.venue.operator, lot), await todosOf(winner.actor, lot)]).toEqual([[], []]);
  });
});
