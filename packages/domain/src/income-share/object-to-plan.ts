import { notifyOrganisation } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { DomainError, notFound, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { INCOME_SHARE_DUE } from "./income-share.due.ts";
import { factsOf, lockIncomeShare, moveIncomeShare, openObjections } from "./income-share.repository.ts";
import { ObjectInput, RuleShareObjectionInput } from "./income-share.schema.ts";

/** Somebody of the unit objects while the reward is on notice (奖酬公示异议); it cannot clear until that is ruled on. */
export const objectToPlan = defineUseCase("income-share.object", ObjectInput, async (ctx, { incomeShareId, facts }) => {
  const share = await lockIncomeShare(ctx.tx, incomeShareId);
  ctx.authorise(factsOf(share));
  const filedAt = ctx.clock.now();
  if (share.state !== "NOTICED" || filedAt >= share.noticeEndsAt!) refuse("INCOME_SHARE_NOTICE_OVER");
  const { id } = await ctx.tx.incomeShareObjection.create({ data: { incomeShareId, filedById: personIdOf(ctx.actor)!, facts, filedAt } });
  ctx.record({ type: "income-share", id: incomeShareId, divisionCode: share.divisionCode, after: { objectionId: id } });
  await notifyOrganisation(ctx, share.unitId, ["ORG_ADMIN"], { kind: "income-share.objected", params: { title: share.result.title }, link: `/desk/income-shares/${incomeShareId}` });
  return { objectionId: id };
});

/** The unit rules on an objection, by somebody who did not adopt the plan: upheld, the plan is made anew; unfounded, the notice goes on to its end. */
export const ruleShareObjection = defineUseCase("income-share.rule-objection", RuleShareObjectionInput, async (ctx, { objectionId, ruling, reasons }) => {
  const found = (await ctx.tx.incomeShareObjection.findUnique({ where: { id: objectionId }, select: { incomeShareId: true } })) ?? notFound("objection", objectionId);
  const share = await lockIncomeShare(ctx.tx, found.incomeShareId);
  ctx.authorise(factsOf(share));
  const now = ctx.clock.now();
  const { count } = await ctx.tx.incomeShareObjection.updateMany({ where: { id: objectionId, ruledAt: null }, data: { ruling, reasons, ruledById: personIdOf(ctx.actor), ruledAt: now } });
  if (count !== 1 || share.state !== "NOTICED") throw new DomainError("INCOME_SHARE_RULED_ALREADY", "conflict");
  let state: string = share.state;
  if (ruling === "UPHELD") {
    state = await moveIncomeShare(ctx.tx, share, "returnForReplan", { noticedAt: null, noticeEndsAt: null, stateReason: reasons });
    await ctx.tx.incomeShareObjection.updateMany({ where: { incomeShareId: share.id, ruledAt: null }, data: { ruling, reasons, ruledById: personIdOf(ctx.actor), ruledAt: now } });
    await ctx.notDue(INCOME_SHARE_DUE.clear, share.id);
  } else if (openObjections(share) === 1) {
    await ctx.due(INCOME_SHARE_DUE.clear, share.id, share.noticeEndsAt! > now ? share.noticeEndsAt! : now);
  }
  ctx.record({ type: "income-share", id: share.id, divisionCode: share.divisionCode, before: { state: share.state }, after: { state, objectionId, ruling, reasons } });
  await notifyOrganisation(ctx, share.unitId, ["SELLER"], { kind: "income-share.ruled", params: { title: share.result.title }, link: `/desk/income-shares/${share.id}` });
  return { incomeShareId: share.id, state };
});
