import { giveBackReceipt, sameName } from "../deposit/index.ts";
import { post, priceDueToSeller, priceReceived, priceReturned, releasedToSeller } from "../ledger/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { arrears, judgePayment, SETTLEMENT_MOVES, type SettlementState } from "../settlement/index.ts";
import { dayOf } from "../shared/clock.ts";
import { notFound } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { addFen, fen, subtractFen, toYuanText } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { giveEverythingBack } from "./annul-deal.ts";
import { takeBuyerFee } from "./buyer-fee.ts";
import { PriceReleased } from "./deal.events.ts";
import { lockDeal, moveDeal, purposeOf, receivedOnPrice, type DealRow } from "./deal.repository.ts";
import { ReceiveDealPaymentInput } from "./deal.schema.ts";
import type { DealReceiptOutcome } from "./deal.texts.ts";
import { countInterest, takeInterest } from "./late-interest.ts";
import { payCommissions } from "./pay-commissions.ts";
import { settleForward } from "./settle-forward.ts";
import { paidOutOf } from "./unwind.ts";

/** A payment for a price reached the venue's account (价款到账). Told twice, it counts once; what does not fit goes back to its payer. Trading §7. */
export const receiveDealPayment = defineUseCase("deal.receive-payment", ReceiveDealPaymentInput, async (ctx, { receiptId }) => {
  ctx.authorise();
  return countReceipt(ctx, receiptId);
});

type Counted = { readonly outcome: DealReceiptOutcome; readonly settlement: SettlementState | null };

/** Books a receipt as price, once, and moves the settlement on. */
export async function countReceipt(ctx: Context, receiptId: string): Promise<Counted> {
  const receipt = (await ctx.tx.paymentReceipt.findUnique({ where: { id: receiptId } })) ?? notFound("payment", receiptId);
  const instalment = await ctx.tx.dealPayment.findUnique({ where: { reference: receipt.reference }, select: { dealId: true } });
  if (!instalment) return takeOther(ctx, receipt);
  const deal = await lockDeal(ctx.tx, instalment.dealId);
  const booked = await ctx.tx.ledgerTransaction.findUnique({ where: { requestId: bookingOf(receiptId) }, select: { id: true } });
  if (booked) {
    ctx.record({ type: "deal", id: deal.id, divisionCode: deal.divisionCode, after: { receiptId, repeated: true } });
    return { outcome: "COUNTED", settlement: deal.settlement };
  }
  const before = await receivedOnPrice(ctx.tx, deal);
  const verdict = judge(deal, { ...receipt, before }, ctx.clock.now());
  if ("outcome" in verdict) return sendBack(ctx, receiptId, verdict.outcome, deal);

  const purpose = purposeOf(deal);
  await post(ctx, bookingOf(receiptId), { type: "deal", id: deal.id }, priceReceived({ listingId: purpose, amountFen: receipt.amountFen }));
  const moved = step(SETTLEMENT_MOVES, deal.settlement!, verdict.event);
  if (moved === "RELEASED") await passOn(ctx, deal, receiptId, receipt.amountFen, before + receipt.amountFen);
  const interest = await countInterest(ctx, deal, before);
  const { state, settlement, ...closed } = await settleForward(ctx, deal, deal.state, moved, addFen(before, receipt.amountFen));
  await moveDeal(ctx.tx, deal, { state, settlement }, { ...closed, ...interest });
  ctx.record({ type: "deal", id: deal.id, divisionCode: deal.divisionCode, before: { settlement: deal.settlement }, after: { settlement, state, receiptId, amountFen: receipt.amountFen } });
  await notifyOrganisation(ctx, deal.sellerId, ["SELLER"], { kind: "deal.payment-received", params: { no: deal.no, amount: toYuanText(receipt.amountFen) }, link: `/desk/deals/${deal.id}` });
  return { outcome: "COUNTED", settlement };
}

