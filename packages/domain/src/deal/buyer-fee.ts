import { instantGateway, sameName, takeReceipt } from "../deposit/index.ts";
import { balanceOf, buyerFeeReceived, post } from "../ledger/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { organisationOf } from "../shared/actor.ts";
import type { Tx } from "../shared/database.ts";
import { refuse } from "../shared/errors.ts";
import { addFen, fen, subtractFen, toYuanText, type Fen } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { factsOf, lockDeal, purposeOf, type DealRow } from "./deal.repository.ts";
import { DealIdInput } from "./deal.schema.ts";
import type { DealReceiptOutcome } from "./deal.texts.ts";

type Receipt = { readonly id: string; readonly payerName: string; readonly amountFen: bigint };

/** What buyers have paid of their parts of the fee, deal by deal, whether it is held still or the venue's already. */
async function paidOn(db: Pick<Tx, "ledgerTransaction">, dealIds: readonly string[]): Promise<(dealId: string) => Fen> {
  const received = await db.ledgerTransaction.findMany({
    where: { kind: "BUYER_FEE_RECEIVED", subjectType: "deal", subjectId: { in: [...dealIds] } },
    select: { subjectId: true, entries: { where: { amountFen: { gt: 0 } }, select: { amountFen: true } } },
  });
  return (dealId) => addFen(...received.filter(({ subjectId }) => subjectId === dealId).flatMap(({ entries }) => entries.map(({ amountFen }) => amountFen)));
}

/** What the buyer has paid of his part of the fee. */
export async function buyerFeePaid(db: Pick<Tx, "ledgerTransaction">, { id }: Pick<DealRow, "id">): Promise<Fen> {
  return (await paidOn(db, [id]))(id);
}

/** What is still to come of it; the certificate waits for that. */
export async function buyerFeeOpen(db: Pick<Tx, "ledgerTransaction">, deal: DealRow): Promise<Fen> {
  return subtractFen(deal.buyerFeeFen, await buyerFeePaid(db, deal));
}

/** Of several deals those that wait for the buyer's part of the fee. */
export async function withFeeOpen(db: Pick<Tx, "ledgerTransaction">, deals: readonly Pick<DealRow, "id" | "state" | "buyerFeeFen">[]): Promise<ReadonlySet<string>> {
  const owing = deals.filter(({ state, buyerFeeFen }) => state === "SETTLING" && buyerFeeFen > 0n);
  if (owing.length === 0) return new Set();
  const paid = await paidOn(db, owing.map(({ id }) => id));
  return new Set(owing.filter(({ id, buyerFeeFen }) => paid(id) < buyerFeeFen).map(({ id }) => id));
}

/** What is held of it for the buyer, to be charged at settlement. */
export async function buyerFeeHeld(db: Pick<Tx, "ledgerEntry">, deal: DealRow): Promise<Fen> {
  const purpose = purposeOf(deal);
  return fen(-(await balanceOf(db, purpose, { kind: "BUYER_FEE", owner: purpose })));
}

/** The buyer's part of the fee reached the account: it is held until the deal is settled; what does not fit goes back to its payer. */
export async function takeBuyerFee(ctx: Context, deal: DealRow, receipt: Receipt): Promise<DealReceiptOutcome> {
  const booked = await ctx.tx.ledgerTransaction.findUnique({ where: { requestId: `buyer-fee/${receipt.id}` }, select: { id: true } });
  if (booked) {
    ctx.record({ type: "deal", id: deal.id, divisionCode: deal.divisionCode, after: { receiptId: receipt.id, repeated: true } });
    return "BUYER_FEE";
  }
  const openFen = await buyerFeeOpen(ctx.tx, deal);
  if (openFen <= 0n || deal.state !== "SETTLING") return "NOT_AWAITED";
  if (sameName(receipt.payerName) !== sameName(deal.buyer.name)) return "WRONG_PAYER";
  if (receipt.amountFen > openFen) return "OVERPAID";
  await post(ctx, `buyer-fee/${receipt.id}`, { type: "deal", id: deal.id }, buyerFeeReceived({ listingId: purposeOf(deal), amountFen: receipt.amountFen }));
  ctx.record({ type: "deal", id: deal.id, divisionCode: deal.divisionCode, after: { receiptId: receipt.id, buyerFeeFen: receipt.amountFen, openFen: openFen - receipt.amountFen } });
  if (receipt.amountFen === openFen && deal.venueId !== null) {
    await notifyOrganisation(ctx, deal.venueId, ["VENUE_OPERATOR"], { kind: "deal.buyer-fee-paid", params: { no: deal.no, amount: toYuanText(deal.buyerFeeFen) }, link: `/desk/deals/${deal.id}` });
  }
  return "BUYER_FEE";
}

/** The buyer pays his part of the venue's fee (支付服务费) through a provider that settles at once. */
export const payBuyerFee = defineUseCase("deal.pay-fee", DealIdInput, async (ctx, { dealId }) => {
  const deal = await lockDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  const openFen = await buyerFeeOpen(ctx.tx, deal);
  if (deal.venueId === null || deal.buyerFeeReference === null || openFen === 0n || deal.state !== "SETTLING") refuse("DEAL_NO_FEE_DUE");
  const receipt = instantGateway(ctx.config.mode)?.collect({ reference: deal.buyerFeeReference, payerName: organisationOf(ctx.actor)!.name, amountFen: openFen, at: ctx.clock.now() });
  if (!receipt) refuse("DEAL_GATEWAY_ABSENT", { reference: deal.buyerFeeReference });
  const { receiptId } = await takeReceipt(ctx, receipt, deal.venueId);
  const outcome = await takeBuyerFee(ctx, deal, { ...receipt, id: receiptId });
  return { dealId, amountFen: openFen, outcome };
});
