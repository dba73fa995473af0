import { dateColumn } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { actingFor, loadPerformance, lockPerformance, record } from "./performance.repository.ts";
import { PlanMilestonesInput } from "./performance.schema.ts";
import { watchNext } from "./watch-performance.ts";

/** Sets the milestones that are still to be reached (里程碑计划); those reached stay as they are. */
export const planMilestones = defineUseCase("performance.plan", PlanMilestonesInput, async (ctx, { contractId, milestones }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: actingFor(performance, "seller", ctx.actor) });
  await ctx.tx.performanceMilestone.deleteMany({ where: { contractId, doneOn: null } });
  const last = Math.max(0, ...performance.milestones.filter(({ doneOn }) => doneOn !== null).map(({ no }) => no));
  const planned = milestones.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  await ctx.tx.performanceMilestone.createMany({ data: planned.map(({ title, dueOn }, i) => ({ contractId, no: last + i + 1, title, dueOn: dateColumn(dueOn) })) });
  await watchNext(ctx, await loadPerformance(ctx.tx, contractId));
  record(ctx, performance, { after: { milestones: planned } });
  return { contractId, milestones: planned.length };
});
