import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aPerson, anOrganisation } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aConfirmedNotice, aPreparedNotice, aRunningNotice, confirmTerms, noticeTerms, today } from "../../testing/deals.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDraftResult, aPublishedResult } from "../../testing/results.ts";
import { execute, read } from "../shared/execute.ts";
import { changeNotice, confirmNotice, findParties, prepareNotice, readNotice } from "./index.ts";

describe("T3 notice: seller and buyer agree", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it("T3 notice.prepare: writes terms, mark and number, and tells the buyer", async () => {
    const { noticeId, buyer } = await aPreparedNotice(db, { relation: { ties: [{ person: "钱研", is: "COMPLETER", holds: "SHARES" }] } });
    const notice = await db.db.publicNotice.findUniqueOrThrow({ where: { id: noticeId } });
    expect(notice).toMatchObject({ state: "PREPARED", relatedParty: true, relatedNature: "COMPLETER_INTEREST", priceFen: 120_000_000n, days: 15 });
    expect(notice.no).toMatch(/^GS\d{4}-\d{6}$/);
    expect(await db.db.notification.count({ where: { personId: buyer.personId, kind: "notice.to-confirm" } })).toBe(1);
    expect(await db.db.auditEntry.count({ where: { subjectId: noticeId, act: "notice.prepare" } })).toBe(1);
  });

  it("T3 notice.prepare: not for a draft, not with oneself, an authority or an unverified buyer, not on a decision still to come", async () => {
    const { seller, resultId } = await aPublishedResult(db);
    const on = await today(db);
    const prepare = (changes: object) => execute(db, prepareNotice, seller, { resultId, ...noticeTerms(seller.kind === "person" ? seller.organisation!.id : "", on), ...changes }, anOrigin());
    const problem = (path: string, code: string) => ({ kind: "invalid", fields: [{ path, code }] });
    const buyer = await anOrganisation(db);
    await expect(prepare({})).rejects.toMatchObject(problem("buyerId", "NOTICE_BUYER_UNFIT"));
    await expect(prepare({ buyerId: (await anOrganisation(db, { state: "PENDING" })).id })).rejects.toMatchObject(problem("buyerId", "NOTICE_BUYER_UNFIT"));
    await expect(prepare({ buyerId: (await anOrganisation(db, { kind: "GOVERNMENT" })).id })).rejects.toMatchObject(problem("buyerId", "NOTICE_BUYER_UNFIT"));
    await expect(prepare({ buyerId: buyer.id, venueId: buyer.id })).rejects.toMatchObject(problem("venueId", "NOTICE_VENUE_UNFIT"));
    await expect(prepare({ buyerId: buyer.id, decisionOn: "2099-01-01" })).rejects.toMatchObject(problem("decisionOn", "NOTICE_DECISION_IN_FUTURE"));
    await expect(prepare({ buyerId: buyer.id, tradeMode: "LICENCE" })).rejects.toMatchObject({ fields: [{ code: "NOTICE_LICENCE_KIND_NEEDED" }, { code: "NOTICE_LICENCE_YEARS_NEEDED" }] });
    await expect(prepare({ buyerId: buyer.id, days: 14 })).rejects.toMatchObject({ fields: [{ path: "days" }] });
    const draft = await aDraftResult(db);
    await expect(execute(db, prepareNotice, draft.seller, { resultId: draft.resultId, ...noticeTerms(buyer.id, on) }, anOrigin())).rejects.toMatchObject({ code: "NOTICE_RESULT_NOT_PUBLISHED" });
  });

  it("T3 notice.prepare: only by a seller's officer of the owner", async () => {
    const { resultId } = await aPublishedResult(db);
    const other = await anOrganisation(db, { kind: "UNIVERSITY" });
    const stranger = await aPerson(db, other, ["SELLER"]);
    const on = await today(db);
    const buyer = await anOrganisation(db);
    await expect(execute(db, prepareNotice, stranger, { resultId, ...noticeTerms(buyer.id, on) }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("T3 notice.confirm: the buyer agrees to the very terms, once; a change undoes it", async () => {
    const notice = await aConfirmedNotice(db);
    const { noticeId, seller, buyer } = notice;
    const seen = await read(db, readNotice, buyer, { noticeId });
    await expect(execute(db, confirmNotice, buyer, { noticeId, termsHash: seen.termsHash }, anOrigin())).rejects.toMatchObject({ code: "NOTICE_ALREADY_CONFIRMED" });
    await expect(execute(db, confirmNotice, seller, { noticeId, termsHash: seen.termsHash }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });

    const own = await read(db, readNotice, seller, { noticeId });
    const { confirmed } = await execute(db, changeNotice, seller, { noticeId, version: own.version, ...noticeTerms(own.buyerId, await today(db), { venueId: own.venueId, price: "1300000.00" }) }, anOrigin());
    expect(confirmed).toBe(false);
    await expect(execute(db, confirmNotice, buyer, { noticeId, termsHash: seen.termsHash }, anOrigin())).rejects.toMatchObject({ code: "NOTICE_TERMS_CHANGED", kind: "conflict" });
    await confirmTerms(db, notice);
    expect((await read(db, readNotice, buyer, { noticeId })).confirmedAt).not.toBeNull();
  });

  it("T3 notice.change: other words do not undo the confirmation, and two at once do not overwrite each other", async () => {
    const { noticeId, seller } = await aConfirmedNotice(db);
    const own = await read(db, readNotice, seller, { noticeId });
    const terms = noticeTerms(own.buyerId, await today(db), { venueId: own.venueId, decisionBody: "校长办公会" });
    const change = () => execute(db, changeNotice, seller, { noticeId, version: own.version, ...terms }, anOrigin());
    const outcomes = await Promise.allSettled([change(), change()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CHANGED_MEANWHILE" } });
    expect((await read(db, readNotice, seller, { noticeId })).confirmedAt).not.toBeNull();
  });

  it("T3 notice.change: a running notice starts again at day 0, and only for a material change", async () => {
    const { noticeId, seller, endsAt } = await aRunningNotice(db);
    const own = await read(db, readNotice, seller, { noticeId });
    const on = await today(db);
    const change = (changes: object) => execute(db, changeNotice, seller, { noticeId, version: own.version, ...noticeTerms(own.buyerId, on, { venueId: own.venueId }), ...changes }, anOrigin());
    await expect(change({ decisionBody: "校长办公会" })).rejects.toMatchObject({ code: "NOTICE_NOTHING_MATERIAL" });
    await change({ price: "1100000.00", days: 20 });
    const after = await read(db, readNotice, seller, { noticeId });
    expect(after).toMatchObject({ state: "RUNNING", round: 2, confirmedAt: null, priceFen: 110_000_000n });
    expect(after.endsAt!.getTime()).toBeGreaterThan(endsAt.getTime());
    expect(after.timeline.at(-1)).toMatchObject({ event: "restart" });
  });

  it("T3 notice.find-parties: verified market participants by name", async () => {
    const { seller } = await aPublishedResult(db);
    await anOrganisation(db, { name: "钱塘江新材料股份有限公司" });
    await anOrganisation(db, { name: "钱塘江尚未核验公司", state: "PENDING" });
    await anOrganisation(db, { name: "钱塘江技术交易中心", kind: "VENUE" });
    expect((await read(db, findParties, seller, { text: "钱塘江" })).items.map(({ name }) => name)).toEqual(["钱塘江新材料股份有限公司"]);
    expect((await read(db, findParties, seller, { text: "钱塘江", as: "VENUE" })).items.map(({ name }) => name)).toEqual(["钱塘江技术交易中心"]);
  });

  it("T3 notice.read: for its two sides only", async () => {
    const { noticeId } = await aPreparedNotice(db);
    const stranger = await aPerson(db, await anOrganisation(db), ["BUYER", "SELLER"]);
    await expect(read(db, readNotice, stranger, { noticeId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });
});
