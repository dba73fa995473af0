import { contractEffect, type ContractEffect } from "../export-control/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { isInBreach, SETTLEMENT_MOVES, settlementParametersAt } from "../settlement/index.ts";
import { addDays, dayOf, endOfDay } from "../shared/clock.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { DEAL_DUE } from "./deal.due.ts";
import { lockDeal, moveDeal, receivedOnPrice } from "./deal.repository.ts";
import { DealDueInput } from "./deal.schema.ts";
import { dueInEffect } from "./due-in-effect.ts";
import { rulesFixedAt } from "./fixed-terms.ts";

/** An instalment has not come when its days of grace were over (逾期). Effective from that instant; a later payment cures it. Trading §7. */
export const fallOverdue = defineUseCase("deal.fall-overdue", DealDueInput, async (ctx, { dealId, dueAt }) => {
  ctx.authorise();
  const deal = await lockDeal(ctx.tx, dealId);
  const { settlement } = deal;
  const effect = await contractEffect(ctx.tx, deal);
  const plan = { instalments: dueInEffect(deal, effect) };
  const isAwaited = deal.state === "SETTLING" && settlement !== null && settlement !== "BREACH";
  const parameters = await settlementParametersAt(ctx.tx, deal.venueId, await rulesFixedAt(ctx.tx, deal));
  if (!isAwaited || !isInBreach(plan, await receivedOnPrice(ctx.tx, deal), dayOf(ctx.clock.now()), parameters)) {
    if (isAwaited) await askAgain(ctx, deal.id, effect, parameters.graceDays);
    ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { notNow: "fall-overdue", settlement } });
    return { settlement };
  }
  // Once the first part is certified, a later instalment that does not come is told to both sides and moves nothing.
  const breached = settlement === "DUE" || settlement === "PART" ? step(SETTLEMENT_MOVES, settlement, "fallOverdue") : settlement;
  if (breached !== settlement) await moveDeal(ctx.tx, deal, { settlement: breached });
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, before: { settlement }, after: { settlement: breached, effectiveAt: dueAt } });
  for (const [organisationId, role] of [[deal.buyerId, "BUYER"], [deal.sellerId, "SELLER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "deal.overdue", params: { no: deal.no }, link: `/desk/deals/${dealId}` });
  }
  return { settlement: breached };
});

/** A contract that waits for its licence is asked about every day, and after the grace of the day on which it took effect. */
async function askAgain(ctx: Context, dealId: string, { isAwaited, from }: ContractEffect, graceDays: number): Promise<void> {
  const now = ctx.clock.now();
  if (isAwaited) return ctx.due(DEAL_DUE.fallOverdue, dealId, endOfDay(addDays(dayOf(now), 1)));
  const due = from === null ? null : endOfDay(addDays(from, graceDays));
  if (due !== null && due > now) await ctx.due(DEAL_DUE.fallOverdue, dealId, due);
}
