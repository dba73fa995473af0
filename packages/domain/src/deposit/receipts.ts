import { buyerFeeRefunded, depositInterest, depositReceived, depositRefunded, post, priceRefunded } from "../ledger/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { calendarFor } from "../reference/index.ts";
import { dayOf, daysBetween } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { invalidField, notFound } from "../shared/errors.ts";
import { fen, toYuanText, type Fen } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import { DepositHeld, DepositRefunded, PaymentReceived } from "./deposit.events.ts";
import { isDepositReference, lockDeposit, moveDeposit, type DepositRow } from "./deposit.repository.ts";
import { depositTermsAt } from "./deposit-terms.ts";
import { depositInterestFen, judgeReceipt, refundDueAt } from "./deposit.rules.ts";
import type { ReceiptOutcome } from "./deposit.texts.ts";
import { gatewayOf, type Receipt } from "./payment-gateway.ts";

/** Purpose under which money stands in the book that nobody could assign to a lot. */
const UNASSIGNED = "unassigned";
/** References that other features give out; what they do with the money is theirs. */
const FOREIGN_PREFIX = /^[A-Z]{2}(?=[0-9A-Z]{6,})/;

export type TakenReceipt = { readonly receiptId: string; readonly outcome: ReceiptOutcome; readonly isRepeated: boolean };

/**
 * Books one incoming payment: once for each number of its provider, however often it is reported. A fit one makes the deposit
 * HELD; any other is booked as owed to its payer and sent back.
 */
export async function takeReceipt(ctx: Context, receipt: Receipt, venueId: string | null): Promise<TakenReceipt> {
  const { tx } = ctx;
  // Two reports of one transfer wait here for each other: the second then finds the first one's row.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`receipt/${receipt.provider}/${receipt.providerRef}`}, 0))`;
  const known = await tx.paymentReceipt.findUnique({ where: { provider_providerRef: { provider: receipt.provider, providerRef: receipt.providerRef } } });
  if (known) {
    ctx.record({ type: "payment", id: known.id, after: { repeated: true } });
    return { receiptId: known.id, outcome: known.outcome as ReceiptOutcome, isRepeated: true };
  }
  const deposit = await lockDeposit(tx, { reference: receipt.reference });
  const reportedAt = ctx.clock.now();
  if (receipt.receivedAt > reportedAt) invalidField("receivedAt", "RECEIVED_IN_FUTURE");
  const outcome = outcomeOf(receipt, deposit, reportedAt);
  const row = await tx.paymentReceipt.create({
    data: { ...receipt, outcome, venueId: deposit?.intent.listing.venueId ?? venueId, reportedAt },
  });
  ctx.record({
    type: "payment",
    id: row.id,
    divisionCode: deposit?.intent.listing.divisionCode ?? null,
    after: { provider: row.provider, providerRef: row.providerRef, reference: row.reference, amountFen: row.amountFen, outcome, depositId: deposit?.id ?? null },
  });
  if (deposit && outcome === "HELD") await hold(ctx, deposit, row, reportedAt);
  else if (outcome === "FORWARDED") ctx.emit(PaymentReceived, { type: "payment", id: row.id }, forwarded(row));
  else await returnUnfit(ctx, deposit, row, outcome);
  return { receiptId: row.id, outcome, isRepeated: false };
}

function outcomeOf(receipt: Receipt, deposit: DepositRow | null, reportedAt: Date): ReceiptOutcome {
  if (!deposit) return !isDepositReference(receipt.reference) && FOREIGN_PREFIX.test(receipt.reference) ? "FORWARDED" : "WRONG_REFERENCE";
  if (deposit.state !== "REQUESTED") return "NOT_AWAITED";
  if (deposit.paused) return "PAUSED";
  const verdict = judgeReceipt({
    requiredFen: deposit.amountFen,
    receivedFen: receipt.amountFen,
    reference: receipt.reference,
    expectedReference: deposit.reference,
    payer: receipt.payerName,
    registrant: deposit.payer.name,
    receivedAt: receipt.receivedAt,
    reportedAt,
    deadline: deposit.dueAt,
  });
  return verdict.isFit ? "HELD" : verdict.reason;
}

type ReceiptRow = { id: string; provider: string; providerRef: string; reference: string; payerName: string; amountFen: bigint; receivedAt: Date; venueId: string | null };

