import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aRunningNotice, aSignedDeal, aSoleBuyerDeal, contractDraft, signedBy, type TestDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { moveClockTo } from "../../testing/clock.ts";
import { aPerson } from "../../testing/people.ts";
import { venueTariff } from "../../testing/tariffs.ts";
import { clearNotice } from "../agreed-price/index.ts";
import { issueCertificate } from "../certificate/index.ts";
import { receivePayment, refundDeposit } from "../deposit/index.ts";
import { balanceOf, sumOfBook } from "../ledger/index.ts";
import { SYSTEM, type Actor } from "../shared/actor.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { yuan } from "../shared/money.ts";
import type { UseCase } from "../shared/use-case.ts";
import { annulDeal, closeDeal, confirmHandover, draftContract, openDeal, payBuyerFee, payDeal, readDeal, receiveDealPayment, signDeal } from "./index.ts";

const HALF = 5_000;
const ALL = 10_000;

describe("T6 deal: the buyer's part of the venue's fee", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const shown = ({ dealId, buyer }: Pick<TestDeal, "dealId" | "buyer">) => read(db, readDeal, buyer, { dealId });
  const venueOf = (deal: TestDeal) => deal.venue!.finance.organisation!;

  /** 120 万 by agreed price: by the platform's bands the fee on it is 3.4 万. */
  async function aSharedDeal(buyerShareBp: number): Promise<TestDeal> {
    const { endsAt, ...notice } = await aRunningNotice(db);
    await venueTariff(db, notice.venue!.finance.organisation!.id, { buyerShareBp });
    await moveClockTo(db, endsAt);
    await run(clearNotice, SYSTEM, { noticeId: notice.noticeId, dueAt: endsAt });
    const deal = { ...notice, dealId: (await run(openDeal, notice.seller, { noticeId: notice.noticeId, price: notice.price })).dealId };
    const { contractHash } = await run(draftContract, deal.seller, await contractDraft(db, deal));
    for (const signer of [deal.buyer, deal.seller]) await run(signDeal, signer, { dealId: deal.dealId, contractHash });
    return deal;
  }
  const settle = async (deal: TestDeal) => {
    await run(payDeal, deal.buyer, { dealId: deal.dealId, no: 1 });
    await run(payBuyerFee, deal.buyer, { dealId: deal.dealId });
    await run(issueCertificate, deal.venue!.operator, { dealId: deal.dealId });
    await run(confirmHandover, deal.buyer, { dealId: deal.dealId });
    return run(closeDeal, deal.venue!.finance, { dealId: deal.dealId });
  };
  const annul = async (deal: TestDeal) =>
    run(annulDeal, await aPerson(db, venueOf(deal), ["VENUE_REVIEWER"]), { dealId: deal.dealId, ruling: "（2026）浙01民终9号", reason: "标的描述严重失实，予以撤销。" });
  const settleRefunds = async () => {
    for (const { id } of await db.db.paymentRefund.findMany({ where: { state: "ORDERED" } })) await run(refundDeposit, SYSTEM, { refundId: id });
  };
  const left = (purpose: string) => db.db.$queryRaw<{ kind: string; sum: bigint }[]>`
    select a.kind::text, sum(e.amount_fen)::bigint as sum from ledger_entry e join ledger_account a on a.id = e.account_id where a.purpose = ${purpose} group by a.kind having sum(e.amount_fen) <> 0 order by 1`;

  it("T6 deal.pay-fee: each half: due once both have signed, held, and the certificate waits for it; at settlement each side has borne its part", async () => {
    const deal = await aSharedDeal(HALF);
    expect(await shown(deal)).toMatchObject({ fees: { buyerShareBp: HALF, buyerFen: yuan(17_000), sellerFen: yuan(17_000), openFen: yuan(17_000), paidFen: 0n, reference: expect.stringMatching(/^FW\d+$/) as unknown }, may: { payFee: true } });
    expect(await db.db.notification.count({ where: { kind: "deal.buyer-fee-due", personId: deal.buyer.personId } })).toBe(1);
    await run(payDeal, deal.buyer, { dealId: deal.dealId, no: 1 });
    await expect(run(issueCertificate, deal.venue!.operator, { dealId: deal.dealId })).rejects.toMatchObject({ code: "CERTIFICATE_REFUSED", fields: [{ code: "CERTIFICATE_BUYER_FEE_OPEN" }] });
    await expect(run(payBuyerFee, deal.seller, { dealId: deal.dealId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });

    const clicks = await Promise.allSettled([run(payBuyerFee, deal.buyer, { dealId: deal.dealId }), run(payBuyerFee, deal.buyer, { dealId: deal.dealId })]);
    expect(clicks.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(clicks.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "DEAL_NO_FEE_DUE" } });
    expect(await left(deal.dealId)).toEqual([{ kind: "BANK_SETTLEMENT", sum: yuan(1_217_000) }, { kind: "BUYER_FEE", sum: -yuan(17_000) }, { kind: "PRICE_HELD", sum: -yuan(1_200_000) }]);
    expect(await shown(deal)).toMatchObject({ outstandingFen: 0n, receivedFen: yuan(1_200_000), fees: { openFen: 0n, paidFen: yuan(17_000) }, may: { payFee: false } });

    await run(issueCertificate, deal.venue!.operator, { dealId: deal.dealId });
    await run(confirmHandover, deal.buyer, { dealId: deal.dealId });
    expect(await run(closeDeal, deal.venue!.finance, { dealId: deal.dealId })).toMatchObject({ state: "SETTLED", feeFen: yuan(17_000), buyerFeeFen: yuan(17_000), netFen: yuan(1_183_000) });
    expect(await left(deal.dealId)).toEqual([{ kind: "BANK_SETTLEMENT", sum: yuan(34_000) }, { kind: "VENUE_FEE", sum: -yuan(34_000) }]);
    expect(await sumOfBook(db.db)).toBe(0n);
  });

  it("T6 deal.close: a fee that the buyer bears leaves the seller the whole price", async () => {
    const deal = await aSharedDeal(ALL);
    expect(await settle(deal)).toMatchObject({ feeFen: 0n, buyerFeeFen: yuan(34_000), netFen: yuan(1_200_000) });
    expect(await balanceOf(db.db, deal.dealId, { kind: "VENUE_FEE", owner: venueOf(deal).id })).toBe(-yuan(34_000));
  });

  it("T6 deal.sign: without a word on it the seller bears the fee, and what the venue sets after the announcement does not reach the deal", async () => {
    const deal = await aSignedDeal(db);
    await venueTariff(db, venueOf(deal).id, { buyerShareBp: ALL, effectiveFrom: await readDomainTime(db.db, "test") });
    expect(await shown(deal)).toMatchObject({ fees: { buyerShareBp: 0, buyerFen: 0n, sellerFen: yuan(34_000), openFen: 0n, reference: null }, may: { payFee: false } });
    await expect(run(payBuyerFee, deal.buyer, { dealId: deal.dealId })).rejects.toMatchObject({ code: "DEAL_NO_FEE_DUE" });
  });

  it("T6 deal.receive-payment: a fee by bank transfer counts once; too much, and a stranger's, goes back", async () => {
    const deal = await aSharedDeal(HALF);
    const { reference } = (await shown(deal)).fees!;
    const receivedAt = (await readDomainTime(db.db, "test")).toISOString();
    let no = 0;
    const transfer = async (payerName: string, amount: string, bankReference = `FW${(no += 1)}-${deal.dealId}`) => {
      const { receiptId } = await run(receivePayment, deal.venue!.finance, { bankReference, reference, payerName, payerAccount: "6222000000000008", amount, receivedAt });
      return run(receiveDealPayment, SYSTEM, { receiptId });
    };
    expect(await transfer("无关公司", "17000.00")).toMatchObject({ outcome: "WRONG_PAYER" });
    expect(await transfer(deal.buyer.organisation!.name, "17000.01")).toMatchObject({ outcome: "OVERPAID" });
    expect(await transfer(deal.buyer.organisation!.name, "7000.00", "PART")).toMatchObject({ outcome: "BUYER_FEE" });
    expect(await transfer(deal.buyer.organisation!.name, "7000.00", "PART"), "reported twice").toMatchObject({ outcome: "BUYER_FEE" });
    expect((await shown(deal)).fees).toMatchObject({ paidFen: yuan(7_000), openFen: yuan(10_000) });
    expect(await transfer(deal.buyer.organisation!.name, "10000.00")).toMatchObject({ outcome: "BUYER_FEE" });
    expect(await transfer(deal.buyer.organisation!.name, "1.00")).toMatchObject({ outcome: "NOT_AWAITED" });
    expect(await balanceOf(db.db, deal.dealId, { kind: "BUYER_FEE", owner: deal.dealId })).toBe(-yuan(17_000));
    expect(await sumOfBook(db.db)).toBe(0n);
  });

  it("T6 deal.annul: the buyer has his part of the fee back with the price, before the settlement and after it", async () => {
    const paid = await aSharedDeal(HALF);
    await run(payDeal, paid.buyer, { dealId: paid.dealId, no: 1 });
    await run(payBuyerFee, paid.buyer, { dealId: paid.dealId });
    await annul(paid);
    expect((await shown(paid)).refunds.map(({ account, amountFen }) => [account, amountFen])).toEqual([["PRICE_HELD", yuan(1_200_000)], ["BUYER_FEE", yuan(17_000)]]);
    await settleRefunds();
    expect(await left(paid.dealId)).toEqual([]);

    const settled = await aSharedDeal(HALF);
    await settle(settled);
    expect(await annul(settled), "what was passed on comes back first").toMatchObject({ returnDueFen: yuan(1_183_000) });
    const { reference } = (await shown(settled)).return!;
    const { receiptId } = await run(receivePayment, settled.venue!.finance, { bankReference: `TH-${settled.dealId}`, reference, payerName: settled.seller.organisation!.name, payerAccount: "6222000000000007", amount: "1183000.00", receivedAt: (await readDomainTime(db.db, "test")).toISOString() });
    await run(receiveDealPayment, SYSTEM, { receiptId });
    await settleRefunds();
    expect((await shown(settled)).refunds.map(({ account, state }) => [account, state])).toEqual([["PRICE_HELD", "PAID"], ["BUYER_FEE", "PAID"]]);
    expect(await left(settled.dealId)).toEqual([]);
    expect(await sumOfBook(db.db)).toBe(0n);
  });

  it("T6 deal.sign: of a listed deal the share of its announcement holds, beside the deposit that counts towards the price", async () => {
    const deal = await aSoleBuyerDeal(db);
    await venueTariff(db, deal.listing.venue.id, { buyerShareBp: ALL });
    await signedBy(db, deal, [deal.seller, deal.buyer]);
    expect(await shown(deal)).toMatchObject({ outstandingFen: yuan(1_130_000), fees: { buyerFen: yuan(35_000), sellerFen: 0n, openFen: yuan(35_000) } });
  });
});
