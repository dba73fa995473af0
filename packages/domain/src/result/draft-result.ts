import { organisationOf, personIdOf } from "../shared/actor.ts";
import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { DraftResultInput, ResultDraft } from "./result.schema.ts";

/**
 * Begins a result (成果填报). The secrecy question comes first: "yes" or "unsure" ends here, and nothing that was typed is kept.
 * Rights §11; 保守国家秘密法 29, 31.
 */
export const draftResult = defineUseCase("result.draft", DraftResultInput, async (ctx, { secrecy, ...typed }) => {
  const owner = organisationOf(ctx.actor);
  ctx.authorise({ ownerId: owner?.id });
  if (secrecy !== "NO") refuse("SECRECY_NOT_CLEARED");
  const { id: ownerId, divisionCode } = owner!;
  const draft = ResultDraft.parse({ divisionCode, ...typed });
  const at = ctx.clock.now();
  const { id, version } = await ctx.tx.result.create({
    data: { ownerId, divisionCode, title: draft.title.trim(), draft, secrecyCleared: true, createdById: personIdOf(ctx.actor), createdAt: at, updatedAt: at },
  });
  ctx.record({ type: "result", id, divisionCode, after: { state: "DRAFT", ...draft } });
  return { resultId: id, version, savedAt: at };
});