/** Held from the instant at which it was judged to be in time: a later reading of the clock could lie past the deadline, and the money would not count. */
async function hold(ctx: Context, deposit: DepositRow, receipt: ReceiptRow, heldAt: Date): Promise<void> {
  // What was paid beyond the amount asked for is deposit too: it goes back, or counts towards the price, with the rest.
  await moveDeposit(ctx.tx, deposit, "receive", { heldAt, receiptId: receipt.id, amountFen: receipt.amountFen });
  await ctx.notDue("deposit.expire", deposit.id);
  await post(ctx, `receipt/${receipt.id}`, { type: "deposit", id: deposit.id }, depositReceived({ listingId: deposit.intent.listingId, bidder: deposit.payerId, amountFen: receipt.amountFen }));
  ctx.emit(DepositHeld, { type: "deposit", id: deposit.id }, {
    depositId: deposit.id,
    intentId: deposit.intentId,
    payerId: deposit.payerId,
    amountFen: receipt.amountFen.toString(),
    heldAt: heldAt.toISOString(),
  });
}

/** Owed to whoever sent it, under the receipt's own name: it never stands as a bidder's deposit. */
async function returnUnfit(ctx: Context, deposit: DepositRow | null, receipt: ReceiptRow, outcome: ReceiptOutcome): Promise<void> {
  await bookAsStray(ctx, receipt, deposit?.intent.listingId ?? UNASSIGNED, outcome);
  if (deposit) {
    await notifyOrganisation(ctx, deposit.payerId, ["BUYER"], {
      kind: "deposit.sent-back",
      params: { listing: deposit.intent.listing.no, amount: toYuanText(fen(receipt.amountFen)) },
      link: "/desk/intents",
    });
  }
}

async function bookAsStray(ctx: Context, receipt: ReceiptRow, purpose: string, reason: string): Promise<void> {
  const owner = `receipt/${receipt.id}`;
  await post(ctx, owner, { type: "payment", id: receipt.id }, depositReceived({ listingId: purpose, bidder: owner, amountFen: receipt.amountFen }));
  await orderRefund(ctx, { receipt, depositId: null, purpose, owner, amountFen: fen(receipt.amountFen), reason, from: ctx.clock.now() });
}

/** Sends back a payment that was passed on ({@link PaymentReceived}) and that nobody could use. Twice is once. */
export async function giveBackReceipt(ctx: Context, receiptId: string, reason: string): Promise<void> {
  const receipt = await ctx.tx.paymentReceipt.findUnique({ where: { id: receiptId }, include: { refund: true } });
  if (!receipt) notFound("payment", receiptId);
  if (!receipt.refund) await bookAsStray(ctx, receipt, UNASSIGNED, reason);
}

type RefundFacts = {
  readonly receipt: { readonly id: string; readonly venueId: string | null };
  readonly depositId: string | null;
  readonly purpose: string;
  readonly owner: string;
  readonly amountFen: Fen;
  readonly reason: string;
  /** The instant that gave the claim; the bound on the refund counts from it. */
  readonly from: Date;
  /** Interest that goes back with it; it has been credited to the same owner. */
  readonly interestFen?: Fen;
  /** Whose rules hold: those in force when the procedure was announced. */
  readonly announcedAt?: Date | null;
  readonly account?: "BIDDER_DEPOSIT" | PaidOnDeal;
};

/** Where what a buyer paid on a deal stands until it is settled: as price, or as his part of the fee. */
type PaidOnDeal = "PRICE_HELD" | "BUYER_FEE";

/** Interest on a deposit since it was held, credited in the book so that it can go back with it; 0 where none was promised. */
export async function creditInterest(ctx: Context, deposit: DepositRow, until: Date): Promise<Fen> {
  const { listing, listingId } = deposit.intent;
  const { interest } = await depositTermsAt(ctx.tx, listing.venueId, listing.publishedAt ?? until);
  const days = deposit.heldAt === null ? 0 : Math.max(0, daysBetween(dayOf(deposit.heldAt), dayOf(until)));
  const amountFen = depositInterestFen(deposit.amountFen, days, interest);
  if (amountFen > 0n) await post(ctx, `deposit/${deposit.id}/interest`, { type: "deposit", id: deposit.id }, depositInterest({ listingId, bidder: deposit.payerId, amountFen }));
  return amountFen;
}

