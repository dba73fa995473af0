import { notifyOrganisation } from "../notification/index.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { awaitRelease } from "./await-release.ts";
import { factsOf, lockDeal, moveDeal } from "./deal.repository.ts";
import { DealIdInput } from "./deal.schema.ts";

/** The buyer signs that right and know-how were handed over (移交确认); only then is the price released. Trading §7. */
export const confirmHandover = defineUseCase("deal.confirm-handover", DealIdInput, async (ctx, { dealId }) => {
  const deal = await lockDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  if (deal.state !== "SETTLING" && deal.state !== "SETTLED") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: deal.state, event: "confirmHandover" });
  if (deal.handedOverAt !== null) refuse("DEAL_HANDED_OVER_ALREADY");
  const at = ctx.clock.now();
  await moveDeal(ctx.tx, deal, {}, { handedOverAt: at });
  await awaitRelease(ctx, dealId);
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { handedOverAt: at } });
  await notifyOrganisation(ctx, deal.sellerId, ["SELLER"], { kind: "deal.handed-over", params: { no: deal.no }, link: `/desk/deals/${dealId}` });
  if (deal.venueId !== null) await notifyOrganisation(ctx, deal.venueId, ["VENUE_FINANCE"], { kind: "deal.handed-over", params: { no: deal.no }, link: `/desk/deals/${dealId}` });
  return { dealId, handedOverAt: at };
});
