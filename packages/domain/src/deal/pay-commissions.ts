import { commissionOwed, commissionPaid, post } from "../ledger/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { commissionDue, commissionsOf } from "../technology-manager/index.ts";
import type { Tx } from "../shared/database.ts";
import { addFen, fen, minFen, subtractFen, toYuanText, ZERO_FEN, type Fen } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import { purposeOf, type DealRow } from "./deal.repository.ts";

/**
 * Pays the agencies whom the seller owes a commission by his mandates, out of the price held and pro rata to what has come of it; never more than is
 * there, and each yuan of the price once. What the buyer owes his own agency is not in the price.
 */
export async function payCommissions(ctx: Context, deal: DealRow, receivedFen: bigint, availableFen: Fen): Promise<Fen> {
  const [listingId, subject] = [purposeOf(deal), { type: "deal", id: deal.id }];
  let paid = ZERO_FEN;
  for (const { mandateId, agencyId, amountFen: wholeFen, side, standing } of await commissionsOf(ctx.tx, deal.id)) {
    if (side !== "SELLER" || standing !== "OWED") continue;
    const open = subtractFen(commissionDue(wholeFen, deal.priceFen, receivedFen), await commissionPaidTo(ctx.tx, deal, mandateId));
    const amountFen = minFen(open, subtractFen(availableFen, paid));
    if (amountFen <= 0n) continue;
    const move = { listingId, manager: agencyId, amountFen };
    await post(ctx, `${bookingOf(deal, mandateId)}${receivedFen}/owed`, subject, commissionOwed(move));
    await post(ctx, `${bookingOf(deal, mandateId)}${receivedFen}`, subject, commissionPaid(move));
    await notifyOrganisation(ctx, agencyId, ["TECHNOLOGY_MANAGER"], { kind: "deal.commission-paid", params: { no: deal.no, amount: toYuanText(amountFen) } });
    paid = addFen(paid, amountFen);
  }
  return paid;
}

/** What an agency has been paid for one mandate on a deal. */
export async function commissionPaidTo(db: Pick<Tx, "ledgerEntry">, deal: Pick<DealRow, "id">, mandateId: string): Promise<Fen> {
  const { _sum } = await db.ledgerEntry.aggregate({ _sum: { amountFen: true }, where: { account: { kind: "MANAGER_PAYABLE" }, transaction: { kind: "COMMISSION_PAID", requestId: { startsWith: bookingOf(deal, mandateId) } } } });
  return fen(_sum.amountFen ?? 0n);
}

const bookingOf = ({ id }: Pick<DealRow, "id">, mandateId: string) => `deal/${id}/commission/${mandateId}/`;
