import { invalidField, refuse } from "../shared/errors.ts";
import { dateColumn } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { actingFor, loadPerformance, lockPerformance, record, todayOf } from "./performance.repository.ts";
import { ReachMilestoneInput } from "./performance.schema.ts";
import { tellSide } from "./tell-sides.ts";
import { watchNext } from "./watch-performance.ts";

/** A milestone was reached (里程碑完成); the buyer is told. */
export const reachMilestone = defineUseCase("performance.reach-milestone", ReachMilestoneInput, async (ctx, { contractId, no, doneOn, note }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: actingFor(performance, "seller", ctx.actor) });
  const milestone = performance.milestones.find((one) => one.no === no && one.doneOn === null) ?? refuse("MILESTONE_UNKNOWN");
  if (doneOn > todayOf(ctx)) invalidField("doneOn", "RECEIVED_IN_THE_FUTURE");
  await ctx.tx.performanceMilestone.update({ where: { contractId_no: { contractId, no } }, data: { doneOn: dateColumn(doneOn), note } });
  await watchNext(ctx, await loadPerformance(ctx.tx, contractId));
  await tellSide(ctx, performance, "buyer", "performance.milestone-reached", { title: milestone.title });
  record(ctx, performance, { after: { milestone: no, doneOn } });
  return { contractId, no };
});
