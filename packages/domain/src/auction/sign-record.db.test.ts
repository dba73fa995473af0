import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { bidInWan } from "../../testing/bidding.ts";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aRunningLot, anotherPersonOf, type AnnouncedLot, type LotBidder } from "../../testing/lots.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aPerson } from "../../testing/people.ts";
import { ANONYMOUS, SYSTEM, type Actor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { openBidDesk } from "./bid-desk.ts";
import { closeAuction } from "./close-auction.ts";
import { confirmAuction } from "./confirm-auction.ts";
import { readConfirmation } from "./read-confirmation.ts";
import { accountOf } from "./record-statement.ts";
import { signConfirmation, signRecord } from "./sign-record.ts";
import { verifyAuction } from "./verify-auction.ts";

const PRICE = "2000000";

describe("T2 auction: the signed record (拍卖法 51–53)", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: Parameters<typeof execute<I, O>>[1], actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const sheet = (lot: AnnouncedLot, actor: Actor) => read(db, readConfirmation, actor, { auctionId: lot.auctionId });
  const verify = (lot: AnnouncedLot) => read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId });
  const record = (lot: AnnouncedLot, actor: Actor, price = PRICE) => run(signRecord, actor, { auctionId: lot.auctionId, price });
  const buy = (lot: AnnouncedLot, actor: Actor, price = PRICE) => run(signConfirmation, actor, { auctionId: lot.auctionId, price });

  async function aResult(): Promise<AnnouncedLot & { readonly winner: LotBidder; readonly loser: LotBidder }> {
    const lot = await aRunningLot(db, { bidders: 2 });
    const [winner, loser] = lot.bidders as [LotBidder, LotBidder];
    await bidInWan(openBidDesk(db), lot, winner.actor, 200);
    const { endsAt } = await db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
    await moveClockTo(db, endsAt);
    await run(closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt });
    return { ...lot, winner, loser };
  }

  async function aConfirmedLot() {
    const lot = await aResult();
    await run(confirmAuction, lot.venue.auctioneer, { auctionId: lot.auctionId, price: PRICE });
    return lot;
  }

  it("is signed by auctioneer, recorder and buyer, each under the head of the log, with account and time; the proof shows all three", async () => {
    const lot = await aConfirmedLot();
    expect(await sheet(lot, lot.venue.operator)).toMatchObject({ isSigned: true, signatures: [{ role: "AUCTIONEER", personName: lot.venue.auctioneer.name }], maySign: { RECORDER: true, BUYER: false } });
    expect(await sheet(lot, lot.winner.actor)).toMatchObject({ maySign: { RECORDER: false, BUYER: true } });
    await record(lot, lot.venue.operator);
    await buy(lot, lot.winner.actor);
    const { chainHead, log, signatures, genuine } = await verify(lot);
    expect(genuine).toBe(true);
    expect(signatures.map(({ no, role }) => [no, role])).toEqual([[1, "AUCTIONEER"], [2, "RECORDER"], [3, "BUYER"]]);
    for (const one of signatures) expect(one).toMatchObject({ chainHead, entries: log!.length, bidderNo: lot.winner.bidderNo, priceInFen: "200000000" });
    expect(signatures.map(({ account }) => account)).toEqual([lot.venue.auctioneer, lot.venue.operator, lot.winner.actor].map(({ personId }) => accountOf(lot.auctionId, personId)));
    expect(JSON.stringify(signatures)).not.toContain(lot.winner.actor.name);
    expect(await sheet(lot, lot.winner.actor)).toMatchObject({ maySign: { RECORDER: false, BUYER: false } });
  });

  it("tells buyer and recorder that their signatures are wanted", async () => {
    const lot = await aConfirmedLot();
    const told = await db.db.notification.findMany({ where: { kind: "auction.to-sign", personId: { in: [lot.winner.actor.personId, lot.loser.actor.personId, lot.venue.operator.personId, lot.venue.auctioneer.personId] } } });
    expect(new Set(told.map(({ personId }) => personId))).toEqual(new Set([lot.winner.actor.personId, lot.venue.operator.personId]));
  });

  it("is signed once a side, after the auctioneer, at the price of the log, and stays", async () => {
    const early = await aResult();
    await expect(record(early, early.venue.operator)).rejects.toMatchObject({ code: "RESULT_NOT_CONFIRMED" });
    await expect(buy(early, early.winner.actor)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const lot = await aConfirmedLot();
    await expect(record(lot, lot.venue.operator, "2000001")).rejects.toMatchObject({ code: "CONFIRM_PRICE_DIFFERS" });
    await expect(buy(lot, lot.winner.actor, "1")).rejects.toMatchObject({ code: "CONFIRM_PRICE_DIFFERS" });
    const colleague = await anotherPersonOf(db, lot.winner, ["BUYER"]);
    const twice = await Promise.allSettled([buy(lot, lot.winner.actor), buy(lot, colleague)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(buy(lot, colleague)).rejects.toMatchObject({ code: "RECORD_SIGNED_ALREADY" });
    const key = { auctionId_no: { auctionId: lot.auctionId, no: 1 } };
    await expect(db.db.auctionSignature.update({ where: key, data: { personName: "别人" } })).rejects.toThrow();
    await expect(db.db.auctionSignature.delete({ where: key })).rejects.toThrow();
  });

  it("is not signed by strangers, by a loser, by the seller, nor twice by one person as auctioneer and recorder", async () => {
    const lot = await aResult();
    const both = await aPerson(db, { ...lot.venue.auctioneer.organisation! }, ["AUCTIONEER", "VENUE_OPERATOR"]);
    await run(confirmAuction, both, { auctionId: lot.auctionId, price: PRICE });
    for (const actor of [both, lot.venue.auctioneer, lot.listing.seller, lot.winner.actor]) await expect(record(lot, actor)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    for (const actor of [lot.loser.actor, lot.listing.seller, lot.venue.operator]) await expect(buy(lot, actor)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(record(lot, { ...lot.venue.operator, secondFactor: false })).rejects.toMatchObject({ code: "SECOND_FACTOR_REQUIRED" });
    await record(lot, lot.venue.operator);
  });

  it("shows a record in which a signature, or the log under it, was altered by hand", async () => {
    const lot = await aConfirmedLot();
    await record(lot, lot.venue.operator);
    await byHand("update auction_signature set signed_at = signed_at + interval '1 day' where auction_id = $1 and no = 2", lot.auctionId);
    expect(await verify(lot)).toMatchObject({ genuine: false, faults: ["SIGNATURE_BROKEN_AT_2"] });
    await byHand("update auction_signature set signed_at = signed_at - interval '1 day' where auction_id = $1 and no = 2", lot.auctionId);
    expect(await verify(lot)).toMatchObject({ genuine: true });
    await byHand("update auction_signature set public_key = 'x' where auction_id = $1 and no = 1", lot.auctionId);
    expect(await verify(lot)).toMatchObject({ genuine: false, faults: ["SIGNATURE_BY_OTHER_KEY_AT_1"] });
  });

  async function byHand(statement: string, auctionId: string): Promise<void> {
    const owner = new pg.Client({ connectionString: db.url });
    await owner.connect();
    await owner.query("alter table auction_signature disable trigger all");
    await owner.query(statement, [auctionId]);
    await owner.query("alter table auction_signature enable trigger all");
    await owner.end();
  }
});
