import { codeLookup, isDivision } from "../reference/index.ts";
import { dayOf, endOfDay, type Day } from "../shared/clock.ts";
import { DomainError } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { DemandPublished } from "./demand.events.ts";
import { DEMAND_MOVES } from "./demand.machine.ts";
import { changeDemand, contentOf, getDemand, putDemandEntry } from "./demand.repository.ts";
import { demandProblems, type DemandContent } from "./demand.rules.ts";
import { PublishDemandInput } from "./demand.schema.ts";

/** The kind of due act that ends a demand at its deadline. */
export const DEMAND_DEADLINE = "demand.deadline";

export const DEMAND_CODES = { isField: (code: string) => codeLookup.isLeaf("tech-fields", code), isDivision };

export function demandComplete(content: DemandContent, today: Day): void {
  const problems = demandProblems(content, today, DEMAND_CODES);
  if (problems.length > 0) throw new DomainError("DEMAND_NOT_COMPLETE", "invalid", { count: problems.length }, problems);
}

/** The deadline's day counts to its end (民法典 203). */
export async function keepDeadline(ctx: Pick<Context, "due" | "notDue">, demandId: string, deadlineOn: Day | null): Promise<void> {
  if (deadlineOn === null) await ctx.notDue(DEMAND_DEADLINE, demandId);
  else await ctx.due(DEMAND_DEADLINE, demandId, endOfDay(deadlineOn));
}

/** Opens a demand to everyone (需求发布), until it is closed or its deadline is over. */
export const publishDemand = defineUseCase("demand.publish", PublishDemandInput, async (ctx, { demandId, version }) => {
  const row = await getDemand(ctx.tx, demandId);
  ctx.authorise({ ownerId: row.ownerId });
  const next = step(DEMAND_MOVES, row.state, "publish");
  const at = ctx.clock.now();
  const content = contentOf(row);
  demandComplete(content, dayOf(at));
  await changeDemand(ctx.tx, row, version, { state: next, publishedAt: at, updatedAt: at });
  await putDemandEntry(ctx.tx, row, content, at);
  await keepDeadline(ctx, demandId, content.deadlineOn);
  ctx.record({ type: "demand", id: demandId, divisionCode: row.divisionCode, before: { state: row.state }, after: { state: next } });
  ctx.emit(DemandPublished, { type: "demand", id: demandId }, { demandId, ownerId: row.ownerId, field: content.field!, divisionCode: content.divisionCode });
  return { demandId, state: next, version: version + 1 };
});
