import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOpenLot } from "../../testing/auctions.ts";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aSoleBuyerDeal as soldToOne, contractDraft, signedBy } from "../../testing/deals.ts";
import { aListedListing, anAdmittedIntent, aSeller, endThePeriod } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { AuctionAwarded, closeAuction, confirmAuction, openBidDesk } from "../auction/index.ts";
import { issueCertificate, verifyCertificate } from "../certificate/index.ts";
import { sumOfBook, balanceOf } from "../ledger/index.ts";
import { ListingFoundSoleBuyer } from "../listing/index.ts";
import { ANONYMOUS, SYSTEM } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { execute, read } from "../shared/execute.ts";
import { aPerson } from "../../testing/people.ts";
import { closeDeal, confirmHandover, draftContract, missSigning, openDealFromAuction, openDealFromSoleBuyer, payDeal, readDeal, signDeal } from "./index.ts";

describe("T6 deal: from a listing", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  async function told<Payload>(event: { name: string; payload: { parse(value: unknown): Payload } }, subjectId: string): Promise<Payload> {
    const [row] = await db.db.outboxEvent.findMany({ where: { type: event.name, subjectId } });
    return event.payload.parse(row!.payload);
  }
  const stateOf = async (id: string) => (await db.db.listing.findUniqueOrThrow({ where: { id } })).state;

  it("T4 deal: a licence keeps the territory that was announced, in the deal and in the contract's text", async () => {
    const { dealId, seller } = await soldToOne(db, { tradeMode: "LICENCE", licenceKind: "exclusive", licenceYears: 5, licenceTerritory: "浙江省" });
    expect(await read(db, readDeal, seller, { dealId })).toMatchObject({ licenceKind: "exclusive", licenceYears: 5, licenceTerritory: "浙江省" });
    expect((await contractDraft(db, { dealId, seller, price: "1250000.00" })).contractText).toContain("许可地域为浙江省，许可期限 5 年");
    const sale = await soldToOne(db);
    expect(await read(db, readDeal, sale.seller, { dealId: sale.dealId })).toMatchObject({ licenceTerritory: null });
  });

  async function aSoleBuyerDeal() {
    const listing = await aListedListing(db);
    const { buyer, id: intentId } = await anAdmittedIntent(db, listing, undefined, { offer: "1250000" });
    expect(await endThePeriod(db, listing)).toBe("agreeWithSole");
    const award = await told(ListingFoundSoleBuyer, listing.id);
    const { dealId } = await execute(db, openDealFromSoleBuyer, SYSTEM, award, anOrigin());
    return { listing, buyer, intentId, award, dealId };
  }

  it("T6 deal: one buyer, from the end of the period to the close, with the deposit in the price", async () => {
    const { listing, buyer, award, dealId } = await aSoleBuyerDeal();
    expect(await execute(db, openDealFromSoleBuyer, SYSTEM, award, anOrigin())).toMatchObject({ dealId });
    expect(await stateOf(listing.id)).toBe("AWARDED");
    expect(await read(db, readDeal, buyer, { dealId })).toMatchObject({ origin: "SOLE_BUYER", priceFen: 125_000_000n });

    const deal = { dealId, seller: listing.seller, price: "1250000.00" };
    const { contractHash } = await execute(db, draftContract, listing.seller, await contractDraft(db, deal), anOrigin());
    expect(await stateOf(listing.id)).toBe("CONTRACTING");
    await execute(db, signDeal, listing.seller, { dealId, contractHash }, anOrigin());
    await execute(db, signDeal, buyer, { dealId, contractHash }, anOrigin());
    expect(await stateOf(listing.id)).toBe("SETTLING");
    const { amountFen: depositFen } = await db.db.deposit.findFirstOrThrow({ where: { intent: { listingId: listing.id } } });
    expect(await read(db, readDeal, buyer, { dealId })).toMatchObject({ settlement: "PART", receivedFen: depositFen, outstandingFen: 125_000_000n - depositFen });

    expect(await execute(db, payDeal, buyer, { dealId, no: 1 }, anOrigin())).toMatchObject({ settlement: "CERTIFY", amountFen: 125_000_000n - depositFen });
    const { verifyCode } = await execute(db, issueCertificate, listing.venue.operator, { dealId }, anOrigin());
    expect(await read(db, verifyCertificate, ANONYMOUS, { code: verifyCode })).toMatchObject({ facts: { method: "LISTING_AGREED", listingNo: listing.no, qualifiedBuyers: 1 } });
    expect(await stateOf(listing.id)).toBe("CERTIFIED");
    await execute(db, confirmHandover, buyer, { dealId }, anOrigin());
    expect(await execute(db, closeDeal, listing.venue.finance, { dealId }, anOrigin())).toMatchObject({ state: "SETTLED" });
    expect(await stateOf(listing.id)).toBe("CLOSED");
    expect(await balanceOf(db.db, listing.id, { kind: "DEPOSIT_HELD", owner: listing.id })).toBe(0n);
    expect(await sumOfBook(db.db)).toBe(0n);
  });

  it("T7 deal: nobody signs a State-owned enterprise's deal before its result has been announced for five working days", async () => {
    const seller = await aSeller(db, { kind: "STATE_ENTERPRISE" });
    const deal = await soldToOne(db, { seller });
    const { dealId, buyer } = deal;
    await signedBy(db, deal, []);
    const { heldUntil, may, drafted } = await read(db, readDeal, buyer, { dealId });
    expect(may.sign).toBe(false);
    const sign = () => execute(db, signDeal, buyer, { dealId, contractHash: drafted!.hash }, anOrigin());
    await expect(sign()).rejects.toMatchObject({ code: "DEAL_RESULT_ANNOUNCED", details: { until: dayOf(heldUntil!) } });
    await moveClockTo(db, new Date(heldUntil!.getTime() - 1_000));
    await expect(sign()).rejects.toMatchObject({ code: "DEAL_RESULT_ANNOUNCED" });
    await moveClockTo(db, heldUntil!);
    expect(await read(db, readDeal, buyer, { dealId })).toMatchObject({ heldUntil: null, may: { sign: true } });
    expect(await sign()).toMatchObject({ signedByBoth: false });
  });

  it("T6 deal: nobody drafts in time, the deal is annulled, the listing ends and the deposit goes back", async () => {
    const { listing, intentId, dealId } = await aSoleBuyerDeal();
    const { signDueAt } = await db.db.deal.findUniqueOrThrow({ where: { id: dealId } });
    await moveClockTo(db, signDueAt);
    expect(await execute(db, missSigning, SYSTEM, { dealId, dueAt: signDueAt }, anOrigin())).toEqual({ state: "ANNULLED" });
    expect(await stateOf(listing.id)).toBe("TERMINATED");
    expect((await db.db.deposit.findUniqueOrThrow({ where: { intentId } })).state).toBe("REFUNDING");
  });

  it("T6 deal: a buyer who lets the deadline pass is in default, and his deposit stays until that is decided", async () => {
    const { listing, intentId, dealId } = await aSoleBuyerDeal();
    const { contractHash } = await execute(db, draftContract, listing.seller, await contractDraft(db, { dealId, seller: listing.seller, price: "1250000.00" }), anOrigin());
    await execute(db, signDeal, listing.seller, { dealId, contractHash }, anOrigin());
    const { signDueAt } = await db.db.deal.findUniqueOrThrow({ where: { id: dealId } });
    await moveClockTo(db, signDueAt);
    expect(await execute(db, missSigning, SYSTEM, { dealId, dueAt: signDueAt }, anOrigin())).toEqual({ state: "DEFAULTED" });
    expect(await stateOf(listing.id)).toBe("DEFAULT");
    expect((await db.db.deposit.findUniqueOrThrow({ where: { intentId } })).state).toBe("LOCKED");
  });

  it("T6 deal.open-from-auction: the confirmed price, once, however often the worker is told; never another price", async () => {
    const lot = await anOpenLot(db, { freeMs: 60_000, windowSeconds: 60 });
    const desk = openBidDesk(db);
    const { endsAt } = await desk.place(lot.bidders[0]!, { auctionId: lot.auctionId, amount: "2100000", requestId: randomUUID() }, anOrigin());
    await moveClockTo(db, endsAt);
    await execute(db, closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt }, anOrigin());
    const auctioneer = await aPerson(db, lot.venue, ["AUCTIONEER"]);
    await execute(db, confirmAuction, auctioneer, { auctionId: lot.auctionId, price: "2100000.00" }, anOrigin());
    const award = await told(AuctionAwarded, lot.auctionId);
    await expect(execute(db, openDealFromAuction, SYSTEM, { ...award, priceFen: "200000000" }, anOrigin())).rejects.toMatchObject({ code: "DEAL_AWARD_REFUSED" });
    const opened = await Promise.all([1, 2].map(() => execute(db, openDealFromAuction, SYSTEM, award, anOrigin()).catch((error: unknown) => error)));
    const { dealId } = await execute(db, openDealFromAuction, SYSTEM, award, anOrigin());
    expect(opened).toContainEqual(expect.objectContaining({ dealId }));
    expect(await db.db.deal.findMany({ where: { auctionId: lot.auctionId } })).toMatchObject([{ id: dealId, origin: "AUCTION", priceFen: 210_000_000n, state: "AWARDED", buyerId: lot.bidders[0]!.organisation!.id }]);
    expect(await stateOf(lot.listingId)).toBe("AWARDED");
    await expect(execute(db, openDealFromAuction, auctioneer, award, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });
});
