import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aHandedOverDeal, aPaidDeal, aSoleBuyerDeal, signedBy, type ListedDeal, type TestDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { revokeWithDeal } from "../certificate/index.ts";
import { confirmRefund, receivePayment, refundDeposit, ruleForfeit } from "../deposit/index.ts";
import { balanceOf, sumOfBook } from "../ledger/index.ts";
import { SYSTEM, type Actor } from "../shared/actor.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import type { UseCase } from "../shared/use-case.ts";
import { annulDeal, closeDeal, defaultDeal, distributeForfeitedDeposit, fallOverdue, readDeal, receiveDealPayment } from "./index.ts";

const ARREARS = "首期价款逾期未付清，经催告无果。";

const RULING = { ruling: "（2026）浙01民终123号", reason: "标的描述严重失实，受让方产生重大误解。" };

describe("T6 deal: a price that goes back", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const shown = ({ dealId, seller }: Pick<TestDeal, "dealId" | "seller">) => read(db, readDeal, seller, { dealId });
  const settleRefunds = async (): Promise<void> => {
    for (const { id } of await db.db.paymentRefund.findMany({ where: { state: "ORDERED" } })) await run(refundDeposit, SYSTEM, { refundId: id });
  };
  const nothingLeft = async (purpose: string): Promise<void> => {
    const left = await db.db.$queryRaw<{ kind: string }[]>`
      select a.kind from ledger_entry e join ledger_account a on a.id = e.account_id where a.purpose = ${purpose} group by a.id, a.kind having sum(e.amount_fen) <> 0`;
    expect(left).toEqual([]);
    expect(await sumOfBook(db.db)).toBe(0n);
  };
  const annul = (deal: TestDeal) => aPerson(db, deal.venue!.operator.organisation!, ["VENUE_REVIEWER"]).then((reviewer) => run(annulDeal, reviewer, { dealId: deal.dealId, ...RULING }));

  it("T6 deal.annul: a paid price goes back whole to the account it came from, once, and the certificate falls", async () => {
    const deal = await aPaidDeal(db);
    await expect(run(annulDeal, deal.venue!.operator, { dealId: deal.dealId, ...RULING })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const both = await Promise.allSettled([annul(deal), annul(deal)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await shown(deal)).toMatchObject({ state: "ANNULLED", settlement: "UNWIND", refunds: [{ amountFen: 120_000_000n, state: "ORDERED" }], return: null });
    await settleRefunds();
    expect((await shown(deal)).refunds).toMatchObject([{ state: "PAID" }]);
    await nothingLeft(deal.dealId);
  });

  it("T6 deal.annul: after the release the seller gives back first, then fee, price and certificate are unwound", async () => {
    const agency = await anOrganisation(db, { kind: "SERVICE_AGENCY", name: "测试技术转移公司" });
    const deal = await aHandedOverDeal(db);
    await db.db.mandate.create({
      data: { no: "WT-1", clientId: deal.seller.organisation!.id, agencyId: agency.id, side: "SELLER", state: "ACTIVE", exclusive: true, rateBp: 200, capFen: 2_000_000n, answeredAt: new Date("2025-01-01T00:00:00Z"), services: ["BROKERAGE"], validFrom: new Date("2025-01-01T00:00:00Z"), validTo: new Date("2030-01-01T00:00:00Z"), tailMonths: 6, requestedById: deal.seller.personId, requesterId: deal.seller.organisation!.id, requestedAt: new Date("2025-01-01T00:00:00Z"), divisionCode: "330106" },
    });
    expect(await run(closeDeal, deal.venue!.finance, { dealId: deal.dealId })).toMatchObject({ feeFen: 3_400_000n, commissionFen: 2_000_000n, netFen: 114_600_000n });
    expect(await annul(deal)).toMatchObject({ returnDueFen: 116_600_000n });
    const { return: owed } = await shown(deal);
    expect(owed).toMatchObject({ dueFen: 116_600_000n, openFen: 116_600_000n });
    expect(await run(revokeWithDeal, SYSTEM, { dealId: deal.dealId, reason: "成交已撤销" })).toMatchObject({ certificateId: deal.certificateId });
    expect(await run(revokeWithDeal, SYSTEM, { dealId: deal.dealId, reason: "成交已撤销" })).toEqual({ certificateId: null });

    let bank = 0;
    const transfer = async (payerName: string, amount: string) => {
      const receivedAt = (await readDomainTime(db.db, "test")).toISOString();
      const { receiptId } = await run(receivePayment, deal.venue!.finance, { bankReference: `TH${(bank += 1)}-${deal.dealId}`, reference: owed!.reference, payerName, payerAccount: "6222000000000009", amount, receivedAt });
      return run(receiveDealPayment, SYSTEM, { receiptId });
    };
    expect(await transfer("无关公司", "1166000.00")).toMatchObject({ outcome: "WRONG_PAYER" });
    expect(await transfer(deal.seller.organisation!.name, "2000000.00")).toMatchObject({ outcome: "OVERPAID" });
    expect(await transfer(deal.seller.organisation!.name, "166000.00")).toMatchObject({ outcome: "RETURNED" });
    expect((await shown(deal)).refunds).toEqual([]);
    expect(await transfer(deal.seller.organisation!.name, "1000000.00")).toMatchObject({ outcome: "RETURNED" });
    expect(await transfer(deal.seller.organisation!.name, "1.00")).toMatchObject({ outcome: "NOT_AWAITED" });
    expect((await shown(deal)).refunds).toMatchObject([{ amountFen: 120_000_000n }]);
    await settleRefunds();
    await nothingLeft(deal.dealId);
  });

  it("T6 deal.annul: of a listed deal, the deposit goes back too and the lot ends", async () => {
    const deal = await aSoleBuyerDeal(db);
    await signedBy(db, deal, [deal.seller, deal.buyer]);
    expect((await db.db.deposit.findUniqueOrThrow({ where: { id: deal.depositId } })).state).toBe("APPLIED");
    await run(annulDeal, deal.listing.venue.reviewer, { dealId: deal.dealId, ...RULING });
    expect((await db.db.deposit.findUniqueOrThrow({ where: { id: deal.depositId } })).state).toBe("REFUNDING");
    expect((await db.db.listing.findUniqueOrThrow({ where: { id: deal.listing.id } })).state).toBe("TERMINATED");
    await settleRefunds();
    expect((await db.db.deposit.findUniqueOrThrow({ where: { id: deal.depositId } })).state).toBe("REFUNDED");
    await nothingLeft(deal.listing.id);
  });

  it("T6 deal.default: a buyer in arrears loses the deal; what he paid goes back, the deposit waits for its own decision and pays the loss", async () => {
    const deal: ListedDeal = await aSoleBuyerDeal(db);
    await signedBy(db, deal, [deal.seller, deal.buyer], [{ inDays: 5, amount: "500000.00" }, { inDays: 20, amount: "750000.00" }]);
    await expect(run(defaultDeal, deal.listing.venue.operator, { dealId: deal.dealId, reason: ARREARS })).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    const [first] = (await shown(deal)).payments;
    const receivedAt = (await readDomainTime(db.db, "test")).toISOString();
    const part = { bankReference: `P-${deal.dealId}`, reference: first!.reference, payerName: `${deal.buyer.organisation!.name} `, payerAccount: "6222", amount: "100000.00", receivedAt };
    await run(receiveDealPayment, SYSTEM, { receiptId: (await run(receivePayment, deal.listing.venue.finance, part)).receiptId });
    await moveClockTo(db, new Date(Date.parse(`${first!.dueOn}T00:00:00+08:00`) + 7 * 86_400_000));
    expect(await run(fallOverdue, SYSTEM, { dealId: deal.dealId, dueAt: await readDomainTime(db.db, "test") })).toEqual({ settlement: "BREACH" });
    await run(defaultDeal, deal.listing.venue.operator, { dealId: deal.dealId, reason: ARREARS });
    expect(await shown(deal)).toMatchObject({ state: "DEFAULTED", settlement: "DEFAULT", refunds: [{ amountFen: 10_000_000n }], forfeitedDepositId: deal.depositId });
    const { appealEndsAt } = await db.db.depositForfeit.findUniqueOrThrow({ where: { depositId: deal.depositId } });
    await moveClockTo(db, appealEndsAt);
    await run(ruleForfeit, deal.listing.venue.reviewer, { depositId: deal.depositId, ruling: "UPHELD", reason: "经复核，逾期事实清楚。" });
    expect(await run(distributeForfeitedDeposit, deal.listing.venue.finance, { depositId: deal.depositId, resale: "NONE", reason: "不再出售。" })).toMatchObject({ toCostsFen: 3_500_000n, surplusToSellerFen: 8_500_000n });
    await run(confirmRefund, deal.listing.venue.finance, { refundId: (await db.db.paymentRefund.findFirstOrThrow({ where: { account: "PRICE_HELD", purpose: deal.listing.id } })).id, bankReference: "OUT-1", toAccount: "6222", amount: "100000.00" });
    expect(await balanceOf(db.db, deal.listing.id, { kind: "VENUE_FEE", owner: deal.listing.venue.id })).toBe(-3_500_000n);
    expect(await balanceOf(db.db, deal.listing.id, { kind: "PRICE_HELD", owner: deal.listing.id })).toBe(0n);
    expect(await sumOfBook(db.db)).toBe(0n);
  });

  it("T6 deal.fall-overdue: a later instalment that does not come is told to both sides, though the first part is certified", async () => {
    const deal = await aPaidDeal(db, { plan: [{ inDays: 5, amount: "600000.00" }, { inDays: 20, amount: "600000.00" }] });
    const { dueAt } = await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: "deal.fall-overdue", subjectId: deal.dealId } } });
    await moveClockTo(db, dueAt);
    expect(await run(fallOverdue, SYSTEM, { dealId: deal.dealId, dueAt })).toEqual({ settlement: "CERTIFY" });
    expect(await db.db.notification.count({ where: { kind: "deal.overdue", personId: deal.buyer.personId } })).toBe(1);
  });
});
