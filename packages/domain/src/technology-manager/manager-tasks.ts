import { personIdOf } from "../shared/actor.ts";
import { DomainError, notFound, refuse } from "../shared/errors.ts";
import { dateColumn } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { factsOf, getMandate } from "./mandate.repository.ts";
import { AddTaskInput, TaskIdInput } from "./mandate.schema.ts";

/** The manager notes a step to be done in a mandate (待办). */
export const addManagerTask = defineUseCase("manager.add-task", AddTaskInput, async (ctx, { mandateId, title, dueOn }) => {
  const mandate = await getMandate(ctx.tx, mandateId);
  ctx.authorise(factsOf(mandate));
  if (mandate.state !== "ACTIVE") refuse("MANDATE_NOT_IN_FORCE");
  const task = await ctx.tx.managerTask.create({ data: { mandateId, title, dueOn: dueOn === null ? null : dateColumn(dueOn), createdAt: ctx.clock.now(), byId: personIdOf(ctx.actor) ?? mandate.agencyId } });
  ctx.record({ type: "mandate", id: mandateId, divisionCode: mandate.divisionCode, after: { taskId: task.id, dueOn } });
  return { taskId: task.id };
});

export const finishManagerTask = defineUseCase("manager.finish-task", TaskIdInput, async (ctx, { taskId }) => {
  const task = (await ctx.tx.managerTask.findUnique({ where: { id: taskId } })) ?? notFound("task", taskId);
  const mandate = await getMandate(ctx.tx, task.mandateId);
  ctx.authorise(factsOf(mandate));
  const { count } = await ctx.tx.managerTask.updateMany({ where: { id: taskId, doneAt: null }, data: { doneAt: ctx.clock.now() } });
  if (count !== 1) throw new DomainError("MANAGER_TASK_DONE", "conflict");
  ctx.record({ type: "mandate", id: mandate.id, divisionCode: mandate.divisionCode, after: { taskDone: taskId } });
  return { taskId };
});
