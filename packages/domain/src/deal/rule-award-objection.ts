import { notifyOrganisation } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { annul } from "./annul-deal.ts";
import { afterRuling, heldFrom } from "./award-objection.rules.ts";
import { RuleAwardObjectionInput } from "./award-objection.schema.ts";
import { DEAL_DUE } from "./deal.due.ts";
import { factsOf, lockDeal, type DealRow } from "./deal.repository.ts";
import { openAwardObjections } from "./file-award-objection.ts";

/**
 * The exchange's second person rules on an objection to an announced result (异议处理), with reasons that stand on the public page. Upheld, the deal is annulled and
 * everything given back; else it goes on once none is open, and whoever had to sign has the time added. Trading §2.3, §5.10.
 */
export const ruleAwardObjection = defineUseCase("award-objection.rule", RuleAwardObjectionInput, async (ctx, { objectionId, ruling, reasons }) => {
  const found = (await ctx.tx.awardObjection.findUnique({ where: { id: objectionId } })) ?? notFound("award-objection", objectionId);
  const deal = await lockDeal(ctx.tx, found.dealId);
  ctx.authorise({ ...factsOf(deal), authorId: await whoseWorkIsContested(ctx.tx, deal, found.ground) });
  const at = ctx.clock.now();
  const ruled = await ctx.tx.awardObjection.updateMany({ where: { id: objectionId, state: "FILED" }, data: { state: ruling, ruling: reasons, ruledAt: at, ruledById: personIdOf(ctx.actor) } });
  if (ruled.count !== 1) throw new DomainError("OBJECTION_ALREADY_RULED", "conflict");
  const then = afterRuling({ ruling, otherOpen: await openAwardObjections(ctx.tx, deal.id) });
  const isOver = deal.state === "ANNULLED" || deal.state === "DEFAULTED";
  if (then === "goOn" && !isOver) await addTheTime(ctx, deal, at);
  ctx.record({ type: "deal", id: deal.id, divisionCode: deal.divisionCode, after: { objectionId, ruling, reasons, then } });
  for (const [organisationId, role] of [[deal.sellerId, "SELLER"], [deal.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "award.ruled", params: { no: deal.no }, link: `/desk/deals/${deal.id}` });
  }
  const annulled = then === "annul" && !isOver ? await annul(ctx, deal, "成交结果异议成立", reasons) : null;
  return { dealId: deal.id, state: annulled?.state ?? deal.state };
});

/** Four eyes: where the buyer's qualification is contested, whoever found him qualified does not rule on it. */
export async function whoseWorkIsContested(db: Pick<Tx, "intent">, { intentId }: Pick<DealRow, "intentId">, ground: string): Promise<string | null> {
  if (ground !== "QUALIFICATION" || intentId === null) return null;
  return (await db.intent.findUnique({ where: { id: intentId }, select: { decidedById: true } }))?.decidedById ?? null;
}

/** Nobody could sign while objections were open: the time since the first of them is added. Each of them that stood alone has added its own. */
async function addTheTime(ctx: Context, deal: DealRow, at: Date): Promise<void> {
  if (deal.state !== "AWARDED" && deal.state !== "CONTRACTING") return;
  const signDueAt = new Date(deal.signDueAt.getTime() + at.getTime() - (await heldSince(ctx.tx, deal.id, at)).getTime());
  await ctx.tx.deal.update({ where: { id: deal.id }, data: { signDueAt, version: { increment: 1 } } });
  await ctx.due(DEAL_DUE.missSigning, deal.id, signDueAt);
}

/** The start of the unbroken span, up to now, in which some objection was open. */
async function heldSince(db: Pick<Tx, "awardObjection">, dealId: string, at: Date): Promise<Date> {
  const objections = await db.awardObjection.findMany({ where: { dealId }, orderBy: { filedAt: "desc" }, select: { filedAt: true, ruledAt: true } });
  return heldFrom(objections.map(({ filedAt, ruledAt }) => ({ from: filedAt, to: ruledAt ?? at })), at);
}
