import { canonicalJson, sha256 } from "../shared/canonical.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import { KeptCells } from "./bulk-import.schema.ts";
import type { Cells, Sheet } from "./sheet.rules.ts";

/** The import that a row belongs to, as the row's use case sees it. */
export type RowOrigin = { readonly importId: string; readonly no: number; readonly options: unknown; readonly createdById: string | null; readonly owner: { readonly id: string; readonly name: string; readonly state: string; readonly divisionCode: string } };
export type TakenRow = { readonly outcome: "ACCEPTED" | "REPEATED" | "SETTLED"; readonly subjectId: string | null };

/**
 * Enters one row exactly once, together with whatever `enter` writes: under the row's lock, and only when no row of the same content of the
 * same organisation went in before. What `enter` throws undoes both, and the row is refused with it.
 */
export async function takeRow(ctx: Context, sheet: Sheet, { importId, no }: { readonly importId: string; readonly no: number }, enter: (cells: Cells, origin: RowOrigin) => Promise<{ readonly subjectId: string }>): Promise<TakenRow> {
  await ctx.tx.$queryRaw`select 1 from bulk_import_row where import_id = ${importId}::uuid and no = ${no} for update`;
  const row = await ctx.tx.bulkImportRow.findUnique({ where: { importId_no: { importId, no } }, include: { import: { include: { owner: { select: { id: true, name: true, state: true, divisionCode: true } } } } } });
  if (!row || row.import.kind !== sheet.kind) return notFound("bulk-import-row", `${importId}/${no}`);
  const { owner, options, createdById, kind } = row.import;
  const settle = async (outcome: "ACCEPTED" | "REPEATED", subjectId: string): Promise<TakenRow> => {
    await ctx.tx.bulkImportRow.update({ where: { importId_no: { importId, no } }, data: { outcome, subjectId } });
    ctx.record({ type: "bulk-import", id: importId, divisionCode: owner.divisionCode, after: { no, outcome, subjectId } });
    return { outcome, subjectId };
  };
  if (row.outcome !== "WAITING") {
    ctx.record({ type: "bulk-import", id: importId, divisionCode: owner.divisionCode, after: { no, outcome: row.outcome } });
    return { outcome: "SETTLED", subjectId: row.subjectId };
  }
  const cells = KeptCells.parse(row.cells);
  const rowHash = sha256(canonicalJson(cells)).toString("hex");
  const earlier = await ctx.tx.bulkImportKey.findUnique({ where: { ownerId_kind_rowHash: { ownerId: owner.id, kind, rowHash } } });
  if (earlier) return settle("REPEATED", earlier.subjectId);
  const { subjectId } = await enter(cells, { importId, no, options, createdById, owner });
  const { count } = await ctx.tx.bulkImportKey.createMany({ data: [{ ownerId: owner.id, kind, rowHash, subjectId }], skipDuplicates: true });
  if (count === 0) throw new DomainError(ROW_WENT_IN_ELSEWHERE, "conflict"); // another import entered the same row this moment
  return settle("ACCEPTED", subjectId);
}

export const ROW_WENT_IN_ELSEWHERE = "IMPORT_ROW_WENT_IN_ELSEWHERE";
