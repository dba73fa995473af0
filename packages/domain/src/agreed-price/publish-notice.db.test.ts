import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { aDocument } from "../../testing/documents.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aClearedNotice, aConfirmedNotice, anOpenDeal, aPreparedNotice, aRunningNotice, confirmTerms, noticeTerms, today } from "../../testing/deals.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aListedListing, anAcceptedListing, aVenue } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { publishListing } from "../listing/index.ts";
import { recordValuation } from "../valuation/index.ts";
import { ANONYMOUS, SYSTEM } from "../shared/actor.ts";
import { addDays, dayOf, endOfDay } from "../shared/clock.ts";
import { execute, read } from "../shared/execute.ts";
import { calendarFor } from "../reference/index.ts";
import { cancelNotice, changeNotice, clearNotice, expireNotice, prepareNotice, publishNotice, readNotice, readPublishedNotice, searchNotices } from "./index.ts";
import { noticeEnd } from "./notice.rules.ts";

describe("T3 notice: published, cleared, expired", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it("T3 notice.publish: runs to 24:00 of its last day, counted by the calendar named, and is public", async () => {
    const { noticeId, seller } = await aConfirmedNotice(db);
    const { publishedAt, endsAt, state } = await execute(db, publishNotice, seller, { noticeId }, anOrigin());
    expect(state).toBe("RUNNING");
    expect(endsAt).toEqual(noticeEnd(publishedAt, 15, calendarFor()));
    expect(await db.db.dueAct.findUnique({ where: { kind_subjectId: { kind: "notice.clear", subjectId: noticeId } } })).toMatchObject({ dueAt: endsAt, doneAt: null });
    const shown = await read(db, readPublishedNotice, ANONYMOUS, { noticeId });
    expect(shown).toMatchObject({ state: "RUNNING", objectionOpen: true, calendarVersion: calendarFor().version, priceFen: 120_000_000n, related: false });
    expect(shown.timeline.map(({ event }) => event)).toEqual(["publish"]);
    expect((await read(db, searchNotices, ANONYMOUS, { tab: "running" })).items.map(({ id }) => id)).toContain(noticeId);
    expect((await read(db, searchNotices, ANONYMOUS, { tab: "cleared" })).items).toEqual([]);
  });

  it("T3 notice.publish: not before the buyer agreed, not twice, not by another unit or role", async () => {
    const prepared = await aPreparedNotice(db);
    const publish = (actor: typeof prepared.seller) => execute(db, publishNotice, actor, { noticeId: prepared.noticeId }, anOrigin());
    await expect(publish(prepared.seller)).rejects.toMatchObject({ code: "NOTICE_NOT_CONFIRMED" });
    await expect(publish(prepared.sellerAdmin)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(publish(await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY" }), ["SELLER"]))).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await confirmTerms(db, prepared);
    const both = await Promise.allSettled([publish(prepared.seller), publish(prepared.seller)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { kind: "conflict" } });
    expect(await db.db.outboxEvent.count({ where: { type: "NoticePublished", subjectId: prepared.noticeId } })).toBe(1);
  });

  it("T3 notice.publish: a state-owned enterprise sells in public unless a paper allows it otherwise, and then on an appraisal", async () => {
    const notice = await aConfirmedNotice(db);
    await db.db.organisation.update({ where: { id: notice.seller.organisation!.id }, data: { kind: "STATE_ENTERPRISE" } });
    const publish = () => execute(db, publishNotice, notice.seller, { noticeId: notice.noticeId }, anOrigin());
    await expect(publish()).rejects.toMatchObject({ code: "NOTICE_DIRECT_NOT_ALLOWED" });
    const { version, buyerId, decisionOn } = await read(db, readNotice, notice.seller, { noticeId: notice.noticeId });
    const changed = { noticeId: notice.noticeId, version, ...noticeTerms(buyerId, decisionOn as never), venueId: notice.venue!.operator.organisation!.id, directApproval: "国资发产权〔2026〕12号" };
    expect(await execute(db, changeNotice, notice.seller, changed, anOrigin()), "the terms are the same: the buyer need not confirm anew").toMatchObject({ confirmed: true });
    await expect(publish()).rejects.toMatchObject({ code: "NOTICE_APPRAISAL_REQUIRED" });
    const on = await today(db);
    await execute(db, recordValuation, notice.seller, { resultId: notice.resultId, reportNo: "浙评〔2026〕8号", appraiser: "浙江中衡资产评估有限公司", method: "INCOME", purpose: "转让定价", valuedOn: addDays(on, -10), value: "1200000", documentId: await aDocument(db, notice.seller) }, anOrigin());
    expect(await publish()).toMatchObject({ state: "RUNNING" });
    expect(await read(db, readPublishedNotice, ANONYMOUS, { noticeId: notice.noticeId })).toMatchObject({ directApproval: "国资发产权〔2026〕12号" });
  });

  it("T3 notice.publish: sole licences of one result for different provinces are on notice side by side (trading §9.3)", async () => {
    const sole = (territory: string) => ({ tradeMode: "LICENCE", licenceKind: "sole", licenceYears: 5, territory, paymentForm: undefined, payment: { form: "LUMP_SUM", price: "1200000", withinDays: 30 } }) as const;
    const first = await aRunningNotice(db, sole("浙江省"));
    const other = async (territory: string) => {
      const buyer = await aPerson(db, await anOrganisation(db), ["BUYER"]);
      const { noticeId } = await execute(db, prepareNotice, first.seller, { resultId: first.resultId, ...noticeTerms(buyer.organisation!.id, await today(db), sole(territory)) }, anOrigin());
      await confirmTerms(db, { noticeId, buyer });
      return execute(db, publishNotice, first.seller, { noticeId }, anOrigin());
    };
    expect(await other("山东省")).toMatchObject({ state: "RUNNING" });
    await expect(other("杭州市")).rejects.toMatchObject({ code: "RIGHTS_ON_NOTICE" });
  });

  it("T3 notice.publish: what is promised to one with exclusive effect is not published for another at the same time; ordinary licences can", async () => {
    const first = await aRunningNotice(db, { tradeMode: "LICENCE", licenceKind: "ordinary", licenceYears: 5 });
    const second = await aPerson(db, await anOrganisation(db), ["BUYER"]);
    const terms = noticeTerms(second.organisation!.id, await today(db), { tradeMode: "LICENCE", licenceKind: "ordinary", licenceYears: 3 });
    const { noticeId } = await execute(db, prepareNotice, first.seller, { resultId: first.resultId, ...terms }, anOrigin());
    await confirmTerms(db, { noticeId, buyer: second });
    await execute(db, publishNotice, first.seller, { noticeId }, anOrigin());
    const own = await read(db, readNotice, first.seller, { noticeId });
    await expect(
      execute(db, changeNotice, first.seller, { noticeId, version: own.version, ...terms, licenceKind: "exclusive" }, anOrigin()),
    ).rejects.toMatchObject({ code: "RIGHTS_ON_NOTICE" });
    const venue = await aVenue(db);
    const offered = await anAcceptedListing(db, { seller: first.seller, venue, resultId: first.resultId });
    await expect(execute(db, publishListing, venue.operator, { listingId: offered.id }, anOrigin()), "an assignment beside promised licences").rejects.toMatchObject({ code: "RIGHTS_ON_NOTICE" });
    const ordinary = await aListedListing(db, { seller: first.seller, venue, resultId: first.resultId, tradeMode: "LICENCE", licenceKind: "ordinary", licenceYears: 5 });
    await expect(
      execute(db, changeNotice, first.seller, { noticeId, version: own.version, ...terms, tradeMode: "ASSIGNMENT" }, anOrigin()),
    ).rejects.toMatchObject({ code: "RIGHTS_ALREADY_ON_OFFER", details: { no: ordinary.no } });
  });

  it("T3 notice.cancel: with a reason, shown to everybody; not once a deal stands on it", async () => {
    const { noticeId, seller } = await aRunningNotice(db);
    await execute(db, cancelNotice, seller, { noticeId, reason: "双方终止合作意向" }, anOrigin());
    const shown = await read(db, readPublishedNotice, ANONYMOUS, { noticeId });
    expect(shown).toMatchObject({ state: "CANCELLED", stateReason: "双方终止合作意向", objectionOpen: false });
    expect((await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: "notice.clear", subjectId: noticeId } } })).doneAt).not.toBeNull();
    await expect(execute(db, cancelNotice, seller, { noticeId, reason: "再次取消" }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    const deal = await anOpenDeal(db);
    await expect(execute(db, cancelNotice, deal.seller, { noticeId: deal.noticeId, reason: "不想卖了" }, anOrigin())).rejects.toMatchObject({ code: "NOTICE_HAS_DEAL" });
  });

  it("T3 notice.clear: with effect from the due instant, however late the worker comes; early or again it does nothing", async () => {
    const { noticeId, endsAt } = await aRunningNotice(db);
    const clear = () => execute(db, clearNotice, SYSTEM, { noticeId, dueAt: endsAt }, anOrigin());
    expect(await clear()).toEqual({ state: "RUNNING" });
    await moveClockTo(db, endOfDay(addDays(dayOf(endsAt), 3)));
    expect(await clear()).toEqual({ state: "CLEARED" });
    const notice = await db.db.publicNotice.findUniqueOrThrow({ where: { id: noticeId } });
    expect(notice.clearedAt).toEqual(endsAt);
    expect(notice.validUntil).toEqual(endOfDay(addDays(dayOf(endsAt), 180)));
    expect(await clear()).toEqual({ state: "CLEARED" });
    expect(await db.db.outboxEvent.count({ where: { type: "NoticeCleared", subjectId: noticeId } })).toBe(1);
    const person = await aPerson(db, await anOrganisation(db), ["SELLER"]);
    await expect(execute(db, clearNotice, person, { noticeId, dueAt: endsAt }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("T3 notice.expire: 180 days after it cleared", async () => {
    const { noticeId } = await aClearedNotice(db);
    const { validUntil } = await db.db.publicNotice.findUniqueOrThrow({ where: { id: noticeId } });
    const expire = () => execute(db, expireNotice, SYSTEM, { noticeId, dueAt: validUntil! }, anOrigin());
    expect(await expire()).toEqual({ state: "CLEARED" });
    await moveClockTo(db, validUntil!);
    expect(await expire()).toEqual({ state: "EXPIRED" });
    expect(await expire()).toEqual({ state: "EXPIRED" });
  });
});
