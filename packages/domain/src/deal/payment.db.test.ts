import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aHandedOverDeal, aPaidDeal, aCertifiedDeal, aSignedDeal, today, type TestDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { receivePayment } from "../deposit/index.ts";
import { balanceOf, sumOfBook } from "../ledger/index.ts";
import { SYSTEM } from "../shared/actor.ts";
import { addDays, endOfDay } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { toYuanText } from "../shared/money.ts";
import { closeDeal, confirmHandover, confirmReceipt, fallOverdue, payDeal, payInterest, readDeal, receiveDealPayment } from "./index.ts";

const TWO_PARTS = [{ inDays: 10, amount: "400000.00" }, { inDays: 40, amount: "800000.00" }];

describe("T6 deal: the price comes and goes on", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const shown = ({ dealId, seller }: TestDeal) => read(db, readDeal, seller, { dealId });
  const pay = ({ dealId, buyer }: TestDeal, no: number) => execute(db, payDeal, buyer, { dealId, no }, anOrigin());
  const held = ({ dealId }: TestDeal) => balanceOf(db.db, dealId, { kind: "PRICE_HELD", owner: dealId });

  async function bankTransfer(deal: TestDeal, transfer: { reference?: string; payerName?: string; amount: string; bankReference: string }) {
    const { reference = (await shown(deal)).payments[0]!.reference, payerName = deal.buyer.organisation!.name, amount, bankReference } = transfer;
    const { receiptId } = await execute(db, receivePayment, deal.venue!.finance, {
      bankReference, reference, payerName, payerAccount: "6222000000000001", amount, receivedAt: (await readDomainTime(db.db, "test")).toISOString(),
    }, anOrigin());
    return receiptId;
  }
  const receive = (receiptId: string) => execute(db, receiveDealPayment, SYSTEM, { receiptId }, anOrigin());

  it("T6 deal.pay: the whole price makes the certificate due; the worker's second telling counts nothing", async () => {
    const deal = await aSignedDeal(db);
    expect(await pay(deal, 1)).toMatchObject({ amountFen: 120_000_000n, settlement: "CERTIFY" });
    expect(await held(deal)).toBe(-120_000_000n);
    const [event] = await db.db.outboxEvent.findMany({ where: { type: "PaymentReceived" }, orderBy: { id: "desc" }, take: 1 });
    const { receiptId } = event!.payload as { receiptId: string };
    expect(await receive(receiptId)).toMatchObject({ outcome: "COUNTED", settlement: "CERTIFY" });
    expect(await held(deal)).toBe(-120_000_000n);
    expect(await sumOfBook(db.db)).toBe(0n);
    await expect(pay(deal, 1)).rejects.toMatchObject({ code: "DEAL_NOTHING_TO_PAY" });
  });

  it("T6 deal.pay: two clicks at once pay once, in order, and only the buyer pays", async () => {
    const deal = await aSignedDeal(db, { plan: TWO_PARTS });
    await expect(pay(deal, 2)).rejects.toMatchObject({ code: "DEAL_EARLIER_INSTALMENT_OPEN" });
    await expect(execute(db, payDeal, deal.seller, { dealId: deal.dealId, no: 1 }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const both = await Promise.allSettled([pay(deal, 1), pay(deal, 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await shown(deal)).toMatchObject({ settlement: "CERTIFY", receivedFen: 40_000_000n, outstandingFen: 80_000_000n });
  });

  it("T6 deal.receive-payment: a bank transfer in parts, told twice, counts once", async () => {
    const deal = await aSignedDeal(db, { plan: TWO_PARTS });
    const first = await bankTransfer(deal, { amount: "100000.00", bankReference: `B1-${deal.dealId}` });
    expect(await receive(first)).toEqual({ outcome: "COUNTED", settlement: "PART" });
    expect(await receive(first)).toEqual({ outcome: "COUNTED", settlement: "PART" });
    expect(await bankTransfer(deal, { amount: "100000.00", bankReference: `B1-${deal.dealId}` })).toBe(first);
    expect(await held(deal)).toBe(-10_000_000n);
    expect(await pay(deal, 1)).toMatchObject({ amountFen: 30_000_000n, settlement: "CERTIFY" });
    expect((await shown(deal)).payments.map(({ paidAt }) => paidAt !== null)).toEqual([true, false]);
  });

  it.each([
    ["another payer", { payerName: "他人有限公司", amount: "100.00" }, "WRONG_PAYER"],
    ["more than the price", { amount: "1200000.01" }, "OVERPAID"],
    ["a reference nobody gave out", { reference: "JK999999999999", amount: "100.00" }, "WRONG_REFERENCE"],
  ])("T6 deal.receive-payment: %s goes back to where it came from", async (_case, transfer, outcome) => {
    const deal = await aSignedDeal(db);
    const receiptId = await bankTransfer(deal, { bankReference: `B2-${deal.dealId}`, ...transfer });
    expect(await receive(receiptId)).toMatchObject({ outcome });
    expect(await receive(receiptId)).toMatchObject({ outcome });
    expect(await db.db.paymentRefund.count({ where: { receiptId } })).toBe(1);
    expect(await held(deal)).toBe(0n);
    expect(await sumOfBook(db.db)).toBe(0n);
  });

  it("T6 deal.fall-overdue: after the days of grace, cured by what was in arrears; the interest on it is paid beside the price and goes straight on", async () => {
    const deal = await aSignedDeal(db, { plan: TWO_PARTS });
    const { dueOn } = (await shown(deal)).payments[0]!;
    const dueAct = await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: "deal.fall-overdue", subjectId: deal.dealId } } });
    expect(dueAct.dueAt).toEqual(endOfDay(addDays(dueOn, 5)));
    const fall = () => execute(db, fallOverdue, SYSTEM, { dealId: deal.dealId, dueAt: dueAct.dueAt }, anOrigin());
    expect(await fall()).toEqual({ settlement: "DUE" });
    await moveClockTo(db, dueAct.dueAt);
    expect(await fall()).toEqual({ settlement: "BREACH" });
    expect((await shown(deal)).payments[0]).toMatchObject({ overdue: true });
    expect(await fall()).toEqual({ settlement: "BREACH" });
    expect(await receive(await bankTransfer(deal, { amount: "1000.00", bankReference: `B3-${deal.dealId}` }))).toMatchObject({ settlement: "BREACH" });
    expect(await pay(deal, 1)).toMatchObject({ settlement: "CERTIFY" });

    // Six days at 5 % a year on 400 000 yuan; the part of 1 000 came on the last of them.
    const { interest, may } = await read(db, readDeal, deal.buyer, { dealId: deal.dealId });
    expect([interest, may.payInterest]).toMatchObject([{ dueFen: 32_876n, openFen: 32_876n, growingFen: 0n }, true]);
    const reference = interest.reference!;
    const transfer = async (amount: string, changes: object = {}) => receive(await bankTransfer(deal, { reference, amount, bankReference: `I${amount}-${deal.dealId}`, ...changes }));
    expect(await transfer("99.00", { payerName: "他人有限公司" })).toMatchObject({ outcome: "WRONG_PAYER" });
    expect(await transfer("328.77")).toMatchObject({ outcome: "OVERPAID" });
    expect(await transfer("100.00")).toMatchObject({ outcome: "INTEREST", settlement: "CERTIFY" });
    expect(await transfer("100.00"), "the same line of the bank once more").toMatchObject({ outcome: "INTEREST" });
    const click = () => execute(db, payInterest, deal.buyer, { dealId: deal.dealId }, anOrigin());
    await expect(execute(db, payInterest, deal.seller, { dealId: deal.dealId }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await db.db.deal.update({ where: { id: deal.dealId }, data: { state: "DEFAULTED" } });
    const receipts = await db.db.paymentReceipt.count();
    await expect(click(), "what was undone takes no interest, and no money is collected for it").rejects.toMatchObject({ code: "DEAL_NO_INTEREST" });
    expect(await db.db.paymentReceipt.count()).toBe(receipts);
    await db.db.deal.update({ where: { id: deal.dealId }, data: { state: "SETTLING" } });
    const clicks = await Promise.allSettled([click(), click()]);
    expect(clicks.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(clicks.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "DEAL_NO_INTEREST" } });
    expect(await shown(deal)).toMatchObject({ receivedFen: 40_000_000n, interest: { openFen: 0n, paidFen: 32_876n } });
    expect(await balanceOf(db.db, deal.dealId, { kind: "SELLER_PAYABLE", owner: deal.seller.organisation!.id })).toBe(0n);
    expect(await sumOfBook(db.db)).toBe(0n);
  });

  it("T6 deal.fall-overdue: the contract names the rate that is counted with, the venue's or the one that the parties agreed", async () => {
    const late = async (deal: TestDeal) => {
      const { dueOn } = (await shown(deal)).payments[0]!;
      await moveClockTo(db, endOfDay(addDays(dueOn, 9)));
      await pay(deal, 1);
      const { interest, drafted } = await shown(deal);
      return [interest.rateBp, interest.rateAgreed, interest.dueFen, drafted?.text];
    };
    // Ten days late on 1 200 000 yuan.
    expect(await late(await aSignedDeal(db))).toEqual([500, false, 164_383n, expect.stringContaining("按交易机构公布的逾期利率，即按逾期金额年率 5% 支付利息")]);
    const agreed = await aSignedDeal(db, { paymentForm: undefined, payment: { form: "LUMP_SUM", price: "1200000", withinDays: 30, lateBpPerYear: 1_825 } });
    expect(await late(agreed)).toEqual([1_825, true, 600_000n, expect.stringContaining("按逾期金额年率 18.25% 支付违约金")]);
  });

  it("T6 deal.close: certified and handed over, the venue keeps its fee and releases the rest, once", async () => {
    const deal = await aHandedOverDeal(db);
    const close = () => execute(db, closeDeal, deal.venue!.finance, { dealId: deal.dealId }, anOrigin());
    const both = await Promise.allSettled([close(), close()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const done = both.find((outcome) => outcome.status === "fulfilled");
    // 3 % of the first 100 万, 2 % of the other 20 万
    expect(done).toMatchObject({ value: { state: "SETTLED", settlement: "RELEASED", feeFen: 3_400_000n, netFen: 116_600_000n } });
    expect(await held(deal)).toBe(0n);
    expect(await balanceOf(db.db, deal.dealId, { kind: "VENUE_FEE", owner: deal.venue!.finance.organisation!.id })).toBe(-3_400_000n);
    expect(await balanceOf(db.db, deal.dealId, { kind: "BANK_SETTLEMENT", owner: deal.dealId })).toBe(3_400_000n);
    expect(await sumOfBook(db.db)).toBe(0n);
    expect(await db.db.outboxEvent.count({ where: { type: "DealSettled", subjectId: deal.dealId } })).toBe(1);
  });

  it("T6 deal.close: not before certificate and handover, not by the operator or another venue's officer", async () => {
    const paid = await aPaidDeal(db);
    const close = (deal: TestDeal, actor = deal.venue!.finance) => execute(db, closeDeal, actor, { dealId: deal.dealId }, anOrigin());
    await expect(close(paid)).rejects.toMatchObject({ code: "DEAL_NOT_YET_CERTIFIED" });
    const certified = await aCertifiedDeal(db);
    await expect(close(certified)).rejects.toMatchObject({ code: "DEAL_NOT_HANDED_OVER" });
    await expect(close(certified, certified.venue!.operator)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(close(certified, paid.venue!.finance)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await execute(db, confirmHandover, certified.buyer, { dealId: certified.dealId }, anOrigin());
    await expect(execute(db, confirmHandover, certified.buyer, { dealId: certified.dealId }, anOrigin())).rejects.toMatchObject({ code: "DEAL_HANDED_OVER_ALREADY" });
    await expect(execute(db, confirmHandover, certified.seller, { dealId: certified.dealId }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("T6 deal.close: later instalments pass straight on, and the last one settles the deal", async () => {
    const deal = await aHandedOverDeal(db, { plan: TWO_PARTS });
    expect(await execute(db, closeDeal, deal.venue!.finance, { dealId: deal.dealId }, anOrigin())).toMatchObject({ state: "SETTLING", settlement: "RELEASED", netFen: 36_600_000n });
    await pay(deal, 2);
    expect(await shown(deal)).toMatchObject({ state: "SETTLED", settlement: "RELEASED", outstandingFen: 0n });
    expect(await held(deal)).toBe(0n);
    expect(toYuanText(await balanceOf(db.db, deal.dealId, { kind: "BANK_SETTLEMENT", owner: deal.dealId }))).toBe("34000.00");
  });

  it("T6 deal.confirm-receipt: without a venue the seller confirms what came, in order, and the book has no part in it", async () => {
    const deal = await aSignedDeal(db, { direct: true, plan: TWO_PARTS });
    const confirm = (no: number, actor = deal.seller, receivedOn?: string) =>
      today(db).then((on) => execute(db, confirmReceipt, actor, { dealId: deal.dealId, no, receivedOn: receivedOn ?? on }, anOrigin()));
    await expect(pay(deal, 1)).rejects.toMatchObject({ code: "DEAL_PAYS_DIRECTLY" });
    await expect(confirm(2)).rejects.toMatchObject({ code: "DEAL_EARLIER_INSTALMENT_OPEN" });
    await expect(confirm(1, deal.buyer)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(confirm(1, deal.seller, "2099-01-01")).rejects.toMatchObject({ fields: [{ code: "RECEIVED_IN_FUTURE" }] });
    expect(await confirm(1)).toMatchObject({ settlement: "PART", state: "SETTLING" });
    await expect(confirm(1)).rejects.toMatchObject({ code: "DEAL_NOTHING_TO_PAY" });
    expect(await confirm(2)).toMatchObject({ settlement: "FULL", state: "SETTLED" });
    expect(await db.db.ledgerTransaction.count({ where: { subjectId: deal.dealId } })).toBe(0);
  });
});
