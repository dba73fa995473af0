import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aCertifiedDeal, aHandedOverDeal, anOpenDeal, aPaidDeal, aSoleBuyerDeal, contractDraft, today, type NoticeOptions, type Plan, type TestDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { issueCertificate, revokeCertificate } from "../certificate/index.ts";
import { calendarFor } from "../reference/index.ts";
import { SYSTEM } from "../shared/actor.ts";
import { addWorkingDays } from "../shared/calendar.ts";
import { addDays, daysBetween, endOfDay, type Day } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { readWorklist } from "../worklist/index.ts";
import { closeDeal, confirmHandover, draftContract, missRelease, readDeal } from "./index.ts";

const LATE = { path: "instalments.0.dueOn", code: "DEAL_PLAN_ONE_SUM_TOO_LATE" };

describe("T6 deal: what the venue's rules say of a price in one sum", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const draft = async (deal: Pick<TestDeal, "dealId" | "seller" | "price">, plan: Plan) => execute(db, draftContract, deal.seller, await contractDraft(db, deal, plan), anOrigin());
  const inOneSum = async (deal: Pick<TestDeal, "dealId" | "seller" | "price">, dueOn: Day) => draft(deal, [{ inDays: daysBetween(await today(db), dueOn), amount: deal.price }]);
  const workingDaysOn = async (count: number) => addWorkingDays(calendarFor(), await today(db), count);

  it("T6 deal.draft-contract: in one sum by the last day of the rule that was announced, not a day later; in parts as the parties write it", async () => {
    const deal = await anOpenDeal(db);
    const last = await workingDaysOn(5);
    expect((await read(db, readDeal, deal.seller, { dealId: deal.dealId })).oneSum).toEqual({ workingDays: 5, dueOn: last });
    const { publishedAt } = await db.db.publicNotice.findUniqueOrThrow({ where: { id: deal.noticeId } });
    const value = { version: "venue-2", fullPriceWorkingDays: 20 };
    await db.db.parameter.create({ data: { key: "settlement.rules", scope: deal.venue!.operator.organisation!.id, version: 1, effectiveFrom: new Date(publishedAt!.getTime() + 1), reason: "公示之后施行", value } });
    await expect(inOneSum(deal, addDays(last, 1))).rejects.toMatchObject({ code: "DEAL_CONTRACT_NOT_FIT", fields: [{ ...LATE, details: { workingDays: 5, dueOn: last } }] });
    expect(await draft(deal, [{ inDays: 5, amount: "400000.00" }, { inDays: 200, amount: "800000.00" }])).toMatchObject({ state: "CONTRACTING" });
  });

  it("T6 deal.draft-contract: counted from the start of the term where the contract takes effect later, and from the first day on which it may be signed", async () => {
    const agreed = await anOpenDeal(db);
    const from = addDays(await today(db), 30);
    const last = addWorkingDays(calendarFor(), from, 5);
    const { contractText, ...typed } = await contractDraft(db, agreed, [{ inDays: daysBetween(await today(db), last), amount: agreed.price }]);
    expect(await execute(db, draftContract, agreed.seller, { ...typed, contractText, validFrom: from }, anOrigin())).toMatchObject({ state: "CONTRACTING" });
    const onListing = await aSoleBuyerDeal(db);
    await db.db.parameter.create({ data: { key: "listing.venue", scope: onListing.listing.venue.id, version: 9, effectiveFrom: new Date(0), reason: "成交公告期内不得签约", value: { resultAnnouncementWorkingDays: { STATE_INSTITUTE: 5, STATE_OWNED_ENTERPRISE: 5, PRIVATE: 5 }, resultHoldsContract: { STATE_INSTITUTE: true, STATE_OWNED_ENTERPRISE: true, PRIVATE: true } } } });
    const { oneSum } = await read(db, readDeal, onListing.seller, { dealId: onListing.dealId });
    expect(oneSum!.dueOn > (await workingDaysOn(5))).toBe(true);
    await expect(inOneSum(onListing, addDays(oneSum!.dueOn, 1))).rejects.toMatchObject({ fields: [LATE] });
    expect(await inOneSum(onListing, oneSum!.dueOn)).toMatchObject({ state: "CONTRACTING" });
  });

  it.each<[string, NoticeOptions]>([
    ["agreed another day", { paymentForm: undefined, payment: { form: "LUMP_SUM", price: "1200000", withinDays: 30 } }],
    ["settle between themselves", { direct: true }],
  ])("T6 deal.draft-contract: the rule does not hold where the parties %s", async (_case, options) => {
    const deal = await anOpenDeal(db, options);
    expect((await read(db, readDeal, deal.seller, { dealId: deal.dealId })).oneSum).toBeNull();
    expect(await draft(deal, [{ inDays: 25, amount: deal.price }])).toMatchObject({ state: "CONTRACTING" });
  });
});

