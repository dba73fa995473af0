import { instantGateway, takeReceipt } from "../deposit/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { refuse } from "../shared/errors.ts";
import { addFen, subtractFen } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { factsOf, lockDeal, receivedOnPrice } from "./deal.repository.ts";
import { PayDealInput } from "./deal.schema.ts";
import { isUsedFirst } from "./use-first-deal.ts";
import { countReceipt } from "./receive-payment.ts";

/** The buyer pays an instalment through a provider that settles at once; where there is none he goes to his bank. Trading §7. */
export const payDeal = defineUseCase("deal.pay", PayDealInput, async (ctx, { dealId, no }) => {
  const deal = await lockDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  if (deal.venueId === null) refuse("DEAL_PAYS_DIRECTLY");
  if (isUsedFirst(deal)) refuse("DEAL_USED_FIRST");
  const receivedFen = await receivedOnPrice(ctx.tx, deal);
  const dueFen = addFen(...deal.payments.filter((payment) => payment.no <= no).map(({ amountFen }) => amountFen));
  const instalment = deal.payments.find((payment) => payment.no === no);
  if (!instalment || deal.state !== "SETTLING" || dueFen <= receivedFen) refuse("DEAL_NOTHING_TO_PAY");
  const openFen = subtractFen(dueFen, receivedFen);
  if (openFen > instalment.amountFen) refuse("DEAL_EARLIER_INSTALMENT_OPEN");
  const receipt = instantGateway(ctx.config.mode)?.collect({ reference: instalment.reference, payerName: organisationOf(ctx.actor)!.name, amountFen: openFen, at: ctx.clock.now() });
  if (!receipt) refuse("DEAL_GATEWAY_ABSENT", { reference: instalment.reference });
  const taken = await takeReceipt(ctx, receipt, deal.venueId);
  const { settlement } = await countReceipt(ctx, taken.receiptId);
  return { dealId, no, amountFen: openFen, settlement };
});
