import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockBy } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aSoleBuyerDeal, signedBy, type ListedDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { venueTariff } from "../../testing/tariffs.ts";
import { issueCertificate } from "../certificate/index.ts";
import { confirmRefund, receivePayment, refundDeposit, ruleForfeit } from "../deposit/index.ts";
import { bookProblems, type BookedTransaction } from "../ledger/index.ts";
import { SYSTEM, type Actor } from "../shared/actor.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { DomainError } from "../shared/errors.ts";
import { execute, parseInput, read, runInTransaction } from "../shared/execute.ts";
import { toYuanText } from "../shared/money.ts";
import type { UseCase } from "../shared/use-case.ts";
import { annulDeal, closeDeal, confirmHandover, defaultDeal, distributeForfeitedDeposit, fallOverdue, readDeal, receiveDealPayment } from "./index.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const DOINGS = ["transfer", "part", "repeat", "tooMuch", "stranger", "return", "certify", "handOver", "release", "overdue", "default", "annul", "rule", "distribute", "refund", "fee", "feePart", "tenDays"] as const;
/** How an act goes: through, killed before its commit, or sent twice at once. */
const history = fc.array(fc.record({ doing: fc.constantFrom(...DOINGS), fate: fc.constantFrom("done", "done", "done", "killed", "twice") }), { minLength: 10, maxLength: 24 });
type Call = { readonly useCase: UseCase<unknown, unknown>; readonly actor: Actor; readonly input: unknown };
class Killed extends Error {}
let transfers = 0;
let last = 0;

async function callsOf(doing: (typeof DOINGS)[number], deal: ListedDeal): Promise<Call[]> {
  const { dealId, depositId, listing, buyer, seller } = deal;
  const { venue } = listing;
  const call = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Call => ({ useCase: useCase as UseCase<unknown, unknown>, actor, input });
  const shown = await read(db, readDeal, seller, { dealId });
  const receivedAt = (await readDomainTime(db.db, "test")).toISOString();
  const transfer = (no: number, amountFen: bigint, payerName: string, reference = shown.payments[0]!.reference): Call =>
    call(receivePayment, venue.finance, { bankReference: `M${no}-${dealId}`, reference, payerName, payerAccount: "6222", amount: toYuanText(amountFen > 0n ? amountFen : 1n), receivedAt });
  switch (doing) {
    case "transfer": return [transfer((last = transfers += 1), shown.outstandingFen, buyer.organisation!.name)];
    case "part": return [transfer((transfers += 1), 1_000_001n, buyer.organisation!.name)];
    case "repeat": return last === 0 ? [] : [transfer(last, shown.outstandingFen, buyer.organisation!.name)];
    case "tooMuch": return [transfer((transfers += 1), shown.priceFen + 1n, buyer.organisation!.name)];
    case "stranger": return [transfer((transfers += 1), 1_000n, "无关公司")];
    case "fee": return shown.fees?.reference ? [transfer((transfers += 1), shown.fees.openFen, buyer.organisation!.name, shown.fees.reference)] : [];
    case "feePart": return shown.fees?.reference ? [transfer((transfers += 1), 100_001n, buyer.organisation!.name, shown.fees.reference)] : [];
    case "return": return shown.return === null ? [] : [transfer((transfers += 1), shown.return.openFen, seller.organisation!.name, shown.return.reference)];
    case "certify": return [call(issueCertificate, venue.operator, { dealId })];
    case "handOver": return [call(confirmHandover, buyer, { dealId })];
    case "release": return [call(closeDeal, venue.finance, { dealId })];
    case "overdue": return [call(fallOverdue, SYSTEM, { dealId, dueAt: receivedAt })];
    case "default": return [call(defaultDeal, venue.operator, { dealId, reason: "逾期未付清，经催告无果，终止交易。" })];
    case "annul": return [call(annulDeal, venue.reviewer, { dealId, ruling: "（2026）浙01民终1号", reason: "标的描述严重失实，予以撤销。" })];
    case "rule": return [call(ruleForfeit, venue.reviewer, { depositId, ruling: "UPHELD", reason: "经复核，事实清楚，予以维持。" })];
    case "distribute": return [call(distributeForfeitedDeposit, venue.finance, { depositId, resale: "NONE", reason: "不再出售。" })];
    case "refund": {
      const refunds = await db.db.paymentRefund.findMany({ where: { state: "ORDERED", venueId: venue.id }, include: { receipt: true } });
      return refunds.map((refund) => refund.receipt.provider === "simulated" ? call(refundDeposit, SYSTEM, { refundId: refund.id }) : call(confirmRefund, venue.finance, { refundId: refund.id, bankReference: `OUT-${refund.id}`, toAccount: refund.receipt.payerAccount, amount: toYuanText(refund.amountFen) }));
    }
    case "tenDays": // The clock is one for all histories and only goes forward; the calendar of working days must last for the whole run.
      await moveClockBy(db, 10 * 86_400_000);
      return [];
  }
}

/** Lets it happen, and the worker tell the deal of what arrived; refusals are part of a history, anything else is a defect. */
async function happen(calls: readonly Call[], fate: string): Promise<void> {
  for (const { useCase, actor, input } of calls) {
    const once = () => execute(db, useCase, actor, input, anOrigin());
    const killed = () => db.db.$transaction(async (tx) => {
      await runInTransaction(db, tx, useCase, actor, parseInput(useCase.input, input), anOrigin());
      throw new Killed();
    });
    const outcomes = await Promise.allSettled(fate === "killed" ? [killed()] : fate === "twice" ? [once(), once()] : [once()]);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected" && !(outcome.reason instanceof DomainError) && !(outcome.reason instanceof Killed)) throw outcome.reason;
      const receiptId = outcome.status === "fulfilled" && useCase === (receivePayment as unknown) ? (outcome.value as { readonly receiptId: string; readonly outcome: string }) : null;
      if (receiptId?.outcome === "FORWARDED") await execute(db, receiveDealPayment, SYSTEM, { receiptId: receiptId.receiptId }, anOrigin());
    }
  }
}

async function theBook(): Promise<BookedTransaction[]> {
  const rows = await db.db.ledgerTransaction.findMany({ include: { entries: { include: { account: true } } } });
  return rows.map(({ requestId, kind, entries }) => ({ requestId, kind, entries: entries.map(({ amountFen, account }) => ({ kind: account.kind, owner: account.ownerKey, purpose: account.purpose, amountFen })) }));
}

describe("T6 money: random histories of a deal from signature to its end, good or bad", () => {
  it("T6 money: all accounts add up to zero at every moment, nobody is paid twice or more than he is owed, and what ended is empty", { timeout: 400_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.constantFrom(0, 5_000, 10_000), async (acts, buyerShareBp) => {
        const deal = await aSoleBuyerDeal(db);
        await venueTariff(db, deal.listing.venue.id, { buyerShareBp });
        await signedBy(db, deal, [deal.seller, deal.buyer]);
        for (const { doing, fate } of acts) {
          await happen(await callsOf(doing, deal), fate);
          expect(bookProblems(await theBook())).toEqual([]);
        }
        const refunds = await db.db.paymentRefund.groupBy({ by: ["receiptId"], _count: true });
        expect(refunds.every(({ _count }) => _count === 1)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });
});