/** Part of a price, or of a fee paid beside it, goes back to whoever paid it (a deal that failed after signing): the receipt whole, to its own account. Twice is once. */
export async function orderDealRefund(ctx: Context, facts: { readonly receiptId: string; readonly account: PaidOnDeal; readonly purpose: string; readonly from: Date; readonly reason: string }): Promise<void> {
  const receipt = await ctx.tx.paymentReceipt.findUnique({ where: { id: facts.receiptId }, include: { refund: true } });
  if (!receipt) notFound("payment", facts.receiptId);
  if (receipt.refund) return;
  await orderRefund(ctx, { receipt, depositId: null, purpose: facts.purpose, owner: facts.purpose, amountFen: fen(receipt.amountFen), reason: facts.reason, from: facts.from, account: facts.account });
}

/** Makes a refund due at once, and says by when it must be done at the latest (Court-Online 23: 24 hours). */
export async function orderRefund(ctx: Context, facts: RefundFacts): Promise<Date> {
  const { refund: rule } = await depositTermsAt(ctx.tx, facts.receipt.venueId, facts.announcedAt ?? facts.from);
  const dueAt = refundDueAt(facts.from, rule, calendarFor());
  const refund = await ctx.tx.paymentRefund.create({
    data: {
      receiptId: facts.receipt.id,
      depositId: facts.depositId,
      venueId: facts.receipt.venueId,
      purpose: facts.purpose,
      ownerKey: facts.owner,
      amountFen: fen(facts.amountFen + (facts.interestFen ?? 0n)),
      interestFen: facts.interestFen ?? 0n,
      account: facts.account ?? "BIDDER_DEPOSIT",
      reason: facts.reason,
      orderedAt: ctx.clock.now(),
      dueAt,
    },
  });
  await ctx.due("deposit.refund", refund.id, facts.from);
  return dueAt;
}

export type RefundRow = NonNullable<Awaited<ReturnType<typeof lockRefund>>>;

export async function lockRefund(tx: Tx, refundId: string) {
  await tx.$queryRaw`select 1 from payment_refund where id = ${refundId}::uuid for update`;
  return tx.paymentRefund.findUnique({ where: { id: refundId }, include: { receipt: true } });
}

/** What the provider answers to a refund; see {@link gatewayOf}. */
export function sendBack(refund: RefundRow): string | null {
  return gatewayOf(refund.receipt.provider).refund({ refundId: refund.id, amountFen: fen(refund.amountFen), toAccount: refund.receipt.payerAccount });
}

/** The money has left: the refund is PAID, the book says so, and the deposit, where it was one, is REFUNDED. */
export async function settleRefund(ctx: Context, refund: RefundRow, providerRef: string): Promise<void> {
  const paidAt = ctx.clock.now();
  await ctx.tx.paymentRefund.update({ where: { id: refund.id }, data: { state: "PAID", paidAt, providerRef } });
  await post(ctx, `refund/${refund.id}`, { type: "refund", id: refund.id }, leaving(refund));
  if (refund.depositId === null) return;
  const deposit = await lockDeposit(ctx.tx, { id: refund.depositId });
  if (!deposit) notFound("deposit", refund.depositId);
  await moveDeposit(ctx.tx, deposit, "refund", { endedAt: paidAt });
  ctx.emit(DepositRefunded, { type: "deposit", id: deposit.id }, {
    depositId: deposit.id,
    intentId: deposit.intentId,
    payerId: deposit.payerId,
    amountFen: refund.amountFen.toString(),
    refundedAt: paidAt.toISOString(),
  });
  await notifyOrganisation(ctx, deposit.payerId, ["BUYER"], {
    kind: "deposit.refunded",
    params: { listing: deposit.intent.listing.no, amount: toYuanText(fen(refund.amountFen)) },
    link: "/desk/intents",
  });
}

function leaving({ account, purpose, ownerKey, amountFen }: RefundRow) {
  if (account === "PRICE_HELD") return priceRefunded({ listingId: purpose, amountFen });
  return account === "BUYER_FEE" ? buyerFeeRefunded({ listingId: purpose, amountFen }) : depositRefunded({ listingId: purpose, bidder: ownerKey, amountFen });
}

function forwarded(row: ReceiptRow) {
  const { id, provider, providerRef, reference, payerName, venueId } = row;
  return { receiptId: id, provider, providerRef, reference, payerName, amountFen: row.amountFen.toString(), receivedAt: row.receivedAt.toISOString(), venueId };
}
