import { notifyOrganisation } from "../notification/index.ts";
import { dropEntry } from "../search/index.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { DemandClosed } from "./demand.events.ts";
import { DEMAND_MOVES } from "./demand.machine.ts";
import { changeDemand, getDemand } from "./demand.repository.ts";
import { LapseDemandInput } from "./demand.schema.ts";

/** Ends a demand whose deadline is over, with effect from the deadline, however late the worker comes. */
export const lapseDemand = defineUseCase("demand.lapse", LapseDemandInput, async (ctx, { demandId, dueAt }) => {
  ctx.authorise();
  const row = await getDemand(ctx.tx, demandId);
  const next = step(DEMAND_MOVES, row.state, "lapse");
  await changeDemand(ctx.tx, row, row.version, { state: next, updatedAt: dueAt });
  await dropEntry(ctx.tx, "DEMAND", demandId);
  ctx.record({ type: "demand", id: demandId, divisionCode: row.divisionCode, before: { state: row.state }, after: { state: next, with: dueAt } });
  ctx.emit(DemandClosed, { type: "demand", id: demandId }, { demandId, ownerId: row.ownerId, because: "DEADLINE" });
  await notifyOrganisation(ctx, row.ownerId, ["BUYER"], { kind: "demand.lapsed", params: { title: row.title }, link: `/desk/demands/${demandId}` });
  return { demandId, state: next };
});