describe("T6 deal: the price is passed on in the working days of the venue's rules", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const dueOf = async ({ dealId }: TestDeal) => (await db.db.dueAct.findUnique({ where: { kind_subjectId: { kind: "deal.miss-release", subjectId: dealId } } })) ?? null;
  const inThree = async () => endOfDay(addWorkingDays(calendarFor(), await today(db), 3));
  const miss = async (deal: TestDeal) => execute(db, missRelease, SYSTEM, { dealId: deal.dealId, dueAt: (await dueOf(deal))!.dueAt }, anOrigin());
  const todos = async (deal: TestDeal) => (await read(db, readWorklist, deal.venue!.finance, {})).items.filter(({ kind }) => kind === "DEAL_RELEASE");
  const toldLate = async (deal: TestDeal) => (await db.db.notification.findMany({ where: { kind: "deal.release-late", personId: { in: [deal.seller.personId, deal.venue!.finance.personId] } } })).length;

  it("T6 deal.miss-release: due three working days after the handover; waits at the venue, and is told to venue and seller when it is over", async () => {
    const deal = await aCertifiedDeal(db);
    expect([await dueOf(deal), await todos(deal)]).toEqual([null, []]);
    await execute(db, confirmHandover, deal.buyer, { dealId: deal.dealId }, anOrigin());
    const { dueAt } = (await dueOf(deal))!;
    expect(dueAt).toEqual(await inThree());
    expect(await todos(deal)).toMatchObject([{ id: deal.dealId, dueAt, link: `/desk/deals/${deal.dealId}` }]);
    expect((await read(db, readDeal, deal.seller, { dealId: deal.dealId })).releaseDueAt).toEqual(dueAt);
    expect([await miss(deal), await toldLate(deal)]).toEqual([{ late: false }, 0]);
    await moveClockTo(db, dueAt);
    expect([await miss(deal), await toldLate(deal)]).toEqual([{ late: true }, 2]);
    await execute(db, closeDeal, deal.venue!.finance, { dealId: deal.dealId }, anOrigin());
    expect([await miss(deal), await todos(deal), (await dueOf(deal))!.doneAt]).toEqual([{ late: false }, [], expect.any(Date)]);
    expect((await read(db, readDeal, deal.seller, { dealId: deal.dealId })).releaseDueAt).toBeNull();
    await expect(execute(db, missRelease, deal.venue!.finance, { dealId: deal.dealId, dueAt }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("T6 deal.miss-release: handed over before it is certified, the days run from the certificate; one that is revoked stops them until the next", async () => {
    const deal = await aPaidDeal(db);
    await execute(db, confirmHandover, deal.buyer, { dealId: deal.dealId }, anOrigin());
    expect(await dueOf(deal)).toBeNull();
    await moveClockTo(db, new Date((await readDomainTime(db.db, "test")).getTime() + 6 * 86_400_000));
    const { certificateId } = await execute(db, issueCertificate, deal.venue!.operator, { dealId: deal.dealId }, anOrigin());
    const first = (await dueOf(deal))!.dueAt;
    expect(first).toEqual(await inThree());
    await execute(db, revokeCertificate, deal.venue!.operator, { certificateId, reason: "受让方名称登记有误，更正后重新出具。" }, anOrigin());
    await moveClockTo(db, first);
    expect([await miss(deal), await toldLate(deal), await todos(deal)]).toEqual([{ late: false }, 0, []]);
    expect((await dueOf(deal))!.dueAt > first, "asked again").toBe(true);
    await execute(db, issueCertificate, deal.venue!.operator, { dealId: deal.dealId }, anOrigin());
    expect((await dueOf(deal))!.dueAt).toEqual(await inThree());
  });

  it("T6 deal.miss-release: the venue's own days hold, as they were when the price was announced", async () => {
    const venueRules = (version: number, effectiveFrom: Date, days: number, scope: string) => db.db.parameter.create({ data: { key: "settlement.rules", scope, version, effectiveFrom, reason: "划转期限", value: { version: `venue-${version}`, releaseWorkingDays: days } } });
    const deal = await aCertifiedDeal(db);
    const { publishedAt } = await db.db.publicNotice.findUniqueOrThrow({ where: { id: deal.noticeId } });
    const venueId = deal.venue!.operator.organisation!.id;
    await venueRules(1, new Date(0), 1, venueId);
    await venueRules(2, new Date(publishedAt!.getTime() + 1), 10, venueId);
    await execute(db, confirmHandover, deal.buyer, { dealId: deal.dealId }, anOrigin());
    expect((await dueOf(deal))!.dueAt).toEqual(endOfDay(addWorkingDays(calendarFor(), await today(db), 1)));
    expect((await dueOf(await aHandedOverDeal(db)))!.dueAt).toEqual(await inThree());
  });
});
