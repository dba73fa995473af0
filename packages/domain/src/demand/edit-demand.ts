import { dayOf } from "../shared/clock.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandNotWithheld } from "../shared/withheld.ts";
import { DEMAND_MOVES } from "./demand.machine.ts";
import { changeDemand, columnsOf, contentOf, getDemand, typedInto, putDemandEntry } from "./demand.repository.ts";
import { EditDemandInput } from "./demand.schema.ts";
import { demandComplete, keepDeadline } from "./publish-demand.ts";

/** Keeps what the author typed. A draft may be incomplete; an open demand changes for its readers at once and has to stay complete. */
export const editDemand = defineUseCase("demand.edit", EditDemandInput, async (ctx, { demandId, version, ...typed }) => {
  const row = await getDemand(ctx.tx, demandId);
  ctx.authorise({ ownerId: row.ownerId });
  demandNotWithheld(row);
  const before = contentOf(row);
  const content = typedInto(before, typed);
  const savedAt = ctx.clock.now();
  if (row.state === "PUBLISHED") {
    step(DEMAND_MOVES, row.state, "amend");
    demandComplete(content, dayOf(savedAt));
    await putDemandEntry(ctx.tx, row, content, row.publishedAt ?? savedAt);
    await keepDeadline(ctx, demandId, content.deadlineOn);
  }
  await changeDemand(ctx.tx, row, version, { ...columnsOf(content), updatedAt: savedAt });
  ctx.record({ type: "demand", id: demandId, divisionCode: content.divisionCode, before, after: content });
  return { demandId, version: version + 1, savedAt };
});
