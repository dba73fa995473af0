import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockBy, moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aCertifiedDeal, aDraftedDeal, aRunningNotice, aSoleBuyerDeal } from "../../testing/deals.ts";
import { aListedListing, aVenue } from "../../testing/listings.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aPublishedResult } from "../../testing/results.ts";
import { readPublishedNotice, ruleObjection, fileObjection, searchNotices } from "../agreed-price/index.ts";
import { issueCertificate, verifyCertificate } from "../certificate/index.ts";
import { annulDeal, listAwards, missSigning, signDeal } from "../deal/index.ts";
import { readPublishedListing, resumeListing, searchListings } from "../listing/index.ts";
import { compareResults, editResult, publishResult, readOwnResult, readPublishedResult, readResultVersion, searchResults, withdrawResult } from "../result/index.ts";
import { findInMarket } from "../search/index.ts";
import { ANONYMOUS, SYSTEM, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { ContentSealed, decideSecrecy, listSecrecyCases, openSeal, readSecrecyCase, reportSecrecy } from "./index.ts";

const DAY_MS = 86_400_000;
const TITLE = "深海耐压壳体多层缠绕成形方法";

describe("T8 secrecy: a later report of suspected secrecy", () => {
  let db: TestDatabase;
  let citizen: PersonActor;
  let official: PersonActor;
  beforeAll(async () => {
    db = await testDatabase();
    citizen = await aPerson(db, await anOrganisation(db), ["BUYER"]);
    official = await aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction: "33" }), ["ADMINISTRATOR"]);
  });
  afterAll(() => db.drop());

  const report = (seenAs: string, subjectId: string, by: PersonActor = citizen) => execute(db, reportSecrecy, by, { seenAs, subjectId, ground: "STATE_SECRET", part: "TEXT" }, anOrigin());
  const decide = (caseId: string, decision: "SECRET" | "NOT_SECRET", by: PersonActor = official) => execute(db, decideSecrecy, by, { caseId, decision, finding: "浙密鉴〔2026〕12号" }, anOrigin());
  const gone = { code: "CONTENT_WITHHELD" };
  const everything = (value: unknown): string => JSON.stringify(value, (_key, one: unknown) => (typeof one === "bigint" ? String(one) : one));

  it("T8 secrecy.report: whoever acts for no verified organisation stops no bidding", async () => {
    const { resultId } = await aPublishedResult(db);
    const nobody: PersonActor = { ...(await aPerson(db, await anOrganisation(db), ["BUYER"])), organisation: null, membershipId: null, roles: [] };
    const waiting = await aPerson(db, await anOrganisation(db, { state: "PENDING" }), ["BUYER"]);
    for (const by of [nobody, waiting]) await expect(report("RESULT", resultId, by)).rejects.toMatchObject({ code: "SECRECY_REPORTER_NOT_VERIFIED" });
    expect(await db.db.result.findUniqueOrThrow({ where: { id: resultId } })).toMatchObject({ state: "PUBLISHED" });
  });

  it("T8 secrecy.report: from that second no page, search or version shows it, and the rows themselves do not say it", async () => {
    const { resultId, seller } = await aPublishedResult(db, { title: TITLE });
    expect((await read(db, searchResults, ANONYMOUS, { q: "耐压壳体" })).items).toHaveLength(1);
    const { caseId, no } = await report("RESULT", resultId);
    await expect(read(db, readPublishedResult, ANONYMOUS, { resultId })).rejects.toMatchObject(gone);
    await expect(read(db, readResultVersion, ANONYMOUS, { resultId, no: 2 })).rejects.toMatchObject({ kind: "not-found" });
    expect((await read(db, compareResults, ANONYMOUS, { ids: resultId })).items).toEqual([]);
    expect((await read(db, searchResults, ANONYMOUS, { q: "耐压壳体" })).items).toEqual([]);
    expect((await read(db, findInMarket, ANONYMOUS, { q: "耐压壳体" })).items).toEqual([]);
    const row = await db.db.result.findUniqueOrThrow({ where: { id: resultId }, include: { rights: true } });
    expect(everything(row)).not.toContain("耐压");
    expect(row).toMatchObject({ state: "WITHHELD", summary: "" });
    expect(everything(await read(db, readOwnResult, seller, { resultId }))).not.toContain("耐压");
    expect(everything(await db.db.notification.findMany())).not.toContain("耐压");
    expect(everything(await db.db.mailMessage.findMany())).not.toContain("耐压");
    expect(everything(await db.db.notification.findMany({ where: { kind: "secrecy.withheld" } }))).toContain(no);
    const { version } = row;
    await expect(execute(db, editResult, seller, { resultId, version, title: TITLE }, anOrigin())).rejects.toMatchObject(gone);
    await expect(execute(db, publishResult, seller, { resultId, version }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    await expect(execute(db, withdrawResult, seller, { resultId, version, reason: "另行处理" }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    await expect(report("RESULT", resultId)).rejects.toMatchObject(gone);
    expect((await read(db, readSecrecyCase, seller, { caseId }))).toMatchObject({ reporter: null, may: { openSeal: false, decide: false } });
    expect(await execute(db, openSeal, official, { caseId }, anOrigin())).toMatchObject({ title: TITLE });
  });

  it("T8 secrecy.report: every portal hears of it at the commit, of a refused report none", async () => {
    const { resultId } = await aPublishedResult(db);
    const portal = await db.pool.connect();
    const heard: string[] = [];
    portal.on("notification", ({ channel }) => heard.push(channel));
    await portal.query("listen content_withheld");
    await report("RESULT", resultId, await aPerson(db, await anOrganisation(db), ["BUYER"]));
    await expect(report("RESULT", resultId)).rejects.toMatchObject(gone);
    await portal.query("select 1");
    expect(heard).toEqual(["content_withheld"]);
    await portal.query("unlisten *");
    portal.release();
  });

  it("T8 secrecy.decide: nothing found, it is back word for word, with its search entry, and is not reported again unchanged", async () => {
    const { resultId } = await aPublishedResult(db, { title: "低温余热双工质回收装置" });
    const before = await read(db, readPublishedResult, ANONYMOUS, { resultId });
    const { caseId } = await report("RESULT", resultId);
    await decide(caseId, "NOT_SECRET");
    expect(await read(db, readPublishedResult, ANONYMOUS, { resultId })).toEqual(before);
    expect((await read(db, searchResults, ANONYMOUS, { q: "余热双工质" })).items).toHaveLength(1);
    expect(await db.db.secrecyCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ state: "RESTORED", sealed: null });
    await expect(report("RESULT", resultId)).rejects.toMatchObject({ code: "SECRECY_REPORTED_BEFORE" });
    await expect(execute(db, openSeal, official, { caseId }, anOrigin())).rejects.toMatchObject({ code: "SECRECY_DECIDED_ALREADY" });
    await expect(decide(caseId, "SECRET")).rejects.toMatchObject({ code: "SECRECY_DECIDED_ALREADY" });
  });

  it("T8 secrecy.decide: of another province, another venue or the reporter himself nobody decides, and of two at once one does", async () => {
    const { resultId } = await aPublishedResult(db);
    const { caseId } = await report("RESULT", resultId, official);
    const other = await aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction: "32" }), ["ADMINISTRATOR"]);
    const strange = (await aVenue(db)).reviewer;
    for (const by of [official, other, strange, citizen]) await expect(decide(caseId, "NOT_SECRET", by)).rejects.toMatchObject({ kind: "forbidden" });
    const colleague = await aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction: "33" }), ["ADMINISTRATOR"]);
    const outcomes = await Promise.allSettled([decide(caseId, "NOT_SECRET", colleague), decide(caseId, "SECRET", colleague)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("T8 secrecy: a listing stands still, cannot be resumed, and goes on with the days not served", async () => {
    const listing = await aListedListing(db);
    await moveClockBy(db, 3 * DAY_MS);
    const { caseId } = await report("LISTING", listing.id);
    expect(await db.db.listing.findUniqueOrThrow({ where: { id: listing.id } })).toMatchObject({ state: "SUSPENDED" });
    await expect(read(db, readPublishedListing, ANONYMOUS, { listingId: listing.id })).rejects.toMatchObject(gone);
    expect((await read(db, searchListings, ANONYMOUS, { result: listing.resultId })).items).toEqual([]);
    await expect(execute(db, resumeListing, listing.venue.operator, { listingId: listing.id, reason: "恢复挂牌" }, anOrigin())).rejects.toMatchObject(gone);
    const due = await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: "listing.end-suspension", subjectId: listing.id } } });
    expect(await execute(db, resumeListing, SYSTEM, { listingId: listing.id, dueAt: due.dueAt }, anOrigin())).toMatchObject({ state: "SUSPENDED" });
    await decide(caseId, "NOT_SECRET", listing.venue.reviewer);
    const back = await db.db.listing.findUniqueOrThrow({ where: { id: listing.id } });
    expect(back.state).toBe("LISTED");
    expect(back.periodEndsAt!.getTime()).toBeGreaterThan(listing.periodEndsAt.getTime());
    expect((await read(db, searchListings, ANONYMOUS, { result: listing.resultId })).items).toHaveLength(1);
  });

  it("T8 secrecy: found to be a secret, the listing is terminated, the deposit is on its way back and the seal stays", async () => {
    const listing = await aListedListing(db);
    const { caseId } = await report("LISTING", listing.id);
    await decide(caseId, "SECRET");
    expect(await db.db.listing.findUniqueOrThrow({ where: { id: listing.id } })).toMatchObject({ state: "TERMINATED", stateReason: "内容已屏蔽" });
    expect(await db.db.result.findUniqueOrThrow({ where: { id: listing.resultId } })).toMatchObject({ state: "SEALED", title: "（内容已屏蔽）" });
    expect((await db.db.secrecyCase.findUniqueOrThrow({ where: { id: caseId } })).sealed).not.toBeNull();
    await expect(read(db, readPublishedListing, ANONYMOUS, { listingId: listing.id })).rejects.toMatchObject(gone);
    expect(await db.db.notification.count({ where: { kind: "secrecy.sealed" } })).toBeGreaterThan(0);
  });

  it("T8 secrecy: a notice's days stop and go on, an objection is not ruled on meanwhile, and a secret cancels it", async () => {
    const notice = await aRunningNotice(db);
    await moveClockBy(db, 5 * DAY_MS);
    const { caseId } = await report("NOTICE", notice.noticeId);
    expect(await db.db.publicNotice.findUniqueOrThrow({ where: { id: notice.noticeId } })).toMatchObject({ state: "OBJECTED", endsAt: null, remainingDays: 11 });
    await expect(read(db, readPublishedNotice, ANONYMOUS, { noticeId: notice.noticeId })).rejects.toMatchObject(gone);
    expect((await read(db, searchNotices, ANONYMOUS, { result: notice.resultId })).items).toEqual([]);
    await decide(caseId, "NOT_SECRET");
    expect(await db.db.publicNotice.findUniqueOrThrow({ where: { id: notice.noticeId } })).toMatchObject({ state: "RUNNING", remainingDays: 11 });
    const { objectionId } = await execute(db, fileObjection, ANONYMOUS, { noticeId: notice.noticeId, facts: "价格明显低于评估值，附评估报告编号" }, anOrigin());
    const second = await report("NOTICE", notice.noticeId, await aPerson(db, await anOrganisation(db), ["BUYER"]));
    await expect(execute(db, ruleObjection, notice.sellerAdmin, { objectionId, ruling: "UNFOUNDED", reasons: "经调查，异议不成立。" }, anOrigin())).rejects.toMatchObject(gone);
    await decide(second.caseId, "SECRET");
    expect(await db.db.publicNotice.findUniqueOrThrow({ where: { id: notice.noticeId } })).toMatchObject({ state: "CANCELLED" });
  });

  it("T8 secrecy: nobody signs or is late for signing, and whoever had to sign has the time added", async () => {
    const deal = await aDraftedDeal(db);
    const { signDueAt } = await db.db.deal.findUniqueOrThrow({ where: { id: deal.dealId } });
    const { caseId } = await report("RESULT", deal.resultId);
    await expect(execute(db, signDeal, deal.buyer, { dealId: deal.dealId, contractHash: deal.contractHash }, anOrigin())).rejects.toMatchObject(gone);
    await moveClockTo(db, new Date(signDueAt.getTime() + DAY_MS));
    expect(await execute(db, missSigning, SYSTEM, { dealId: deal.dealId, dueAt: signDueAt }, anOrigin())).toEqual({ state: "CONTRACTING" });
    await decide(caseId, "NOT_SECRET");
    const after = await db.db.deal.findUniqueOrThrow({ where: { id: deal.dealId } });
    expect(after.signDueAt.getTime()).toBeGreaterThan(signDueAt.getTime() + DAY_MS);
    await execute(db, signDeal, deal.buyer, { dealId: deal.dealId, contractHash: deal.contractHash }, anOrigin());
  });

  it("T8 secrecy: a deal that is a secret is annulled by the worker, and its award is not announced", async () => {
    const deal = await aSoleBuyerDeal(db);
    const { caseId } = await report("LISTING", deal.listing.id);
    await decide(caseId, "SECRET");
    const told = await db.db.outboxEvent.findFirstOrThrow({ where: { type: ContentSealed.name, subjectId: deal.listing.resultId } });
    expect(ContentSealed.payload.parse(told.payload).dealIds).toEqual([deal.dealId]);
    expect(await execute(db, annulDeal, SYSTEM, { dealId: deal.dealId, ruling: "内容屏蔽决定", reason: "所涉内容已屏蔽，不能继续交易。" }, anOrigin())).toMatchObject({ state: "ANNULLED" });
    expect(everything(await read(db, listAwards, ANONYMOUS, {}))).not.toContain(deal.listing.no);
  });

  it("T8 secrecy: a certificate still verifies, without a word of what it certifies, and none is issued meanwhile", async () => {
    const deal = await aCertifiedDeal(db);
    await report("RESULT", deal.resultId, await aPerson(db, await anOrganisation(db), ["BUYER"]));
    expect(await read(db, verifyCertificate, ANONYMOUS, { code: deal.verifyCode })).toMatchObject({ found: true, intact: true, facts: null });
    await expect(execute(db, issueCertificate, deal.venue!.operator, { dealId: deal.dealId }, anOrigin())).rejects.toMatchObject({ code: "CERTIFICATE_REFUSED" });
  });

  it("T8 secrecy.list: a province sees its own, an owner his own, nobody else any", async () => {
    expect((await read(db, listSecrecyCases, official, { view: "done" })).items.length).toBeGreaterThan(0);
    const stranger = await aPerson(db, await anOrganisation(db), ["BUYER"]);
    expect((await read(db, listSecrecyCases, stranger, {})).items).toEqual([]);
    await expect(read(db, listSecrecyCases, ANONYMOUS, {})).rejects.toMatchObject({ kind: "unauthenticated" });
  });
});
