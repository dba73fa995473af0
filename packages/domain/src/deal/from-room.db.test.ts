import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { noticeTerms, today } from "../../testing/deals.ts";
import { aMandate, aManager } from "../../testing/mandates.ts";
import { moveClockTo } from "../../testing/clock.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aListedListing, anAcceptedListing, aVenue } from "../../testing/listings.ts";
import { anAgreedRoom, anOpenRoom, saleTerms, type TestRoom } from "../../testing/rooms.ts";
import { changeNotice, clearNotice, prepareNoticeFromRoom, publishNotice, readNotice } from "../agreed-price/index.ts";
import { acceptOffer, bringManager, makeOffer, readRoom } from "../negotiation/index.ts";
import { publishListing, readPublishedListing, withdrawListing } from "../listing/index.ts";
import { ANONYMOUS, SYSTEM } from "../shared/actor.ts";
import { addDays } from "../shared/clock.ts";
import { execute, read } from "../shared/execute.ts";
import { commissionsOf } from "../technology-manager/index.ts";
import { draftContract, openDeal, openDealFromRoom, proposeContract, readDeal } from "./index.ts";

describe("T5 carrying an agreement on", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  async function toNotice({ roomId, seller }: TestRoom, changes: object = {}) {
    const { priceBasis, decisionBody, decisionOn, objectionChannel, unitPlace } = noticeTerms("", await today(db));
    return execute(db, prepareNoticeFromRoom, seller, { roomId, priceBasis, decisionBody, decisionOn, objectionChannel, unitPlace, relation: {}, ...changes }, anOrigin());
  }
  const toDeal = ({ roomId, seller }: TestRoom) => execute(db, openDealFromRoom, seller, { roomId }, anOrigin());

  it("T5 private seller: a deal with the very terms of the room, once; a university owes the notice first", async () => {
    const agreed = await anAgreedRoom(db, "ENTERPRISE");
    await expect(toNotice(agreed)).rejects.toMatchObject({ code: "ROOM_NEEDS_NO_NOTICE" });
    const both = await Promise.allSettled([toDeal(agreed), toDeal(agreed)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const room = await read(db, readRoom, agreed.buyer, { roomId: agreed.roomId });
    expect(room).toMatchObject({ state: "CONCLUDED" });
    const deal = await read(db, readDeal, agreed.buyer, { dealId: room.inside!.dealId! });
    expect(deal).toMatchObject({ origin: "NEGOTIATED", priceFen: 120_000_000n, venue: null, paymentTerms: "一次总付 1200000.00 元，合同生效后 30 日内付清" });
    await expect(toDeal(await anAgreedRoom(db))).rejects.toMatchObject({ code: "ROOM_NEEDS_NOTICE" });
    await expect(toDeal(await anOpenRoom(db, "ENTERPRISE"))).rejects.toMatchObject({ code: "ROOM_NOT_AGREED" });
    await expect(execute(db, openDealFromRoom, agreed.buyer, { roomId: agreed.roomId }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("T5 university: the notice carries the terms, the buyer has confirmed them, and the contract keeps to them", async () => {
    const on = await today(db);
    const terms = { tradeMode: "LICENCE" as const, licence: { kind: "sole" as const, territory: "浙江省", years: 5 }, payment: { form: "ENTRY_AND_ROYALTY" as const, entry: "300000", royaltyBp: 350, royaltyBase: "NET_SALES" as const } };
    const agreed = await anAgreedRoom(db, "UNIVERSITY", terms);
    const { noticeId, confirmed } = await toNotice(agreed);
    expect(confirmed).toBe(true);
    await execute(db, publishNotice, agreed.seller, { noticeId }, anOrigin());
    const notice = await read(db, readNotice, agreed.seller, { noticeId });
    expect(notice.termLines).toContainEqual({ field: "royalty", value: "3.5%" });
    await moveClockTo(db, notice.endsAt!);
    await execute(db, clearNotice, SYSTEM, { noticeId, dueAt: notice.endsAt! }, anOrigin());
    const { dealId } = await execute(db, openDeal, agreed.seller, { noticeId, price: "300000.00" }, anOrigin());
    const facts = { dealId, contractName: "钛粉成形技术许可合同", validFrom: addDays(on, 30), validTo: addDays(on, 30 + 1826), instalments: [{ dueOn: addDays(on, 60), amount: "300000.00" }] };
    const { contractText } = await read(db, proposeContract, agreed.seller, facts);
    expect(contractText).toContain("许可地域为浙江省");
    expect(contractText).toContain("净销售额的 3.5% 提成");
    const { version } = await read(db, readDeal, agreed.seller, { dealId });
    const draft = (text: string) => execute(db, draftContract, agreed.seller, { ...facts, version, contractText: text }, anOrigin());
    await expect(draft(contractText.replace("浙江省", "全国").replaceAll("3.5%", "2%"))).rejects.toMatchObject({ fields: [{ code: "DEAL_TEXT_LACKS_ROYALTY" }, { code: "DEAL_TEXT_LACKS_TERRITORY" }] });
    expect(await draft(contractText)).toMatchObject({ state: "CONTRACTING" });
  });

  it("T5 university: a change of the terms undoes the confirmation; with a venue the buyer confirms once more", async () => {
    const agreed = await anAgreedRoom(db);
    const { noticeId } = await toNotice(agreed);
    const own = await read(db, readNotice, agreed.seller, { noticeId });
    const payment = { form: "LUMP_SUM", price: "1100000.00", withinDays: 30 };
    const change = (changes: object) => execute(db, changeNotice, agreed.seller, { noticeId, version: own.version, ...noticeTerms(own.buyerId, own.decisionOn as never), ...changes } as never, anOrigin());
    await expect(change({ price: "1200000.00", payment })).rejects.toMatchObject({ fields: [{ path: "price", code: "NOTICE_PRICE_NOT_AS_PAYMENT" }] });
    expect(await change({ price: "1100000.00", payment })).toMatchObject({ confirmed: false });
  });

  it("T5 private seller: what was sold is not sold again, by talks, listing or notice; licences granted are named to who buys the right under them", async () => {
    const sold = await anAgreedRoom(db, "ENTERPRISE");
    const { seller, resultId } = sold;
    const other = await anAgreedRoom(db, "ENTERPRISE", saleTerms(), { seller, resultId });
    const venue = await aVenue(db);
    const listing = await aListedListing(db, { seller, venue, resultId });
    await expect(toDeal(sold)).rejects.toMatchObject({ code: "RIGHTS_ALREADY_ON_OFFER", details: { no: listing.no } });
    await execute(db, withdrawListing, seller, { listingId: listing.id, reason: "已与洽谈对象谈妥" }, anOrigin());
    const { no } = await toDeal(sold);
    await expect(toDeal(other)).rejects.toMatchObject({ code: "RIGHTS_GRANTED_ALREADY", details: { no } });
    const again = await anAcceptedListing(db, { seller, venue, resultId });
    await expect(execute(db, publishListing, venue.operator, { listingId: again.id }, anOrigin())).rejects.toMatchObject({ code: "RIGHTS_GRANTED_ALREADY" });

    const licence = (kind: "sole" | "exclusive", territory: string) => saleTerms("300000", { tradeMode: "LICENCE", licence: { kind, territory, years: 3 } });
    const first = await anAgreedRoom(db, "ENTERPRISE", licence("exclusive", "浙江省"));
    const here = { seller: first.seller, resultId: first.resultId };
    await toDeal(first);
    await expect(toDeal(await anAgreedRoom(db, "ENTERPRISE", licence("sole", "浙江省宁波市"), here))).rejects.toMatchObject({ code: "RIGHTS_GRANTED_ALREADY" });
    await toDeal(await anAgreedRoom(db, "ENTERPRISE", licence("exclusive", "山东省"), here));
    const whole = await aListedListing(db, { ...here, venue });
    expect((await read(db, readPublishedListing, ANONYMOUS, { listingId: whole.id })).licences).toEqual([{ mode: "LICENCE_EXCLUSIVE", endsAt: null }, { mode: "LICENCE_EXCLUSIVE", endsAt: null }]);
  });

  it("P2 commission: a manager who sat in the talks is owed on the deal they led to", async () => {
    const { seller, ...room } = await anOpenRoom(db, "ENTERPRISE");
    const manager = await aManager(db);
    const mandateId = await aMandate(db, seller, manager, { resultId: room.resultId, rateBp: 500, cap: "50000" });
    await execute(db, bringManager, seller, { roomId: room.roomId, mandateId }, anOrigin());
    const { offerNo, hash } = await execute(db, makeOffer, seller, { roomId: room.roomId, terms: saleTerms("2000000") }, anOrigin());
    await execute(db, acceptOffer, room.buyer, { roomId: room.roomId, offerNo, hash }, anOrigin());
    const { dealId } = await toDeal({ seller, ...room });
    expect(await commissionsOf(db.db, dealId)).toMatchObject([{ mandateId, payerId: seller.organisation!.id, amountFen: 5_000_000n, standing: "OWED" }]);
  });
});
