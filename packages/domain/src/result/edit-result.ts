import { demandNotWithheld } from "../shared/withheld.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { changeResult, getResult, workingCopy } from "./result.repository.ts";
import { EditResultInput, type ResultDraft } from "./result.schema.ts";

/** Keeps what the author typed (草稿保存). What readers see changes only at the next publication. */
export const editResult = defineUseCase("result.edit", EditResultInput, async (ctx, { resultId, version, ...typed }) => {
  const row = await getResult(ctx.tx, resultId);
  ctx.authorise({ ownerId: row.ownerId });
  demandNotWithheld(row);
  const before = await workingCopy(ctx.tx, row);
  const draft: ResultDraft = { ...before, ...present(typed) };
  const savedAt = ctx.clock.now();
  const neverPublished = row.versionNo === 0;
  await changeResult(ctx.tx, row, version, { draft, updatedAt: savedAt, ...(neverPublished ? { title: draft.title.trim() } : {}) });
  ctx.record({ type: "result", id: resultId, divisionCode: row.divisionCode, before: only(before, typed), after: only(draft, typed) });
  return { resultId, version: version + 1, savedAt };
});

function present<Fields extends object>(fields: Fields): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };
}

/** The parts of a draft that were typed into, for the record. */
function only(draft: ResultDraft, typed: object): Partial<ResultDraft> {
  return Object.fromEntries(Object.entries(draft).filter(([key]) => key in typed));
}
