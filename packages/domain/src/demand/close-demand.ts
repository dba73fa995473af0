import { dropEntry } from "../search/index.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { DemandClosed } from "./demand.events.ts";
import { DEMAND_MOVES } from "./demand.machine.ts";
import { changeDemand, getDemand } from "./demand.repository.ts";
import { CloseDemandInput } from "./demand.schema.ts";
import { DEMAND_DEADLINE } from "./publish-demand.ts";

/** Ends a demand (需求结束): solved, or not wanted any more. */
export const closeDemand = defineUseCase("demand.close", CloseDemandInput, async (ctx, { demandId, version, reason }) => {
  const row = await getDemand(ctx.tx, demandId);
  ctx.authorise({ ownerId: row.ownerId });
  const next = step(DEMAND_MOVES, row.state, "close");
  await changeDemand(ctx.tx, row, version, { state: next, updatedAt: ctx.clock.now() });
  await ctx.notDue(DEMAND_DEADLINE, demandId);
  await dropEntry(ctx.tx, "DEMAND", demandId);
  ctx.record({ type: "demand", id: demandId, divisionCode: row.divisionCode, before: { state: row.state }, after: { state: next, reason } });
  ctx.emit(DemandClosed, { type: "demand", id: demandId }, { demandId, ownerId: row.ownerId, because: "OWNER" });
  return { demandId, state: next, version: version + 1 };
});
