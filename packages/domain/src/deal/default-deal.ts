import { openForfeit } from "../deposit/index.ts";
import { advanceListing } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { SETTLEMENT_MOVES } from "../settlement/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { DEAL_DUE } from "./deal.due.ts";
import { DealFailed } from "./deal.events.ts";
import { DEAL_MOVES } from "./deal.machine.ts";
import { eventFacts, factsOf, lockDeal, moveDeal } from "./deal.repository.ts";
import { DefaultDealInput } from "./deal.schema.ts";
import { unwindPrice } from "./unwind.ts";

/**
 * The buyer stays in arrears and the venue ends the deal (逾期违约终止). What he paid goes back, but for the deposit: that is decided on by the
 * procedure for deposits, with its appeal and its second person. Trading §7, §4.4.
 */
export const defaultDeal = defineUseCase("deal.default", DefaultDealInput, async (ctx, { dealId, reason }) => {
  const deal = await lockDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  if (deal.settlement === null) throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: deal.state, event: "default" });
  const at = ctx.clock.now();
  const settlement = step(SETTLEMENT_MOVES, deal.settlement, "default");
  const state = step(DEAL_MOVES, deal.state, "default");
  await moveDeal(ctx.tx, deal, { state, settlement }, { closedAt: at, stateReason: reason });
  await ctx.notDue(DEAL_DUE.fallOverdue, dealId);
  await unwindPrice(ctx, deal, "defaulted", at);
  if (deal.listingId !== null) await advanceListing(ctx, deal.listingId, "default", at, reason);
  if (deal.intentId !== null) await openForfeit(ctx, { intentId: deal.intentId, ground: "NOT_PAID", reason, decidedById: personIdOf(ctx.actor)!, firstPriceFen: null });
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, before: { state: deal.state, settlement: deal.settlement }, after: { state, settlement, reason } });
  ctx.emit(DealFailed, { type: "deal", id: dealId }, { ...eventFacts(deal), intentId: deal.intentId, state: "DEFAULTED", effectiveAt: at.toISOString() });
  for (const [organisationId, role] of [[deal.sellerId, "SELLER"], [deal.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "deal.failed", params: { no: deal.no, reason }, link: `/desk/deals/${dealId}` });
  }
  return { dealId, state, settlement };
});
