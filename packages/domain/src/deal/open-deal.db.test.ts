import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aClearedNotice, anOpenDeal, aRunningNotice, confirmTerms, noticeTerms, today } from "../../testing/deals.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { changeNotice, clearNotice, readNotice } from "../agreed-price/index.ts";
import { SYSTEM } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { listOwnDeals, listVenueDeals, openDeal, readDeal } from "./index.ts";

describe("T6 deal: opened on a cleared notice", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it("T6 deal.open: the deal has the notice's terms and may be signed as long as the notice is valid", async () => {
    const { dealId, noticeId, seller, buyer, venue } = await anOpenDeal(db);
    const notice = await db.db.publicNotice.findUniqueOrThrow({ where: { id: noticeId } });
    const deal = await db.db.deal.findUniqueOrThrow({ where: { id: dealId } });
    expect(deal).toMatchObject({ origin: "AGREED_PRICE", state: "AWARDED", priceFen: notice.priceFen, buyerId: notice.buyerId, venueId: notice.venueId, signDueAt: notice.validUntil, settlement: null });
    expect(deal.no).toMatch(/^CJ\d{4}-\d{6}$/);
    for (const [person, side] of [[seller, "seller"], [buyer, "buyer"]] as const) {
      expect((await read(db, listOwnDeals, person, {})).items).toMatchObject([{ id: dealId, side }]);
    }
    expect((await read(db, listVenueDeals, venue!.operator, {})).items).toMatchObject([{ id: dealId, side: "venue" }]);
    const stranger = await aPerson(db, await anOrganisation(db), ["SELLER", "BUYER"]);
    await expect(read(db, readDeal, stranger, { dealId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("T6 deal.open: only cleared, only at the price published, only by the seller, only once", async () => {
    const running = await aRunningNotice(db);
    await expect(execute(db, openDeal, running.seller, { noticeId: running.noticeId, price: running.price }, anOrigin())).rejects.toMatchObject({ code: "NOTICE_NOT_CLEARED" });
    const { noticeId, price, seller, buyer } = await aClearedNotice(db);
    const open = (actor: typeof seller, amount = price) => execute(db, openDeal, actor, { noticeId, price: amount }, anOrigin());
    await expect(open(seller, "1199999.99")).rejects.toMatchObject({ code: "DEAL_PRICE_NOT_AS_PUBLISHED", details: { price: "1200000.00" } });
    await expect(open(buyer)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const both = await Promise.allSettled([open(seller), open(seller)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "DEAL_OPEN_ALREADY" } });
  });

  it("T6 deal.open: not while the buyer has not agreed to the terms of a restarted notice", async () => {
    const notice = await aRunningNotice(db);
    const own = await read(db, readNotice, notice.seller, { noticeId: notice.noticeId });
    await execute(db, changeNotice, notice.seller, { noticeId: notice.noticeId, version: own.version, ...noticeTerms(own.buyerId, await today(db), { venueId: own.venueId, price: "1000000.00" }) }, anOrigin());
    const { endsAt } = await read(db, readNotice, notice.seller, { noticeId: notice.noticeId });
    await moveClockTo(db, endsAt!);
    await execute(db, clearNotice, SYSTEM, { noticeId: notice.noticeId, dueAt: endsAt! }, anOrigin());
    const open = () => execute(db, openDeal, notice.seller, { noticeId: notice.noticeId, price: "1000000.00" }, anOrigin());
    await expect(open()).rejects.toMatchObject({ code: "NOTICE_NOT_CONFIRMED" });
    await confirmTerms(db, notice);
    expect(await open()).toMatchObject({ state: "AWARDED" });
  });

  it("T6 deal.open: not after the notice's validity, even when the worker has not said so yet", async () => {
    const { noticeId, price, seller } = await aClearedNotice(db);
    const { validUntil } = await db.db.publicNotice.findUniqueOrThrow({ where: { id: noticeId } });
    await moveClockTo(db, validUntil!);
    await expect(execute(db, openDeal, seller, { noticeId, price }, anOrigin())).rejects.toMatchObject({ code: "NOTICE_EXPIRED" });
  });
});
