import { instantGateway, sameName, takeReceipt } from "../deposit/index.ts";
import { contractEffect, type ContractEffect } from "../export-control/index.ts";
import { interestReceived, interestReleased, post } from "../ledger/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { accruedInterest, type SettlementParameters } from "../settlement/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { refuse } from "../shared/errors.ts";
import { dateColumn, dayOfColumn } from "../shared/input.ts";
import { addFen, fen, subtractFen, toYuanText, type Fen } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { interestReference } from "./contract-draft.ts";
import { factsOf, lockDeal, purposeOf, type DealRow } from "./deal.repository.ts";
import { DealIdInput } from "./deal.schema.ts";
import type { DealReceiptOutcome } from "./deal.texts.ts";
import { dueInEffect } from "./due-in-effect.ts";
import { lateParametersOf } from "./late-rate.ts";

type Receipt = { readonly id: string; readonly payerName: string; readonly amountFen: bigint };

/** What the interest has grown to since it was last counted, while so much of the price had come. */
export function interestSince(deal: DealRow, effect: ContractEffect, receivedFen: bigint, now: Date, parameters: SettlementParameters): Fen {
  const instalments = dueInEffect(deal, effect);
  return accruedInterest({ instalments }, { receivedFen, from: deal.interestOn && dayOfColumn(deal.interestOn), on: dayOf(now) }, parameters);
}

/** The columns that a payment changes which came while something was late (逾期利息计至到账日); the buyer is told what he owes beside the price. */
export async function countInterest(ctx: Context, deal: DealRow, receivedFen: bigint): Promise<{ readonly interestFen?: bigint; readonly interestOn?: Date; readonly interestReference?: string }> {
  const now = ctx.clock.now();
  const grownFen = interestSince(deal, await contractEffect(ctx.tx, deal), receivedFen, now, await lateParametersOf(ctx.tx, deal));
  if (grownFen === 0n) return {};
  const interestFen = addFen(deal.interestFen, grownFen);
  const reference = interestReference(deal.no);
  await notifyOrganisation(ctx, deal.buyerId, ["BUYER"], { kind: "deal.interest-due", params: { no: deal.no, amount: toYuanText(subtractFen(interestFen, await interestPaid(ctx.tx, deal))), reference }, link: `/desk/deals/${deal.id}` });
  return { interestFen, interestOn: dateColumn(dayOf(now)), interestReference: reference };
}

export async function interestPaid(db: Pick<Tx, "ledgerEntry">, deal: DealRow): Promise<Fen> {
  const { _sum } = await db.ledgerEntry.aggregate({
    _sum: { amountFen: true },
    where: { amountFen: { gt: 0 }, transaction: { kind: "INTEREST_RECEIVED", subjectType: "deal", subjectId: deal.id } },
  });
  return fen(_sum.amountFen ?? 0n);
}

/** Interest is taken while the deal is being settled and after it, not once it was undone. */
export function takesInterest({ state }: Pick<DealRow, "state">): boolean {
  return state === "SETTLING" || state === "SETTLED";
}

/** Interest that came goes straight on to the seller; what does not fit goes back to its payer. */
export async function takeInterest(ctx: Context, deal: DealRow, receipt: Receipt): Promise<DealReceiptOutcome> {
  const booked = await ctx.tx.ledgerTransaction.findUnique({ where: { requestId: `interest/${receipt.id}` }, select: { id: true } });
  if (booked) {
    ctx.record({ type: "deal", id: deal.id, divisionCode: deal.divisionCode, after: { receiptId: receipt.id, repeated: true } });
    return "INTEREST";
  }
  const openFen = deal.interestFen - (await interestPaid(ctx.tx, deal));
  if (openFen <= 0n || !takesInterest(deal)) return "NOT_AWAITED";
  if (sameName(receipt.payerName) !== sameName(deal.buyer.name)) return "WRONG_PAYER";
  if (receipt.amountFen > openFen) return "OVERPAID";
  const interest = { listingId: purposeOf(deal), seller: deal.sellerId, amountFen: receipt.amountFen };
  await post(ctx, `interest/${receipt.id}`, { type: "deal", id: deal.id }, interestReceived(interest));
  await post(ctx, `interest-release/${receipt.id}`, { type: "deal", id: deal.id }, interestReleased(interest));
  ctx.record({ type: "deal", id: deal.id, divisionCode: deal.divisionCode, after: { receiptId: receipt.id, interestFen: receipt.amountFen, openFen: openFen - receipt.amountFen } });
  await notifyOrganisation(ctx, deal.sellerId, ["SELLER"], { kind: "deal.interest-received", params: { no: deal.no, amount: toYuanText(receipt.amountFen) }, link: `/desk/deals/${deal.id}` });
  return "INTEREST";
}

/** The buyer pays the interest on what came late (支付逾期利息) through a provider that settles at once. */
export const payInterest = defineUseCase("deal.pay-interest", DealIdInput, async (ctx, { dealId }) => {
  const deal = await lockDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  const openFen = subtractFen(deal.interestFen, await interestPaid(ctx.tx, deal));
  if (deal.venueId === null || deal.interestReference === null || openFen === 0n || !takesInterest(deal)) refuse("DEAL_NO_INTEREST");
  const receipt = instantGateway(ctx.config.mode)?.collect({ reference: deal.interestReference, payerName: organisationOf(ctx.actor)!.name, amountFen: openFen, at: ctx.clock.now() });
  if (!receipt) refuse("DEAL_GATEWAY_ABSENT", { reference: deal.interestReference });
  const { receiptId } = await takeReceipt(ctx, receipt, deal.venueId);
  const outcome = await takeInterest(ctx, deal, { ...receipt, id: receiptId });
  return { dealId, amountFen: openFen, outcome };
});
