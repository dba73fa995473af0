import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aClearedNotice, today } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aUseFirstTrial, useFirstTerms, type UsedFirst as Used } from "../../testing/use-first.ts";
import { openDeal, PriceReleased, readDeal } from "../deal/index.ts";
import { licencesInForce } from "../listing/index.ts";
import { SYSTEM, type Actor } from "../shared/actor.ts";
import { addDays, daysBetween, endOfDay } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { fen, toYuanText, wan } from "../shared/money.ts";
import type { UseCase } from "../shared/use-case.ts";
import { answerReport, claimFee, confirmFee, endUse, failUseFirst, fallUseOverdue, listUseFirst, readUseFirst, reportUse } from "./index.ts";

describe("T4 use first, pay later: a fee that does not come", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const shown = ({ useFirstId, buyer }: Used) => read(db, readUseFirst, buyer, { useFirstId });
  const pay = async (used: Used, amount: string) => run(confirmFee, used.seller, { useFirstId: used.useFirstId, amount, receivedOn: await today(db) });

  /** A licence whose fee of 20 万 did not come in its days of grace. */
  async function aBreach(lateBpPerYear?: number): Promise<Used> {
    const used = await aUseFirstTrial(db, "REVENUE_LEVEL", lateBpPerYear);
    await run(reportUse, used.buyer, { useFirstId: used.useFirstId, sales: "5000000", triggerMet: true, evidence: "销售台账第 12 页，审计确认。" });
    await run(answerReport, used.seller, { useFirstId: used.useFirstId, no: 1, answer: "ACCEPTED", reason: "" });
    const dueAt = endOfDay((await shown(used)).graceEndsOn!);
    await moveClockTo(db, dueAt);
    await run(fallUseOverdue, SYSTEM, { useFirstId: used.useFirstId, dueAt });
    return used;
  }
  const claim = (used: Used, payBy: string, withInterest = false, by: Actor = used.seller) => run(claimFee, by, { useFirstId: used.useFirstId, payBy, withInterest, reason: "首次触发的许可费逾期，经邮件提醒未付。" });
  const end = (used: Used, by: Actor = used.seller) => run(endUse, by, { useFirstId: used.useFirstId, reason: "催告期满仍未付清，终止许可。" });
  const fileOf = async ({ buyer }: Used) => (await read(db, listUseFirst, buyer, {})).credit;

  it("T4 use first.claim: a breach stands in the firm's file; demanded with a last term and interest, and paid within it, the licence goes on", async () => {
    const used = await aBreach();
    expect(await fileOf(used)).toMatchObject([{ since: await today(db), paidOn: null, licenceEnded: false }]);
    const { earliestPayBy, payDueOn, may } = await read(db, readUseFirst, used.seller, { useFirstId: used.useFirstId });
    expect([may.claim, may.end]).toEqual([true, false]);
    await expect(claim(used, addDays(earliestPayBy, -1))).rejects.toMatchObject({ fields: [{ path: "payBy", code: "USE_FIRST_TERM_TOO_SHORT", details: { earliest: earliestPayBy } }] });
    await expect(claim(used, earliestPayBy, true, used.buyer)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const both = await Promise.allSettled([claim(used, earliestPayBy, true), claim(used, earliestPayBy, true)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    // 20 万 at the platform's 5 % a year, from the day of payment to the last day of the term
    const interestFen = (wan(20) * 500n * BigInt(daysBetween(payDueOn!, earliestPayBy))) / 3_650_000n;
    expect(await shown(used)).toMatchObject({ state: "CLAIMED", dueFen: wan(20), claim: { payBy: earliestPayBy, interestFen }, may: { claim: false } });
    await expect(end(used)).rejects.toMatchObject({ code: "USE_FIRST_TERM_RUNS" });
    await expect(pay(used, "200000")).rejects.toMatchObject({ fields: [{ code: "USE_FIRST_OTHER_AMOUNT" }] });
    await pay(used, toYuanText(fen(wan(20) + interestFen)));
    expect(await shown(used)).toMatchObject({ state: "NORMAL_LICENCE", paidFen: wan(20), claim: null, payments: [{ amountFen: wan(20), interestFen }] });
    const told = await db.db.outboxEvent.findFirstOrThrow({ where: { type: PriceReleased.name, subjectId: used.dealId } });
    expect(PriceReleased.payload.parse(told.payload), "interest is no income to share").toMatchObject({ receivedFen: String(wan(20)) });
    expect(await fileOf(used)).toMatchObject([{ paidOn: await today(db), licenceEnded: false }]);
    const paidAt = new Date((await readDomainTime(db.db, "test")).getTime() - 366 * 86_400_000);
    await db.db.useFirstBreach.updateMany({ where: { useFirstId: used.useFirstId }, data: { paidAt } });
    expect(await fileOf(used), "told for a year").toEqual([]);
  });

  it("T4 use first.claim: the rate that the parties agreed for late payment goes before the venue's", async () => {
    const used = await aBreach(1_825);
    const { payDueOn, lateRate, earliestPayBy, agreed } = await read(db, readUseFirst, used.seller, { useFirstId: used.useFirstId });
    expect(lateRate).toEqual({ bp: 1_825, agreed: true });
    expect(agreed).toContain("逾期付款按年率 18.25% 支付违约金");
    expect(await claim(used, earliestPayBy, true)).toMatchObject({ claimInterestFen: (wan(20) * 1_825n * BigInt(daysBetween(payDueOn!, earliestPayBy))) / 3_650_000n });
    const { drafted } = await read(db, readDeal, used.seller, { dealId: used.dealId });
    expect(drafted?.text).toContain("按逾期金额年率 18.25% 支付违约金");
  });

  it("T4 use first.end: after the last term the licence ends, its deal has failed, the right is free and the claim stays, which bars the firm until it pays", async () => {
    const used = await aBreach();
    const { earliestPayBy: payBy } = await shown(used);
    await claim(used, payBy);
    await moveClockTo(db, endOfDay(payBy));
    await expect(end(used, used.buyer)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await end(used)).toMatchObject({ state: "TERMINATED" });
    await expect(end(used)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    expect(await read(db, readDeal, used.seller, { dealId: used.dealId })).toMatchObject({ state: "DEFAULTED", buyerCredit: [{ paidOn: null, licenceEnded: true }] });
    expect(await run(failUseFirst, SYSTEM, { dealId: used.dealId, reason: "成交终止" }), "as the worker tells it").toEqual({ state: "TERMINATED" });
    expect(await licencesInForce(db.db, used.resultId, await readDomainTime(db.db, "test"))).toEqual([]);
    await expect(run(reportUse, used.buyer, { useFirstId: used.useFirstId, sales: "9000000", triggerMet: false, evidence: "销售台账第 13 页。" })).rejects.toMatchObject({ code: "USE_FIRST_NOT_RUNNING" });

    const next = await aClearedNotice(db, useFirstTerms(addDays(await today(db), 60)));
    await db.db.publicNotice.update({ where: { id: next.noticeId }, data: { buyerId: used.buyer.organisation!.id } });
    const open = () => run(openDeal, next.seller, { noticeId: next.noticeId, price: next.price });
    await expect(open()).rejects.toMatchObject({ code: "USE_FIRST_CREDIT_BLOCKED" });
    await pay(used, "200000");
    expect(await shown(used)).toMatchObject({ state: "CLEARED", paidFen: wan(20), dueFen: null });
    const { dealId } = await open();
    expect(await read(db, readDeal, next.seller, { dealId }), "told to who gives the next one").toMatchObject({ buyerCredit: [{ paidOn: await today(db), licenceEnded: true }] });
    expect(await read(db, readDeal, used.buyer, { dealId: used.dealId }), "the buyer reads his file on his own page").toMatchObject({ buyerCredit: null });
  });
});
