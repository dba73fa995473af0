import { releaseDeposit } from "../deposit/index.ts";
import { advanceListing, failListing } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { isWithheld } from "../shared/withheld.ts";
import { DEAL_DUE } from "./deal.due.ts";
import { DealFailed } from "./deal.events.ts";
import { DEAL_MOVES } from "./deal.machine.ts";
import { eventFacts, lockDeal, moveDeal } from "./deal.repository.ts";
import { openAwardObjections } from "./file-award-objection.ts";
import { whenSigningDeadlinePasses } from "./deal.rules.ts";
import { DealDueInput } from "./deal.schema.ts";

/** While the result is withheld, or an objection to it open, nobody can sign, so nobody is late: it is asked again after this. */
const ASK_AGAIN_MS = 86_400_000;
const REASONS = { default: "受让方逾期未签约", annul: "逾期未签约" } as const;

/**
 * The deadline for signing is over (逾期未签约). A buyer who alone has not signed is in default and his deposit stays until that is decided;
 * otherwise the deal is annulled and he has it back. Effective at the deadline. Trading §4.4.
 */
export const missSigning = defineUseCase("deal.miss-signing", DealDueInput, async (ctx, { dealId }) => {
  ctx.authorise();
  const deal = await lockDeal(ctx.tx, dealId);
  if (isWithheld(deal.result) || (await openAwardObjections(ctx.tx, dealId)) > 0) {
    await ctx.due(DEAL_DUE.missSigning, dealId, new Date(ctx.clock.now().getTime() + ASK_AGAIN_MS));
    ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { notNow: "miss-signing", state: deal.state } });
    return { state: deal.state };
  }
  const isOver = (deal.state === "AWARDED" || deal.state === "CONTRACTING") && ctx.clock.now() >= deal.signDueAt;
  if (!isOver) {
    ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { notNow: "miss-signing", state: deal.state } });
    return { state: deal.state };
  }
  const event = whenSigningDeadlinePasses({ sellerSigned: deal.sellerSignedAt !== null, buyerSigned: deal.buyerSignedAt !== null });
  const state = step(DEAL_MOVES, deal.state, event);
  const effectiveAt = deal.signDueAt;
  await moveDeal(ctx.tx, deal, { state }, { closedAt: effectiveAt, stateReason: REASONS[event] });
  if (deal.listingId !== null) {
    if (event === "default") await advanceListing(ctx, deal.listingId, "default", effectiveAt, REASONS[event]);
    else await failListing(ctx, deal.listingId, "annul", REASONS[event], effectiveAt);
  }
  if (deal.intentId !== null && event === "annul") await releaseDeposit(ctx, deal.intentId, "release", effectiveAt);
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, before: { state: deal.state }, after: { state, effectiveAt } });
  ctx.emit(DealFailed, { type: "deal", id: dealId }, { ...eventFacts(deal), intentId: deal.intentId, state: state as "DEFAULTED" | "ANNULLED", effectiveAt: effectiveAt.toISOString() });
  for (const [organisationId, role] of [[deal.sellerId, "SELLER"], [deal.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "deal.failed", params: { no: deal.no, reason: REASONS[event] }, link: `/desk/deals/${dealId}` });
  }
  return { state };
});
