import { organisationOf, personIdOf } from "../shared/actor.ts";
import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { columnsOf, typedInto } from "./demand.repository.ts";
import { DraftDemandInput } from "./demand.schema.ts";

/** Begins a demand (需求填报). As with results, a state secret, or the doubt of one, ends the form and nothing is kept. Rights §11. */
export const draftDemand = defineUseCase("demand.draft", DraftDemandInput, async (ctx, { secrecy, ...typed }) => {
  const owner = organisationOf(ctx.actor);
  ctx.authorise({ ownerId: owner?.id });
  if (secrecy !== "NO") refuse("SECRECY_NOT_CLEARED");
  const { id: ownerId, divisionCode } = owner!;
  const nothing = { title: "", problem: "", targets: "", field: null, budgetFen: null, deadlineOn: null, divisionCode, contactName: null, contactPhone: null };
  const content = typedInto(nothing, typed);
  const at = ctx.clock.now();
  const { id, version } = await ctx.tx.demand.create({
    data: { ownerId, ...columnsOf(content), createdById: personIdOf(ctx.actor), createdAt: at, updatedAt: at },
  });
  ctx.record({ type: "demand", id, divisionCode: content.divisionCode, after: { state: "DRAFT", ...content } });
  return { demandId: id, version, savedAt: at };
});
