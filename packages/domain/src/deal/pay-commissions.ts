import { commissionOwed, commissionPaid, post } from "../ledger/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { managerCommission } from "../settlement/index.ts";
import { addFen, fen, minFen, subtractFen, toYuanText, ZERO_FEN, type Fen } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import { purposeOf, type DealRow } from "./deal.repository.ts";

/** Pays the managers of a deal out of the price held, once each, in the order in which they were agreed, and never more than is there. */
export async function payCommissions(ctx: Context, deal: DealRow, availableFen: Fen): Promise<Fen> {
  const agreed = await ctx.tx.dealCommission.findMany({ where: { dealId: deal.id }, orderBy: [{ agreedAt: "asc" }, { managerId: "asc" }] });
  const [listingId, subject, at] = [purposeOf(deal), { type: "deal", id: deal.id }, ctx.clock.now()];
  let paid = ZERO_FEN;
  for (const { managerId, rateBp, ceilingFen, paidAt } of agreed) {
    if (paidAt !== null) continue;
    const earned = managerCommission(deal.priceFen, { rateBp, ...(ceilingFen === null ? {} : { ceilingFen: fen(ceilingFen) }) });
    const amountFen = minFen(earned, subtractFen(availableFen, paid));
    if (amountFen <= 0n) continue;
    const move = { listingId, manager: managerId, amountFen };
    await post(ctx, `deal/${deal.id}/commission-owed/${managerId}`, subject, commissionOwed(move));
    await post(ctx, `deal/${deal.id}/commission-paid/${managerId}`, subject, commissionPaid(move));
    await ctx.tx.dealCommission.update({ where: { dealId_managerId: { dealId: deal.id, managerId } }, data: { amountFen, paidAt: at } });
    await notifyOrganisation(ctx, managerId, ["TECHNOLOGY_MANAGER"], { kind: "deal.commission-paid", params: { no: deal.no, amount: toYuanText(amountFen) } });
    paid = addFen(paid, amountFen);
  }
  return paid;
}
