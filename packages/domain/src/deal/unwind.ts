import { orderPriceRefund, takeBackDeposit } from "../deposit/index.ts";
import { feeCharged, post, reversed } from "../ledger/index.ts";
import type { Tx } from "../shared/database.ts";
import { addFen, fen, type Fen } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import { purposeOf, type DealRow } from "./deal.repository.ts";

const PRICE_BOOKING = /^price\/(.+)$/;

/** Everything that left for the seller or a manager and has to come back before the buyer can be paid. */
export async function paidOutOf(tx: Pick<Tx, "ledgerEntry">, deal: DealRow): Promise<Fen> {
  const purpose = purposeOf(deal);
  const { _sum } = await tx.ledgerEntry.aggregate({
    _sum: { amountFen: true },
    where: { account: { kind: "BANK_SETTLEMENT", ownerKey: purpose, purpose }, transaction: { kind: { in: ["RELEASED_TO_SELLER", "COMMISSION_PAID", "PRICE_RETURNED"] }, subjectType: "deal", subjectId: deal.id } },
  });
  return fen(-(_sum.amountFen ?? 0n));
}

/**
 * Gives the price of a deal that failed after signing back (恢复原状): the venue's fee is taken off again, the deposit is a locked deposit
 * once more, and every transfer goes back to the account it came from. Trading §7, §4.3.3.
 *
 * @returns what is ordered to go back, the deposit not counted.
 */
export async function unwindPrice(ctx: Context, deal: DealRow, reason: string, from: Date): Promise<Fen> {
  const purpose = purposeOf(deal);
  await reverseFee(ctx, deal);
  if (deal.intentId !== null) await takeBackDeposit(ctx, deal.intentId);
  const bookings = await ctx.tx.ledgerTransaction.findMany({ where: { subjectType: "deal", subjectId: deal.id, kind: "PRICE_RECEIVED" }, select: { requestId: true, entries: { where: { amountFen: { gt: 0n } }, select: { amountFen: true } } } });
  let goingBack = fen(0n);
  for (const { requestId, entries } of bookings) {
    const receiptId = PRICE_BOOKING.exec(requestId)?.[1];
    if (receiptId === undefined) continue;
    await orderPriceRefund(ctx, { receiptId, purpose, from, reason });
    goingBack = addFen(goingBack, ...entries.map(({ amountFen }) => amountFen));
  }
  return goingBack;
}

async function reverseFee(ctx: Context, deal: DealRow): Promise<void> {
  const charged = await ctx.tx.ledgerTransaction.findUnique({ where: { requestId: `deal/${deal.id}/fee` }, select: { entries: { where: { account: { kind: "VENUE_FEE" } }, select: { amountFen: true } } } });
  const [entry] = charged?.entries ?? [];
  if (!entry || deal.venueId === null) return;
  await post(ctx, `deal/${deal.id}/fee-reversed`, { type: "deal", id: deal.id }, reversed(feeCharged({ listingId: purposeOf(deal), venue: deal.venueId, amountFen: -entry.amountFen })));
}
