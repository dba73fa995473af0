import { SETTLEMENT_MOVES } from "../settlement/index.ts";
import { startOfDay } from "../shared/clock.ts";
import { invalidField, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { addFen } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { factsOf, getDeal, lockDeal, moveDeal, receivedOnPrice } from "./deal.repository.ts";
import { ConfirmReceiptInput } from "./deal.schema.ts";
import { settleForward } from "./settle-forward.ts";
import { isUsedFirst } from "./use-first-deal.ts";

/** Without a venue the buyer pays the seller, who confirms each instalment (确认收款). The platform's book has no part in it. */
export const confirmReceipt = defineUseCase("deal.confirm-receipt", ConfirmReceiptInput, async (ctx, { dealId, no, receivedOn }) => {
  const deal = await lockDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  if (deal.venueId !== null) refuse("DEAL_NOT_DIRECT");
  if (isUsedFirst(deal)) refuse("DEAL_USED_FIRST");
  const instalment = deal.payments.find((payment) => payment.no === no);
  const before = await receivedOnPrice(ctx.tx, deal);
  const { settlement } = deal;
  const isAwaited = settlement === "DUE" || settlement === "PART" || settlement === "BREACH";
  if (!instalment || instalment.paidAt !== null || deal.state !== "SETTLING" || !isAwaited) refuse("DEAL_NOTHING_TO_PAY");
  if (deal.payments.some((payment) => payment.no < no && payment.paidAt === null)) refuse("DEAL_EARLIER_INSTALMENT_OPEN");
  const paidAt = startOfDay(receivedOn);
  if (paidAt > ctx.clock.now()) invalidField("receivedOn", "RECEIVED_IN_FUTURE");
  await ctx.tx.dealPayment.update({ where: { dealId_no: { dealId, no } }, data: { paidAt } });

  const receivedFen = addFen(before, instalment.amountFen);
  const moved = step(SETTLEMENT_MOVES, settlement, receivedFen === deal.priceFen ? "receiveLast" : settlement === "BREACH" ? "cure" : "receivePart");
  const { state, settlement: next, ...closed } = await settleForward(ctx, await getDeal(ctx.tx, dealId), deal.state, moved, receivedFen);
  await moveDeal(ctx.tx, deal, { state, settlement: next }, closed);
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, before: { settlement }, after: { settlement: next, state, no, receivedOn, amountFen: instalment.amountFen } });
  return { dealId, state, settlement: next };
});
