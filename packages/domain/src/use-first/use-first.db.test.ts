import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aClearedNotice, anOpenDeal, contractDraft, today } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aUseFirstTrial, useFirstTerms, type UsedFirst as Used } from "../../testing/use-first.ts";
import { confirmReceipt, draftContract, openDeal, PriceReleased, readDeal, signDeal } from "../deal/index.ts";
import { SYSTEM, type Actor } from "../shared/actor.ts";
import { addDays, daysBetween, endOfDay } from "../shared/clock.ts";
import { execute, read } from "../shared/execute.ts";
import { wan } from "../shared/money.ts";
import type { UseCase } from "../shared/use-case.ts";
import { answerReport, confirmFee, failUseFirst, fallUseOverdue, giveUpUse, matchUseFirst, reachOuterDate, readUseFirst, reportUse, startUseFirst } from "./index.ts";

describe("T4 use first, pay later: from the signature to the last fee", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const shown = ({ useFirstId, buyer }: Used) => read(db, readUseFirst, buyer, { useFirstId });

  const terms = useFirstTerms;
  const aTrial = (trigger?: "REVENUE_LEVEL" | "DATE") => aUseFirstTrial(db, trigger);
  const report = (used: Used, by: Actor, sales: string, triggerMet: boolean) => run(reportUse, by, { useFirstId: used.useFirstId, sales, triggerMet, evidence: "销售台账第 12 页，审计确认。" });
  const answer = (used: Used, by: Actor, no: number, verdict: "ACCEPTED" | "REFUSED" = "ACCEPTED") => run(answerReport, by, { useFirstId: used.useFirstId, no, answer: verdict, reason: verdict === "REFUSED" ? "台账缺少三月数据。" : "" });
  const pay = async (used: Used, amount: string) => run(confirmFee, used.seller, { useFirstId: used.useFirstId, amount, receivedOn: await today(db) });

  it("T4 use first: the example of §9 through the use cases: 20 is due at the trigger, 40 more at the cap, each shared as income", async () => {
    const used = await aTrial();
    expect(await run(matchUseFirst, SYSTEM, { dealId: used.dealId }), "told twice").toEqual({ useFirstId: used.useFirstId });
    await expect(run(confirmReceipt, used.seller, { dealId: used.dealId, no: 1, receivedOn: await today(db) })).rejects.toMatchObject({ code: "DEAL_USED_FIRST" });
    expect(await read(db, readDeal, used.seller, { dealId: used.dealId })).toMatchObject({ state: "SETTLING", useFirst: { state: "TRIAL" }, may: { confirmReceipt: false } });
    await report(used, used.buyer, "5000000", true);
    await expect(report(used, used.seller, "5000000", true)).rejects.toMatchObject({ code: "USE_FIRST_REPORT_OPEN" });
    await expect(answer(used, used.buyer, 1)).rejects.toMatchObject({ code: "USE_FIRST_OTHER_ANSWERS" });
    const both = await Promise.allSettled([answer(used, used.seller, 1), answer(used, used.seller, 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await shown(used)).toMatchObject({ state: "PAYABLE", dueFen: wan(20) });
    await expect(pay(used, "100000")).rejects.toMatchObject({ fields: [{ code: "USE_FIRST_OTHER_AMOUNT" }] });
    const twice = await Promise.allSettled([pay(used, "200000"), pay(used, "200000")]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await shown(used)).toMatchObject({ state: "NORMAL_LICENCE", paidFen: wan(20), dueFen: null, payments: [{ no: 1, amountFen: wan(20) }] });
    expect(await read(db, readDeal, used.seller, { dealId: used.dealId })).toMatchObject({ state: "SETTLED" });

    await report(used, used.buyer, "16000000", false);
    await answer(used, used.seller, 2);
    expect(await shown(used)).toMatchObject({ state: "PAYABLE", dueFen: wan(40) });
    await pay(used, "400000");
    expect(await shown(used)).toMatchObject({ state: "NORMAL_LICENCE", paidFen: wan(60) });
    const told = (await db.db.outboxEvent.findMany({ where: { type: PriceReleased.name, subjectId: used.dealId }, orderBy: { id: "asc" } })).map(({ payload }) => PriceReleased.payload.parse(payload));
    expect(told).toMatchObject([{ receivedFen: "20000000", origin: `use-first/${used.useFirstId}/1` }, { receivedFen: "40000000", origin: `use-first/${used.useFirstId}/2` }]);
    await report(used, used.buyer, "90000000", false);
    await answer(used, used.seller, 3);
    expect(await shown(used)).toMatchObject({ state: "NORMAL_LICENCE", dueFen: null, salesFen: wan(9_000) });
    await expect(report(used, used.buyer, "1", false)).rejects.toMatchObject({ fields: [{ code: "USE_FIRST_SALES_FELL" }] });
  });

  it("T4 use first: given up before the trigger nothing is owed and the deal is done; materials are returned first", async () => {
    const used = await aTrial();
    const leave = (materialsReturned: boolean) => run(giveUpUse, used.buyer, { useFirstId: used.useFirstId, reason: "产线调整，不再使用。", materialsReturned });
    await expect(leave(false)).rejects.toMatchObject({ kind: "invalid" });
    await expect(run(giveUpUse, used.seller, { useFirstId: used.useFirstId, reason: "卖方代为退出。", materialsReturned: true })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await leave(true)).toMatchObject({ state: "EXITED" });
    expect(await read(db, readDeal, used.seller, { dealId: used.dealId })).toMatchObject({ state: "SETTLED", stateReason: "产线调整，不再使用。" });
    await expect(leave(true)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    await moveClockTo(db, endOfDay(used.outerOn));
    expect(await run(reachOuterDate, SYSTEM, { useFirstId: used.useFirstId, dueAt: endOfDay(used.outerOn) })).toEqual({ state: "EXITED" });
  });

  it("T4 use first: at the outer date it expires, but a claim made in time is answered first; refused, it expires then", async () => {
    const [silent, claimed] = [await aTrial(), await aTrial()];
    await report(claimed, claimed.buyer, "3000000", true);
    for (const used of [silent, claimed]) await moveClockTo(db, endOfDay(used.outerOn));
    const reach = (used: Used) => run(reachOuterDate, SYSTEM, { useFirstId: used.useFirstId, dueAt: endOfDay(used.outerOn) });
    expect(await reach(silent)).toEqual({ state: "EXPIRED" });
    expect(await reach(silent)).toEqual({ state: "EXPIRED" });
    expect(await reach(claimed)).toEqual({ state: "TRIAL" });
    expect(await answer(claimed, claimed.seller, 1, "REFUSED")).toMatchObject({ state: "EXPIRED" });
  });

  it("T4 use first: where the day is the trigger, the day itself makes the fee due on the sales accepted", async () => {
    const used = await aTrial("DATE");
    await report(used, used.seller, "2000000", false);
    await answer(used, used.buyer, 1);
    await moveClockTo(db, endOfDay(used.outerOn));
    expect(await run(reachOuterDate, SYSTEM, { useFirstId: used.useFirstId, dueAt: endOfDay(used.outerOn) })).toEqual({ state: "PAYABLE" });
    expect(await shown(used)).toMatchObject({ dueFen: wan(8) });
  });

  it("T4 use first: unpaid beyond the days of grace the licence is suspended and the firm gets no other, until it pays", async () => {
    const used = await aTrial();
    await report(used, used.buyer, "5000000", true);
    await answer(used, used.seller, 1);
    const { graceEndsOn } = await shown(used);
    await moveClockTo(db, endOfDay(graceEndsOn!));
    const dueAt = endOfDay(graceEndsOn!);
    expect(await run(fallUseOverdue, SYSTEM, { useFirstId: used.useFirstId, dueAt })).toEqual({ state: "BREACH" });
    expect(await run(fallUseOverdue, SYSTEM, { useFirstId: used.useFirstId, dueAt })).toEqual({ state: "BREACH" });
    expect(await db.db.notification.count({ where: { kind: "use-first.suspended", personId: used.buyer.personId } })).toBe(1);
    const next = await aClearedNotice(db, terms(addDays(await today(db), 60)));
    await db.db.publicNotice.update({ where: { id: next.noticeId }, data: { buyerId: used.buyer.organisation!.id } });
    const open = () => run(openDeal, next.seller, { noticeId: next.noticeId, price: next.price });
    await expect(open()).rejects.toMatchObject({ code: "USE_FIRST_CREDIT_BLOCKED" });
    await pay(used, "200000");
    expect(await shown(used)).toMatchObject({ state: "NORMAL_LICENCE" });
    await expect(open()).resolves.toMatchObject({ state: "AWARDED" });
  });

  it("T4 use first: what is for small and medium firms only goes to a firm, which declares that it is one when it signs", async () => {
    const outerOn = addDays(await today(db), 60);
    const cleared = await aClearedNotice(db, terms(outerOn, "REVENUE_LEVEL", true));
    const open = () => run(openDeal, cleared.seller, { noticeId: cleared.noticeId, price: cleared.price });
    const buyerIs = (kind: "INSTITUTE" | "ENTERPRISE") => db.db.organisation.update({ where: { id: cleared.buyer.organisation!.id }, data: { kind } });
    await buyerIs("INSTITUTE");
    await expect(open()).rejects.toMatchObject({ code: "USE_FIRST_SME_ONLY" });
    await buyerIs("ENTERPRISE");
    const { dealId } = await open();
    const { contractHash } = await run(draftContract, cleared.seller, await contractDraft(db, { ...cleared, dealId }, [{ inDays: daysBetween(await today(db), outerOn), amount: cleared.price }]));
    const sign = (by: Actor, declares: object = {}) => run(signDeal, by, { dealId, contractHash, ...declares });
    await sign(cleared.seller);
    await expect(sign(cleared.buyer)).rejects.toMatchObject({ fields: [{ path: "declaresSme", code: "USE_FIRST_SME_NOT_DECLARED" }] });
    expect(await sign(cleared.buyer, { declaresSme: true })).toMatchObject({ signedByBoth: true });
  });

  it("T4 use first: a deal that fails takes the licence with it; a deal on other terms has none", async () => {
    const used = await aTrial();
    expect(await run(failUseFirst, SYSTEM, { dealId: used.dealId, reason: "成交已撤销" })).toEqual({ state: "CANCELLED" });
    expect(await run(failUseFirst, SYSTEM, { dealId: used.dealId, reason: "成交已撤销" })).toEqual({ state: "CANCELLED" });
    const other = await anOpenDeal(db);
    expect(await run(matchUseFirst, SYSTEM, { dealId: other.dealId })).toEqual({ useFirstId: null });
    expect(await run(startUseFirst, SYSTEM, { dealId: other.dealId })).toEqual({ useFirstId: null });
  });
});
