import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aHandedOverDeal, type TestDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { annulDeal, closeDeal, payDeal, PriceReleased } from "../deal/index.ts";
import { calendarFor } from "../reference/index.ts";
import { SYSTEM, type Actor } from "../shared/actor.ts";
import { addNaturalDays } from "../shared/calendar.ts";
import { addDays, addMonths, dayOf, endOfDay, startOfDay } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { dayOfColumn } from "../shared/input.ts";
import { splitFen, toYuanText, wan } from "../shared/money.ts";
import type { UseCase } from "../shared/use-case.ts";
import { adoptPlan, clawBackShares, clearShare, fallShareOverdue, listMyRewards, objectToPlan, openIncomeShare, payShare, readIncomeShare, readOwnTerms, recordShares, ruleShareObjection, setOwnTerms, superviseIncomeShares } from "./index.ts";

type Line = { readonly name: string; readonly role: string; readonly amount: string; readonly completerPosition?: number };

describe("T7 income share: from the money to the completers", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const shown = (incomeShareId: string, actor: Actor) => read(db, readIncomeShare, actor, { incomeShareId });

  /** The share that a certified deal of this unit brings when so much is released, as the worker opens it. */
  async function aShare(deal: TestDeal, received: bigint, costs = 0n, no = 1): Promise<string> {
    const at = await readDomainTime(db.db, "test");
    const { incomeShareId } = await run(openIncomeShare, SYSTEM, { dealId: deal.dealId, origin: `release/${deal.dealId}/${no}`, receivedFen: received, costsFen: costs, at });
    return incomeShareId!;
  }
  const adopt = async (deal: TestDeal, incomeShareId: string, lines: readonly Line[], changes: object = {}) => {
    const { version } = await shown(incomeShareId, deal.seller);
    const decisionOn = dayOf(await readDomainTime(db.db, "test"));
    return run(adoptPlan, deal.seller, { incomeShareId, version, costs: "0", taxes: "0", rateBp: 7_000, lines, decisionBody: "校长办公会", decisionOn, decidedBy: ["王校长", "李处长"], noticePlace: "校内信息公开栏", ...changes });
  };
  const EXAMPLE_A = { costs: toYuanText(wan(12)), taxes: toYuanText(wan(8)) };
  const LINES_A = [{ name: "陈教授", role: "MAIN_CONTRIBUTOR", amount: "1372000" }, { name: "周博士", role: "CONTRIBUTOR", amount: "490000" }, { name: "转移中心", role: "TRANSFER_STAFF", amount: "98000" }];

  it("T7 income share: example A through the use cases: Zhejiang, 300 less 12 and 8, pool 196, unit 84; below the floor nothing is adopted", async () => {
    const deal = await aHandedOverDeal(db);
    const id = await aShare(deal, wan(300));
    expect(await aShare(deal, wan(300))).toBe(id);
    expect(await shown(id, deal.seller)).toMatchObject({ state: "COMPUTED", floorBp: 7_000, pool: wan(210), sources: ["促进科技成果转化法 45", "浙江省促进科技成果转化条例 37、48"] });
    const fields = (act: Promise<unknown>) => act.then(() => [], (error: { fields: { code: string }[] }) => error.fields.map(({ code }) => code));
    expect(await fields(adopt(deal, id, [{ name: "陈教授", role: "MAIN_CONTRIBUTOR", amount: "1400000" }], { ...EXAMPLE_A, rateBp: 5_000 }))).toEqual(expect.arrayContaining(["INCOME_SHARE_SHARES_DO_NOT_SUM_TO_POOL", "INCOME_SHARE_TRANSFER_STAFF_BELOW_MINIMUM", "INCOME_SHARE_RATE_BELOW_FLOOR"]));
    expect(await fields(adopt(deal, id, LINES_A, { ...EXAMPLE_A, decidedBy: ["王校长", "陈教授"] }))).toEqual(["INCOME_SHARE_BENEFICIARY_DECIDED"]);
    expect(await fields(adopt(deal, id, LINES_A, { ...EXAMPLE_A, owners: ["周博士"] }))).toEqual(["INCOME_SHARE_OWNER_SHARES_IN_INCOME"]);
    expect(await adopt(deal, id, LINES_A, EXAMPLE_A)).toMatchObject({ state: "NOTICED", net: wan(280), pool: wan(196), unitPart: wan(84) });
    expect(await shown(id, deal.seller)).toMatchObject({ mainMin: 137_200_000n, transferStaffMin: 9_800_000n });
    await expect(adopt(deal, id, LINES_A, EXAMPLE_A)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
  });

  it("T7 income share: example B through the use cases: instalments, costs first, the last receipt absorbs the rounding", async () => {
    const deal = await aHandedOverDeal(db);
    const [firstTax = 0n, secondTax = 0n] = splitFen(wan(8), [100n, 200n]);
    const first = await aShare(deal, wan(100), 0n, 1);
    const pools: bigint[] = [];
    const whole = async (id: string, costs: bigint, taxes: bigint) => {
      const typed = { costs: toYuanText(costs), taxes: toYuanText(taxes) };
      const pool = await adopt(deal, id, [{ name: "陈教授", role: "MAIN_CONTRIBUTOR", amount: "1" }], typed).then(() => 0n, (error: { fields: { details: { pool: string } }[] }) => BigInt(error.fields[0]!.details.pool.replace(".", "")));
      const staff = (pool * 5n + 99n) / 100n;
      await adopt(deal, id, [{ name: "陈教授", role: "MAIN_CONTRIBUTOR", amount: toYuanText(pool - staff) }, { name: "转移中心", role: "TRANSFER_STAFF", amount: toYuanText(staff) }], typed);
      pools.push(pool);
    };
    await whole(first, wan(12), firstTax);
    await whole(await aShare(deal, wan(200), 0n, 2), 0n, secondTax);
    expect(pools.map((pool) => (Number(pool) / 1_000_000).toFixed(2))).toEqual(["59.73", "136.27"]);
    expect(pools[0]! + pools[1]!).toBe(wan(196));
  });

  it("T7 income share: who took ownership of a result shares in none of its receipts, and who shared does not become an owner; two plans at once know of each other", async () => {
    const deal = await aHandedOverDeal(db);
    const [first, second, third] = [await aShare(deal, wan(100), 0n, 1), await aShare(deal, wan(100), 0n, 2), await aShare(deal, wan(100), 0n, 3)];
    const lines = (contributor: string) => [{ name: "陈教授", role: "MAIN_CONTRIBUTOR", amount: "490000" }, { name: contributor, role: "CONTRIBUTOR", amount: "175000" }, { name: "转移中心", role: "TRANSFER_STAFF", amount: "35000" }];
    const both = await Promise.allSettled([adopt(deal, first, lines("周博士"), { owners: ["吴博士"] }), adopt(deal, second, lines("吴博士"), { owners: ["周博士"] })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [refused] = both.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
    expect(refused).toMatchObject({ fields: [{ path: "owners", code: "INCOME_SHARE_OWNER_SHARES_IN_INCOME", details: { names: expect.stringMatching(/博士/) as unknown } }] });
    const [owner, sharing] = both[0].status === "fulfilled" ? ["吴博士", "周博士"] : ["周博士", "吴博士"];
    expect(await shown(third, deal.seller)).toMatchObject({ owners: [owner] });
    await expect(adopt(deal, third, lines(owner))).rejects.toMatchObject({ fields: [{ code: "INCOME_SHARE_OWNER_SHARES_IN_INCOME", details: { names: owner } }] });
    await expect(adopt(deal, third, lines("钱博士"), { owners: [sharing] })).rejects.toMatchObject({ fields: [{ code: "INCOME_SHARE_OWNER_SHARES_IN_INCOME", details: { names: sharing } }] });
    expect(await adopt(deal, third, lines(sharing))).toMatchObject({ state: "NOTICED" });
  });

  it("T7 income share: example C through the use cases: 30 % of a company of 2 000, the team gets 21 %, the unit 9 %", async () => {
    const deal = await aHandedOverDeal(db);
    await expect(run(recordShares, deal.seller, { dealId: deal.dealId, company: "测试芯片有限公司", units: "600", registeredOn: "2026-01-05" })).rejects.toMatchObject({ code: "INCOME_SHARE_NOT_EQUITY" });
    await db.db.deal.update({ where: { id: deal.dealId }, data: { tradeMode: "EQUITY" } });
    const enter = () => run(recordShares, deal.seller, { dealId: deal.dealId, company: "测试芯片有限公司", units: "600", registeredOn: "2026-01-05" });
    const { incomeShareId } = await enter();
    await expect(enter()).rejects.toMatchObject({ code: "INCOME_SHARE_RECORDED_ALREADY" });
    expect(await adopt(deal, incomeShareId, [{ name: "陈教授", role: "MAIN_CONTRIBUTOR", amount: "399" }, { name: "转移中心", role: "TRANSFER_STAFF", amount: "21" }])).toMatchObject({ pool: 42_000n, unitPart: 18_000n });
    const { pool, unitPart } = await shown(incomeShareId, deal.seller);
    const ofTheCompany = (units: bigint) => (Number(units) / Number(2_000n * 100n)) * 100;
    expect([ofTheCompany(pool), ofTheCompany(unitPart)]).toEqual([21, 9]);
  });

  it("T7 income share: fifteen days of notice, an upheld objection sends it back, then payable, paid, seen by the completer, and clawed back", async () => {
    const deal = await aHandedOverDeal(db);
    const completer = await aPerson(db, deal.seller.organisation!, []);
    await db.db.resultCompleter.updateMany({ where: { resultId: deal.resultId, position: 1 }, data: { personId: completer.personId } });
    const id = await aShare(deal, wan(120), wan(3));
    const lines = [{ name: "陈教授", role: "MAIN_CONTRIBUTOR", amount: "770000", completerPosition: 1 }, { name: "转移中心", role: "TRANSFER_STAFF", amount: "49000" }];
    const plan = { costs: toYuanText(wan(3)) };
    await expect(adopt(deal, id, lines)).rejects.toMatchObject({ fields: expect.arrayContaining([expect.objectContaining({ code: "INCOME_SHARE_COSTS_BELOW_KNOWN" })]) as unknown });
    await adopt(deal, id, lines, plan);
    const { objectionId } = await run(objectToPlan, completer, { incomeShareId: id, facts: "方案遗漏了参与中试的两名成员，请核实。" });
    await expect(run(ruleShareObjection, deal.seller, { objectionId, ruling: "UNFOUNDED", reasons: "经核实不属于完成人。" })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const { noticeEndsAt } = await shown(id, completer);
    await moveClockTo(db, noticeEndsAt!);
    expect(await run(clearShare, SYSTEM, { incomeShareId: id, dueAt: noticeEndsAt })).toEqual({ state: "NOTICED" });
    expect(await run(ruleShareObjection, deal.sellerAdmin, { objectionId, ruling: "UPHELD", reasons: "经核实确有遗漏，重新制定。" })).toMatchObject({ state: "COMPUTED" });
    await adopt(deal, id, lines, plan);
    const again = await shown(id, completer);
    expect(again.noticeEndsAt!.getTime() - again.noticedAt!.getTime()).toBeGreaterThanOrEqual(15 * 86_400_000);
    await moveClockTo(db, again.noticeEndsAt!);
    expect(await run(clearShare, SYSTEM, { incomeShareId: id, dueAt: again.noticeEndsAt })).toEqual({ state: "PAYABLE" });
    const paidOn = dayOf(await readDomainTime(db.db, "test"));
    const both = await Promise.allSettled([run(payShare, deal.seller, { incomeShareId: id, paidOn }), run(payShare, deal.seller, { incomeShareId: id, paidOn })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await read(db, listMyRewards, completer, {})).items).toMatchObject([{ id, state: "PAID", amount: wan(77), clawBack: 0n }]);
    await run(clawBackShares, SYSTEM, { dealId: deal.dealId, reason: "成交已撤销" });
    expect((await read(db, listMyRewards, completer, {})).items).toMatchObject([{ state: "CLAWBACK", clawBack: wan(77) }]);
    expect(await run(clawBackShares, SYSTEM, { dealId: deal.dealId, reason: "成交已撤销" })).toEqual({ shares: 0 });
  });

  it("T7 income share: not paid within six months, the unit and its authority are told, once", async () => {
    const deal = await aHandedOverDeal(db);
    const id = await aShare(deal, wan(50));
    const supervisor = await aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction: "33" }), ["ADMINISTRATOR"]);
    const { payDueOn } = await db.db.incomeShare.findUniqueOrThrow({ where: { id } });
    const dueAt = endOfDay(dayOfColumn(payDueOn));
    await moveClockTo(db, dueAt);
    expect(await run(fallShareOverdue, SYSTEM, { incomeShareId: id, dueAt })).toEqual({ overdue: true });
    await run(fallShareOverdue, SYSTEM, { incomeShareId: id, dueAt });
    for (const { personId } of [deal.seller, supervisor]) expect(await db.db.notification.count({ where: { kind: "income-share.overdue", personId } })).toBe(1);
    expect((await read(db, superviseIncomeShares, supervisor, { tab: "overdue" })).items).toMatchObject([{ id }]);
    await expect(read(db, superviseIncomeShares, deal.buyer, { tab: "overdue" })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("T7 income share: the unit's own published rule decides on payment and notice of what is received from its day on, in that unit only", async () => {
    const [deal, other] = [await aHandedOverDeal(db), await aHandedOverDeal(db)];
    const today = dayOf(await readDomainTime(db.db, "test"));
    const tomorrow = addDays(today, 1);
    const rule = { noticeDays: 20, payMonths: 12, document: "校发〔2026〕3号 成果转化奖酬办法", publishedAt: "校内信息公开栏", effectiveFrom: tomorrow };
    const set = (changes: object, actor: Actor = deal.sellerAdmin) => run(setOwnTerms, actor, { ...rule, ...changes });
    await expect(set({ effectiveFrom: today })).rejects.toMatchObject({ fields: [{ path: "effectiveFrom", code: "INCOME_SHARE_TERMS_NOT_BACKWARDS" }] });
    await expect(set({ noticeDays: 14 })).rejects.toMatchObject({ fields: [{ path: "noticeDays", code: "INCOME_SHARE_TERMS_NOTICE_TOO_SHORT", details: { days: 15 } }] });
    await expect(set({}, deal.seller)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const before = await aShare(deal, wan(10), 0n, 1);
    expect(await set({})).toMatchObject({ version: 1 });
    expect(await read(db, readOwnTerms, deal.sellerAdmin, {})).toMatchObject({ inForce: { noticeDays: 15, payMonths: 6 }, later: [{ effectiveFrom: tomorrow, payMonths: 12 }], maySet: true });
    await moveClockTo(db, startOfDay(tomorrow));
    const [after, elsewhere] = [await aShare(deal, wan(10), 0n, 2), await aShare(other, wan(10))];
    expect([await shown(before, deal.seller), await shown(after, deal.seller), await shown(elsewhere, other.seller)].map(({ receivedOn, payDueOn, paySource }) => [payDueOn, paySource === rule.document, receivedOn])).toEqual([[addMonths(today, 6), false, today], [addMonths(tomorrow, 12), true, tomorrow], [addMonths(tomorrow, 6), false, tomorrow]]);
    await adopt(deal, after, [{ name: "陈教授", role: "MAIN_CONTRIBUTOR", amount: "66500" }, { name: "转移中心", role: "TRANSFER_STAFF", amount: "3500" }]);
    const { noticedAt, noticeEndsAt } = await shown(after, deal.seller);
    expect(noticeEndsAt).toEqual(endOfDay(addNaturalDays(calendarFor(), dayOf(noticedAt!), 20)));
  });

  it("T7 income share: a release tells what came and what was taken off, a later instalment tells its own, an annulment cancels what is open", async () => {
    const deal = await aHandedOverDeal(db, { plan: [{ inDays: 10, amount: "400000.00" }, { inDays: 40, amount: "800000.00" }] });
    await run(closeDeal, deal.venue!.finance, { dealId: deal.dealId });
    await run(payDeal, deal.buyer, { dealId: deal.dealId, no: 2 });
    const told = (await db.db.outboxEvent.findMany({ where: { type: PriceReleased.name, subjectId: deal.dealId }, orderBy: { id: "asc" } })).map(({ payload }) => PriceReleased.payload.parse(payload));
    expect(told).toMatchObject([{ receivedFen: "40000000", costsFen: "3400000" }, { receivedFen: "80000000", costsFen: "0" }]);
    for (const { dealId, origin, receivedFen, costsFen, at } of told) await run(openIncomeShare, SYSTEM, { dealId, origin, receivedFen: BigInt(receivedFen), costsFen: BigInt(costsFen), at: new Date(at) });
    expect(await db.db.incomeShare.findMany({ where: { dealId: deal.dealId }, orderBy: { createdAt: "asc" }, select: { net: true, knownCosts: true } })).toEqual([{ net: 36_600_000n, knownCosts: 3_400_000n }, { net: 80_000_000n, knownCosts: 0n }]);
    await run(annulDeal, await aPerson(db, deal.venue!.operator.organisation!, ["VENUE_REVIEWER"]), { dealId: deal.dealId, ruling: "（2026）浙01民终7号", reason: "标的描述严重失实。标的描述严重失实。" });
    expect(await run(clawBackShares, SYSTEM, { dealId: deal.dealId, reason: "成交已撤销" })).toEqual({ shares: 2 });
    expect(await db.db.incomeShare.count({ where: { dealId: deal.dealId, state: "CANCELLED" } })).toBe(2);
  });
});
