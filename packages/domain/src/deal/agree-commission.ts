import { notifyOrganisation } from "../notification/index.ts";
import { notFound, refuse } from "../shared/errors.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { factsOf, lockDeal } from "./deal.repository.ts";
import { AgreeCommissionInput } from "./deal.schema.ts";

/** The seller names the technology manager who is paid out of the price, at what rate and by which mandate (约定技术经理人佣金). Trading §7, 拍卖法 56. */
export const agreeCommission = defineUseCase("deal.agree-commission", AgreeCommissionInput, async (ctx, { dealId, managerId, rateBp, ceiling, basis }) => {
  const deal = await lockDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  if (deal.venueId === null) refuse("DEAL_PAYS_DIRECTLY");
  if (deal.signedAt !== null || (deal.state !== "AWARDED" && deal.state !== "CONTRACTING")) refuse("DEAL_COMMISSION_TOO_LATE");
  const manager = (await ctx.tx.organisation.findUnique({ where: { id: managerId }, select: { id: true, state: true, name: true } })) ?? notFound("organisation", managerId);
  if (manager.state !== "VERIFIED" || managerId === deal.sellerId || managerId === deal.buyerId) refuse("DEAL_COMMISSION_NOT_A_MANAGER");
  await recordCommission(ctx, { dealId, managerId, rateBp, ceilingFen: ceiling, basis });
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { commission: { manager: manager.name, rateBp, ceilingFen: ceiling, basis } } });
  await notifyOrganisation(ctx, managerId, ["TECHNOLOGY_MANAGER"], { kind: "deal.commission-agreed", params: { no: deal.no } });
  return { dealId, managerId };
});

export type Commission = { readonly dealId: string; readonly managerId: string; readonly rateBp: number; readonly ceilingFen: bigint | null; readonly basis: string };

/** Puts down what a manager is owed on a deal: by the seller here, or by a mandate (委托) in another feature's act. The same manager again is corrected. */
export async function recordCommission(ctx: Context, { dealId, managerId, ...agreed }: Commission): Promise<void> {
  const agreedAt = ctx.clock.now();
  await ctx.tx.dealCommission.upsert({ where: { dealId_managerId: { dealId, managerId } }, create: { dealId, managerId, ...agreed, agreedAt }, update: { ...agreed, agreedAt } });
}
