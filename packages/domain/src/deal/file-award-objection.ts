import { notifyOrganisation } from "../notification/index.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandShown } from "../shared/withheld.ts";
import { awardObjectionRefusal } from "./award-objection.rules.ts";
import { FileAwardObjectionInput } from "./award-objection.schema.ts";
import { AwardObjectionFiled } from "./deal.events.ts";
import { lockDeal } from "./deal.repository.ts";
import { resultAnnouncement } from "./result-hold.ts";

export function openAwardObjections(db: Pick<Tx, "awardObjection">, dealId: string): Promise<number> {
  return db.awardObjection.count({ where: { dealId, state: "FILED" } });
}

/** Nobody signs, certifies or is paid out while an objection is open. Trading §2.3. */
export async function demandNoObjection(db: Pick<Tx, "awardObjection">, dealId: string): Promise<void> {
  if ((await openAwardObjections(db, dealId)) > 0) throw new DomainError("DEAL_UNDER_OBJECTION", "refused");
}

/** An interested person objects to an announced result (成交结果异议), by name, within the announced days. Trading §2.3, §5.10. */
export const fileAwardObjection = defineUseCase("award-objection.file", FileAwardObjectionInput, async (ctx, { dealId, ...told }) => {
  ctx.authorise();
  const deal = await lockDeal(ctx.tx, dealId);
  if (deal.listingId === null) notFound("award", dealId);
  demandShown(deal.result);
  const filedAt = ctx.clock.now();
  const refusal = awardObjectionRefusal({ state: deal.state, awardedAt: deal.awardedAt, announcedUntil: (await resultAnnouncement(ctx.tx, deal)).until, now: filedAt });
  if (refusal) refuse(`AWARD_OBJECTION_${refusal}`);
  const { id: objectionId } = await ctx.tx.awardObjection.create({ data: { dealId, ...told, filedAt } });
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { objectionId, ground: told.ground, interest: told.interest } });
  ctx.emit(AwardObjectionFiled, { type: "deal", id: dealId }, { dealId, objectionId });
  await notifyOrganisation(ctx, deal.venueId!, ["VENUE_REVIEWER"], { kind: "award.objected", params: { no: deal.no }, link: `/desk/deals/${dealId}` });
  for (const [organisationId, role] of [[deal.sellerId, "SELLER"], [deal.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "award.held", params: { no: deal.no }, link: `/desk/deals/${dealId}` });
  }
  return { objectionId, filedAt };
});
