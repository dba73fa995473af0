import { releaseDeposit } from "../deposit/index.ts";
import { advanceListing } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { SETTLEMENT_MOVES } from "../settlement/index.ts";
import { step } from "../shared/machine.ts";
import { toYuanText } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { returnReference } from "./contract-draft.ts";
import { DEAL_DUE } from "./deal.due.ts";
import { DealFailed } from "./deal.events.ts";
import { DEAL_MOVES } from "./deal.machine.ts";
import { eventFacts, factsOf, lockDeal, moveDeal, type DealRow } from "./deal.repository.ts";
import { AnnulDealInput } from "./deal.schema.ts";
import { paidOutOf, unwindPrice } from "./unwind.ts";

/**
 * The deal is annulled by a ruling (撤销成交): certificate, price and deposit are unwound, nobody loses his deposit. What was already passed on
 * to the seller he has to return first; the buyer's refunds wait for it. Trading §5.10, §7.
 */
export const annulDeal = defineUseCase("deal.annul", AnnulDealInput, async (ctx, { dealId, ruling, reason }) => {
  const deal = await lockDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  return annul(ctx, deal, ruling, reason);
});

/** Unwinds a deal that is locked; whoever calls it has asked whether it may be. */
export async function annul(ctx: Context, deal: DealRow, ruling: string, reason: string) {
  const dealId = deal.id;
  const at = ctx.clock.now();
  const state = step(DEAL_MOVES, deal.state, "annul");
  const settlement = deal.settlement === null ? null : step(SETTLEMENT_MOVES, deal.settlement, "annul");
  const returnDueFen = deal.venueId === null ? 0n : await paidOutOf(ctx.tx, deal);
  await moveDeal(ctx.tx, deal, settlement === null ? { state } : { state, settlement }, {
    closedAt: at,
    stateReason: `${ruling}：${reason}`,
    ...(returnDueFen > 0n ? { returnDueFen, returnReference: returnReference(deal.no) } : {}),
  });
  await ctx.notDue(DEAL_DUE.missSigning, dealId);
  await ctx.notDue(DEAL_DUE.fallOverdue, dealId);
  await ctx.notDue(DEAL_DUE.missRelease, dealId);
  const isPaidBackNow = deal.venueId !== null && returnDueFen === 0n;
  if (isPaidBackNow) await giveEverythingBack(ctx, deal, at);
  await endListing(ctx, deal, ruling, at);
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, before: { state: deal.state, settlement: deal.settlement }, after: { state, settlement, ruling, reason, returnDueFen } });
  ctx.emit(DealFailed, { type: "deal", id: dealId }, { ...eventFacts(deal), intentId: deal.intentId, state: "ANNULLED", effectiveAt: at.toISOString() });
  for (const [organisationId, role] of [[deal.sellerId, "SELLER"], [deal.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "deal.failed", params: { no: deal.no, reason: ruling }, link: `/desk/deals/${dealId}` });
  }
  if (returnDueFen > 0n) {
    await notifyOrganisation(ctx, deal.sellerId, ["SELLER"], { kind: "deal.return-due", params: { no: deal.no, amount: toYuanText(returnDueFen), reference: returnReference(deal.no) }, link: `/desk/deals/${dealId}` });
  }
  return { dealId, state, settlement, returnDueFen };
}

/** The price, and the deposit with it, go back to where they came from. */
export async function giveEverythingBack(ctx: Context, deal: DealRow, at: Date): Promise<void> {
  await unwindPrice(ctx, deal, "annulled", at);
  if (deal.intentId !== null) await releaseDeposit(ctx, deal.intentId, "release", at);
}

/** A lot that was closed stays closed: the market moved on, and the record says what happened. */
async function endListing(ctx: Context, deal: DealRow, ruling: string, at: Date): Promise<void> {
  if (deal.listingId === null || deal.state === "SETTLED") return;
  await advanceListing(ctx, deal.listingId, "annul", at, ruling);
}
