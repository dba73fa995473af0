import { notifyAuthority, notifyOrganisation, notifyPerson } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { invalidField } from "../shared/errors.ts";
import { dateColumn, dayOfColumn } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { INCOME_SHARE_DUE } from "./income-share.due.ts";
import { factsOf, lockIncomeShare, moveIncomeShare, openObjections } from "./income-share.repository.ts";
import { mayClear } from "./income-share.rules.ts";
import { IncomeShareDueInput, PayShareInput } from "./income-share.schema.ts";

/** The notice is over and no objection is open: the reward may be paid (公示期满). */
export const clearShare = defineUseCase("income-share.clear", IncomeShareDueInput, async (ctx, { incomeShareId }) => {
  ctx.authorise();
  const share = await lockIncomeShare(ctx.tx, incomeShareId);
  const clears = share.state === "NOTICED" && mayClear({ noticeEndsAt: share.noticeEndsAt!, now: ctx.clock.now(), openObjections: openObjections(share) });
  const state = clears ? await moveIncomeShare(ctx.tx, share, "clear") : share.state;
  ctx.record({ type: "income-share", id: incomeShareId, divisionCode: share.divisionCode, before: { state: share.state }, after: { state } });
  if (clears) await notifyOrganisation(ctx, share.unitId, ["SELLER"], { kind: "income-share.payable", params: { title: share.result.title, dueOn: dayOfColumn(share.payDueOn) }, link: `/desk/income-shares/${incomeShareId}` });
  return { state };
});

/** The unit has paid the reward, or registered the shares in the persons' names (发放). By the last day that the rules of the receipt set. */
export const payShare = defineUseCase("income-share.pay", PayShareInput, async (ctx, { incomeShareId, paidOn }) => {
  const share = await lockIncomeShare(ctx.tx, incomeShareId);
  ctx.authorise(factsOf(share));
  if (paidOn > dayOf(ctx.clock.now())) invalidField("paidOn", "INCOME_SHARE_IN_FUTURE");
  const state = await moveIncomeShare(ctx.tx, share, "pay", { paidOn: dateColumn(paidOn), paidById: personIdOf(ctx.actor) });
  await ctx.notDue(INCOME_SHARE_DUE.fallOverdue, incomeShareId);
  ctx.record({ type: "income-share", id: incomeShareId, divisionCode: share.divisionCode, before: { state: share.state }, after: { state, paidOn } });
  for (const { personId } of share.lines) if (personId !== null) await notifyPerson(ctx, personId, { kind: "income-share.paid", params: { title: share.result.title }, link: `/desk/income-shares/${incomeShareId}` });
  return { incomeShareId, state };
});

/** The last day for paying has passed (逾期未发): the unit and the authority that supervises it are told. 浙江 46. */
export const fallShareOverdue = defineUseCase("income-share.fall-overdue", IncomeShareDueInput, async (ctx, { incomeShareId, dueAt }) => {
  ctx.authorise();
  const share = await lockIncomeShare(ctx.tx, incomeShareId);
  const isOpen = share.state === "COMPUTED" || share.state === "NOTICED" || share.state === "PAYABLE";
  ctx.record({ type: "income-share", id: incomeShareId, divisionCode: share.divisionCode, after: { overdue: isOpen, dueAt } });
  if (!isOpen || share.overdueSince !== null) return { overdue: isOpen };
  await ctx.tx.incomeShare.update({ where: { id: incomeShareId }, data: { overdueSince: dueAt } });
  const message = { kind: "income-share.overdue", params: { title: share.result.title, unit: share.unit.name }, link: `/desk/income-shares/${incomeShareId}` } as const;
  await notifyOrganisation(ctx, share.unitId, ["SELLER", "ORG_ADMIN"], message);
  await notifyAuthority(ctx, share.divisionCode, message);
  return { overdue: true };
});