/** Interest for a late price, the buyer's part of the fee, or what the seller gives back (退回价款) after an annulment: when all of that is there, the buyer's refunds are ordered. */
async function takeOther(ctx: Context, receipt: { readonly id: string; readonly reference: string; readonly payerName: string; readonly amountFen: bigint }): Promise<Counted> {
  const owing = await ctx.tx.deal.findFirst({ where: { OR: [{ returnReference: receipt.reference }, { interestReference: receipt.reference }, { buyerFeeReference: receipt.reference }] }, select: { id: true, returnReference: true, interestReference: true } });
  if (!owing) return sendBack(ctx, receipt.id, "WRONG_REFERENCE", null);
  const deal = await lockDeal(ctx.tx, owing.id);
  if (owing.returnReference !== receipt.reference) {
    const take = owing.interestReference === receipt.reference ? takeInterest : takeBuyerFee;
    const outcome = await take(ctx, deal, receipt);
    return outcome === "INTEREST" || outcome === "BUYER_FEE" ? { outcome, settlement: deal.settlement } : sendBack(ctx, receipt.id, outcome, deal);
  }
  const booked = await ctx.tx.ledgerTransaction.findUnique({ where: { requestId: `return/${receipt.id}` }, select: { id: true } });
  if (booked) {
    ctx.record({ type: "deal", id: deal.id, divisionCode: deal.divisionCode, after: { receiptId: receipt.id, repeated: true } });
    return { outcome: "RETURNED", settlement: deal.settlement };
  }
  if (sameName(receipt.payerName) !== sameName(deal.seller.name)) return sendBack(ctx, receipt.id, "WRONG_PAYER", deal);
  const openFen = await paidOutOf(ctx.tx, deal);
  if (receipt.amountFen > openFen) return sendBack(ctx, receipt.id, openFen === 0n ? "NOT_AWAITED" : "OVERPAID", deal);
  await post(ctx, `return/${receipt.id}`, { type: "deal", id: deal.id }, priceReturned({ listingId: purposeOf(deal), amountFen: receipt.amountFen }));
  if (receipt.amountFen === openFen) await giveEverythingBack(ctx, deal, ctx.clock.now());
  ctx.record({ type: "deal", id: deal.id, divisionCode: deal.divisionCode, after: { receiptId: receipt.id, returnedFen: receipt.amountFen, openFen: openFen - receipt.amountFen } });
  return { outcome: "RETURNED", settlement: deal.settlement };
}

const bookingOf = (receiptId: string) => `price/${receiptId}`;

type Incoming = { readonly payerName: string; readonly amountFen: bigint; readonly before: bigint };

/** The settlement event that a payment is, or why it cannot count. Once the certificate is due, receipts no longer move the settlement. */
function judge(deal: DealRow, { payerName, amountFen, before }: Incoming, now: Date): { readonly event: "receivePart" | "receiveLast" | "cure" } | { readonly outcome: DealReceiptOutcome } {
  const { settlement } = deal;
  if (deal.state !== "SETTLING" || settlement === null || deal.venueId === null) return { outcome: "NOT_AWAITED" };
  if (sameName(payerName) !== sameName(deal.buyer.name)) return { outcome: "WRONG_PAYER" };
  const isCounting = settlement === "DUE" || settlement === "PART" || settlement === "BREACH";
  const plan = { instalments: deal.payments.map((payment) => ({ dueOn: dayOfColumn(payment.dueOn), amountFen: payment.amountFen })) };
  const verdict = judgePayment({
    state: isCounting ? settlement : "PART",
    priceFen: deal.priceFen,
    receivedFen: before,
    incomingFen: amountFen,
    arrearsFen: arrears(plan, before, dayOf(now)),
  });
  if ("refusal" in verdict) return { outcome: "OVERPAID" };
  return isCounting ? verdict : { event: "receivePart" };
}

/** After the first release every later instalment goes straight on to the seller. */
async function passOn(ctx: Context, deal: DealRow, receiptId: string, incomingFen: bigint, receivedFen: bigint): Promise<void> {
  const amountFen = subtractFen(incomingFen, await payCommissions(ctx, deal, receivedFen, fen(incomingFen)));
  ctx.emit(PriceReleased, { type: "deal", id: deal.id }, { dealId: deal.id, origin: `release/${receiptId}`, receivedFen: String(incomingFen), costsFen: String(incomingFen - amountFen), at: ctx.clock.now().toISOString() });
  if (amountFen <= 0n) return;
  const move = { listingId: purposeOf(deal), seller: deal.sellerId, amountFen };
  await post(ctx, `due/${receiptId}`, { type: "deal", id: deal.id }, priceDueToSeller(move));
  await post(ctx, `release/${receiptId}`, { type: "deal", id: deal.id }, releasedToSeller(move));
}

async function sendBack(ctx: Context, receiptId: string, outcome: DealReceiptOutcome, deal: DealRow | null): Promise<Counted> {
  await giveBackReceipt(ctx, receiptId, outcome);
  ctx.record({ type: deal ? "deal" : "payment", id: deal?.id ?? receiptId, divisionCode: deal?.divisionCode ?? null, after: { receiptId, outcome } });
  return { outcome, settlement: deal?.settlement ?? null };
}
