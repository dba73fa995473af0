import { orderDealRefund, takeBackDeposit } from "../deposit/index.ts";
import { buyerFeeCharged, feeCharged, post, reversed } from "../ledger/index.ts";
import type { Tx } from "../shared/database.ts";
import { addFen, fen, type Fen } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import { purposeOf, type DealRow } from "./deal.repository.ts";

/** What a buyer pays on a deal: the kind of posting, the name under which its receipt is booked, and the account where it stands. */
const PAID = [
  { kind: "PRICE_RECEIVED", booking: /^price\/(.+)$/, account: "PRICE_HELD" },
  { kind: "BUYER_FEE_RECEIVED", booking: /^buyer-fee\/(.+)$/, account: "BUYER_FEE" },
] as const;

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
 * Gives the price of a deal that failed after signing back (恢复原状): the venue's fee is taken off again on both sides, the deposit is a locked deposit
 * once more, and every transfer goes back to the account it came from. Trading §7, §4.3.3.
 *
 * @returns what is ordered to go back, the deposit not counted.
 */
export async function unwindPrice(ctx: Context, deal: DealRow, reason: string, from: Date): Promise<Fen> {
  const purpose = purposeOf(deal);
  await reverseFees(ctx, deal);
  if (deal.intentId !== null) await takeBackDeposit(ctx, deal.intentId);
  let goingBack = fen(0n);
  for (const { kind, booking, account } of PAID) {
    const booked = await ctx.tx.ledgerTransaction.findMany({ where: { subjectType: "deal", subjectId: deal.id, kind }, select: { requestId: true, entries: { where: { amountFen: { gt: 0n } }, select: { amountFen: true } } } });
    for (const { requestId, entries } of booked) {
      const receiptId = booking.exec(requestId)?.[1];
      if (receiptId === undefined) continue;
      await orderDealRefund(ctx, { receiptId, account, purpose, from, reason });
      goingBack = addFen(goingBack, ...entries.map(({ amountFen }) => amountFen));
    }
  }
  return goingBack;
}

async function reverseFees(ctx: Context, deal: DealRow): Promise<void> {
  const { id, venueId } = deal;
  if (venueId === null) return;
  for (const [charge, charged] of [["fee", feeCharged], ["buyer-fee", buyerFeeCharged]] as const) {
    const booked = await ctx.tx.ledgerTransaction.findUnique({ where: { requestId: `deal/${id}/${charge}` }, select: { entries: { where: { account: { kind: "VENUE_FEE" } }, select: { amountFen: true } } } });
    const [entry] = booked?.entries ?? [];
    if (entry) await post(ctx, `deal/${id}/${charge}-reversed`, { type: "deal", id }, reversed(charged({ listingId: purposeOf(deal), venue: venueId, amountFen: -entry.amountFen })));
  }
}
