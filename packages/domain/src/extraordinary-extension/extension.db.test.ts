import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anAcceptedContract, anOffice } from "../../testing/contracts.ts";
import { anOpenDeal, aRunningNotice, aSignedDeal } from "../../testing/deals.ts";
import { ALL_MATERIALS, aListedListing, anAdmittedIntent, aQualifiedIntent } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { fileObjection } from "../agreed-price/index.ts";
import { payDeal } from "../deal/index.ts";
import { endListingPeriod } from "../listing/index.ts";
import { ANONYMOUS, SYSTEM, type Actor } from "../shared/actor.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { declareExtension, extensionsOf, readExtension } from "./index.ts";

const DAY = 86_400_000;

describe("T1 extraordinary extension", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  let serial = 0;
  const declare = async (actor: Actor, classes: readonly string[], changes: object = {}) => {
    const now = await readDomainTime(db.db, "test");
    serial += 1;
    const notice = { documentNo: `国科延〔2026〕${serial}号`, title: "关于网络中断期间期限顺延的公告", reason: "骨干网络中断，部分用户无法登录办理业务。", legalBasis: "《民法典》第一百八十条", classes, windowFrom: now.toISOString(), windowUntil: new Date(now.getTime() + 60 * DAY).toISOString(), days: 5, ...changes };
    return execute(db, declareExtension, actor, notice, anOrigin());
  };
  const administrator = async () => aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction: "" }), ["NATIONAL_ADMINISTRATOR"]);
  const dueAt = async (kind: string, subjectId: string) => (await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind, subjectId } } })).dueAt;

  it("T1 extension.declare: one act moves period, deposit, notice and signing, with what falls due, the timeline and the legal notice", async () => {
    const listing = await aListedListing(db);
    const intent = await aQualifiedIntent(db, listing);
    const held = await anAdmittedIntent(db, listing);
    const before = await db.db.deposit.findUniqueOrThrow({ where: { id: intent.depositId } });
    const paid = await db.db.deposit.findUniqueOrThrow({ where: { id: held.depositId } });
    const { extensionId, counts } = await declare(await administrator(), ["LISTING_PERIOD", "DEPOSIT"]);
    expect(counts).toEqual({ LISTING_PERIOD: 1, DEPOSIT: 1 });
    const { periodEndsAt } = await db.db.listing.findUniqueOrThrow({ where: { id: listing.id } });
    expect(periodEndsAt!.getTime() - listing.periodEndsAt.getTime()).toBeGreaterThanOrEqual(5 * DAY);
    expect(await dueAt("listing.end-period", listing.id)).toEqual(periodEndsAt);
    expect((await db.db.deposit.findUniqueOrThrow({ where: { id: intent.depositId } })).dueAt.getTime() - before.dueAt.getTime()).toBeGreaterThanOrEqual(5 * DAY);
    expect((await db.db.deposit.findUniqueOrThrow({ where: { id: held.depositId } })).dueAt).toEqual(paid.dueAt);
    expect(await db.db.listingStep.findFirst({ where: { listingId: listing.id }, orderBy: { no: "desc" } })).toMatchObject({ event: "extend", reason: expect.stringContaining("国科延") as unknown, periodEndsAt });
    expect(await read(db, readExtension, ANONYMOUS, { extensionId })).toMatchObject({ days: 5, counts: [{ class: "LISTING_PERIOD", count: 1 }, { class: "DEPOSIT", count: 1 }], procedures: [{ no: listing.no, place: "/listings" }] });
    expect((await read(db, extensionsOf, ANONYMOUS, { subjectIds: [listing.id] })).items).toMatchObject([{ class: "LISTING_PERIOD", toAt: periodEndsAt }]);
    // The old end is no end any more, whoever acts on it late.
    expect(await execute(db, endListingPeriod, SYSTEM, { listingId: listing.id, dueAt: listing.periodEndsAt }, anOrigin())).toMatchObject({ event: null });

    const notice = await aRunningNotice(db);
    const moved = await declare(await administrator(), ["NOTICE"]);
    expect(moved.counts).toEqual({ NOTICE: 1 });
    const { endsAt } = await db.db.publicNotice.findUniqueOrThrow({ where: { id: notice.noticeId } });
    expect(await dueAt("notice.clear", notice.noticeId)).toEqual(endsAt);
    expect(endsAt!.getTime() - notice.endsAt.getTime()).toBeGreaterThanOrEqual(5 * DAY);
    const deal = await anOpenDeal(db);
    const { signDueAt } = await db.db.deal.findUniqueOrThrow({ where: { id: deal.dealId } });
    await declare(await administrator(), ["SIGNING"], { windowUntil: new Date(signDueAt.getTime() + DAY).toISOString() });
    expect(await dueAt("deal.miss-signing", deal.dealId)).toEqual((await db.db.deal.findUniqueOrThrow({ where: { id: deal.dealId } })).signDueAt);
  });

  it("T3 extension.declare: the days that a notice won are not lost when an objection stops it", async () => {
    const notice = await aRunningNotice(db);
    await declare(await administrator(), ["NOTICE"]);
    const row = () => db.db.publicNotice.findUniqueOrThrow({ where: { id: notice.noticeId } });
    const { days, endsAt } = await row();
    await execute(db, fileObjection, ANONYMOUS, { noticeId: notice.noticeId, filedBy: "周某", contact: "13900000000", facts: "受让方由完成人亲属控制" }, anOrigin());
    expect(await row()).toMatchObject({ state: "OBJECTED", remainingDays: days + (endsAt!.getTime() - notice.endsAt.getTime()) / DAY });
  });

  it("T1 extension.declare: a holder of a priority right who could not answer has not waived; what has lapsed stays lapsed, other venues' too", async () => {
    const [mine, others] = [await aListedListing(db, { materials: ALL_MATERIALS }), await aListedListing(db, { materials: ALL_MATERIALS })];
    const rights = async (subjectId: string) => db.db.priorityRight.findMany({ where: { subjectId }, orderBy: { holder: "asc" } });
    const [before, elsewhere] = [await rights(mine.id), await rights(others.id)];
    expect(before.length).toBeGreaterThan(0);
    const lapsed = await db.db.priorityRight.create({ data: { resultId: mine.resultId, ownerId: mine.seller.organisation!.id, subjectType: "listing", subjectId: mine.id, kind: "CONTRACT", holder: "已逾期权利人", state: "NOTIFIED", dueAt: new Date(before[0]!.notifiedAt!.getTime() - DAY), createdAt: before[0]!.createdAt } });
    const { extensionId, counts } = await declare(mine.venue.operator, ["LISTING_PERIOD", "PRIORITY"], { windowFrom: new Date(before[0]!.notifiedAt!.getTime() - 2 * DAY).toISOString() });
    expect(counts).toEqual({ LISTING_PERIOD: 1, PRIORITY: 1 });
    const { periodEndsAt } = await db.db.listing.findUniqueOrThrow({ where: { id: mine.id } });
    for (const right of await rights(mine.id)) expect(right.dueAt, right.holder).toEqual(right.id === lapsed.id ? lapsed.dueAt : periodEndsAt);
    expect(await rights(others.id)).toEqual(elsewhere);
    expect((await read(db, extensionsOf, ANONYMOUS, { subjectIds: [mine.id] })).items.map((item) => item.class).sort()).toEqual(["LISTING_PERIOD", "PRIORITY"]);
    expect((await read(db, readExtension, ANONYMOUS, { extensionId })).counts).toContainEqual({ class: "PRIORITY", count: 1 });
  });

  it("T1 extension.declare: instalments fall due later and are overdue later; what is paid stays, what comes after the window too", async () => {
    const deal = await aSignedDeal(db, { plan: [{ inDays: 10, amount: "400000.00" }, { inDays: 40, amount: "300000.00" }, { inDays: 200, amount: "500000.00" }] });
    await execute(db, payDeal, deal.buyer, { dealId: deal.dealId, no: 1 }, anOrigin());
    const plan = () => db.db.dealPayment.findMany({ where: { dealId: deal.dealId }, orderBy: { no: "asc" } });
    const [before, overdueAt] = [await plan(), await dueAt("deal.fall-overdue", deal.dealId)];
    const { extensionId, counts } = await declare(await administrator(), ["INSTALMENT"]);
    expect(counts["INSTALMENT"]).toBe(1);
    const later = (await plan()).map(({ dueOn }, i) => (dueOn.getTime() - before[i]!.dueOn.getTime()) / DAY);
    expect([later[0], later[2]]).toEqual([0, 0]);
    expect(later[1]).toBeGreaterThanOrEqual(5);
    expect((await dueAt("deal.fall-overdue", deal.dealId)).getTime() - overdueAt.getTime()).toBe(later[1]! * DAY);
    expect((await read(db, extensionsOf, ANONYMOUS, { subjectIds: [deal.dealId] })).items).toMatchObject([{ class: "INSTALMENT", id: extensionId }]);
  });

  it("T1 extension.declare: files that are to be decided in the window are decided later, and their offices reminded later", async () => {
    const { contractId } = await anAcceptedContract(db, await anOffice(db));
    const clocks = () => db.db.contract.findUniqueOrThrow({ where: { id: contractId }, select: { dueAt: true, warnAt: true, nextDueAt: true } });
    const [before, warnAt] = [await clocks(), await dueAt("recognition.warn", contractId)];
    await declare(await administrator(), ["REGISTRATION"]);
    const after = await clocks();
    const later = after.dueAt!.getTime() - before.dueAt!.getTime();
    expect(later).toBeGreaterThanOrEqual(5 * DAY);
    expect([after.warnAt!.getTime() - before.warnAt!.getTime(), after.nextDueAt, (await dueAt("recognition.warn", contractId)).getTime() - warnAt.getTime()]).toEqual([later, after.dueAt, later]);
  });

  it("T1 extension.declare: two operators at once with one notice move the deadlines once; a venue moves only its own, and never what is the State's", async () => {
    const [mine, others] = [await aListedListing(db), await aListedListing(db)];
    const { operator } = mine.venue;
    const documentNo = "交易所延〔2026〕9号";
    const both = await Promise.allSettled([declare(operator, ["LISTING_PERIOD"], { documentNo }), declare(operator, ["LISTING_PERIOD"], { documentNo })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "EXTENSION_DECLARED_ALREADY" } });
    const endOf = async (id: string) => (await db.db.listing.findUniqueOrThrow({ where: { id } })).periodEndsAt!;
    expect((await endOf(mine.id)).getTime() - mine.periodEndsAt.getTime()).toBeLessThan(10 * DAY);
    expect(await endOf(others.id)).toEqual(others.periodEndsAt);
    await expect(declare(operator, ["CORRECTION"])).rejects.toMatchObject({ code: "EXTENSION_NOT_YOURS" });
    await expect(declare(mine.seller, ["LISTING_PERIOD"])).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(declare(operator, ["LISTING_PERIOD"], { windowFrom: "2020-01-01T00:00:00Z", windowUntil: "2020-02-01T00:00:00Z" })).rejects.toMatchObject({ code: "EXTENSION_WINDOW_PAST" });
  });

  it("T1 extension.declare: hundreds of lots in one transaction; nothing is moved where the act is undone", { timeout: 60_000 }, async () => {
    const model = await aListedListing(db);
    const row = await db.db.listing.findUniqueOrThrow({ where: { id: model.id } });
    const copies = Array.from({ length: 600 }, (_, i) => ({ ...row, id: randomUUID(), no: `COPY-${i}`, tradeMode: "LICENCE", licenceKind: "ordinary", bidding: row.bidding as never, promise: row.promise as never, declarations: row.declarations as never, disclosure: row.disclosure as never, materials: row.materials as never }));
    await db.db.listing.createMany({ data: copies });
    await db.db.dueAct.createMany({ data: copies.map(({ id, periodEndsAt }) => ({ kind: "listing.end-period", subjectId: id, dueAt: periodEndsAt! })) });
    const { extensionId, counts } = await declare(model.venue.operator, ["LISTING_PERIOD", "DEPOSIT", "NOTICE", "SIGNING"]);
    expect(counts.LISTING_PERIOD).toBe(601);
    expect(await db.db.extraordinaryExtensionItem.count({ where: { extensionId } })).toBe(601);
    const [apart] = await db.db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from listing l join due_act d on d.kind = 'listing.end-period' and d.subject_id = l.id::text
      where l.venue_id = ${model.venue.id}::uuid and (d.due_at <> l.period_ends_at or l.period_ends_at <= ${row.periodEndsAt})`;
    expect(apart!.n).toBe(0);
    expect(await db.db.listingStep.count({ where: { event: "extend", listingId: { in: copies.map(({ id }) => id) } } })).toBe(600);
    await expect(db.db.extraordinaryExtensionItem.deleteMany({ where: { extensionId } })).rejects.toThrow();
    // A refused act leaves everything where it was.
    const ends = (await db.db.listing.findUniqueOrThrow({ where: { id: model.id } })).periodEndsAt;
    await expect(declare(model.venue.operator, ["LISTING_PERIOD", "CORRECTION"])).rejects.toMatchObject({ code: "EXTENSION_NOT_YOURS" });
    expect((await db.db.listing.findUniqueOrThrow({ where: { id: model.id } })).periodEndsAt).toEqual(ends);
  });
});
