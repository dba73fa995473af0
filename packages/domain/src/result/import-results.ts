import { beginImport, HandIn, ImportRowInput, takeRow, type ImportKind } from "../bulk-import/index.ts";
import { z } from "zod";
import { organisationOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { putIntoLibrary, RESULT_CODES } from "./publish-result.ts";
import { getResult } from "./result.repository.ts";
import { readResultRow, withheldResultRow } from "./result-row.ts";
import { RESULT_SHEET } from "./result-sheet.ts";
import { checkResult } from "./result.rules.ts";

/** Whether good rows are published at once, or kept as drafts that are complete. */
const Options = z.object({ publish: z.boolean().default(false) });

/** Hands in many results at once (成果汇交登记), as a file or as rows. Good rows go in, bad rows are named. */
export const importResults = defineUseCase("result.import", HandIn.safeExtend(Options.shape), async (ctx, { publish, ...table }) => {
  const owner = organisationOf(ctx.actor);
  ctx.authorise({ ownerId: owner?.id });
  if (publish) verified(owner!.state);
  return beginImport(ctx, RESULT_SHEET, table, { publish }, withheldResultRow);
});

/** Enters one row: everything that publication asks for is asked here too, so that a row that went in is complete. */
export const enterResultRow = defineUseCase("result.import-row", ImportRowInput, async (ctx, row) => {
  ctx.authorise();
  return takeRow(ctx, RESULT_SHEET, row, async (cells, { owner, options, createdById }) => {
    const { publish } = Options.parse(options);
    if (publish) verified(owner.state);
    const { draft, problems } = readResultRow(cells, owner.divisionCode);
    const at = ctx.clock.now();
    const checked = checkResult(draft, dayOf(at), RESULT_CODES);
    const unread = new Set(problems.map(({ path }) => path));
    const all = [...problems, ...checked.problems.filter(({ path }) => !unread.has(path.split(".")[0]!))];
    if (checked.content === null || all.length > 0) throw new DomainError("RESULT_NOT_COMPLETE", "invalid", { count: all.length }, all);
    const { id } = await ctx.tx.result.create({
      data: { ownerId: owner.id, divisionCode: draft.divisionCode, title: checked.content.title, draft, secrecyCleared: true, createdById, createdAt: at, updatedAt: at },
    });
    if (publish) await putIntoLibrary(ctx, await getResult(ctx.tx, id), 0, checked.content, createdById);
    else ctx.record({ type: "result", id, divisionCode: draft.divisionCode, after: { state: "DRAFT", ...draft } });
    return { subjectId: id };
  });
});

function verified(state: string): void {
  if (state !== "VERIFIED") throw new DomainError("ORGANISATION_NOT_VERIFIED", "forbidden");
}

export const RESULT_IMPORT: ImportKind = { sheet: RESULT_SHEET, enterRow: enterResultRow, withheld: withheldResultRow };
