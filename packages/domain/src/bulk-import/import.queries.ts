import { organisationOf } from "../shared/actor.ts";
import type { Tx } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { afterTimeCursor, decodeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { IMPORT_OUTCOMES, ImportInput, KeptCells, KeptFault, ListImportsInput, ListRowsInput, RowProblems, type ImportOutcome } from "./bulk-import.schema.ts";

/** How many rows ended how. */
export async function countsOf(db: Pick<Tx, "bulkImportRow">, importId: string): Promise<Record<ImportOutcome, number>> {
  const rows = await db.bulkImportRow.groupBy({ by: ["outcome"], where: { importId }, _count: true });
  return Object.fromEntries(IMPORT_OUTCOMES.map((outcome) => [outcome, rows.find((row) => row.outcome === outcome)?._count ?? 0])) as Record<ImportOutcome, number>;
}

async function ownImport(ctx: ReadContext, importId: string) {
  const row = (await ctx.db.bulkImport.findUnique({ where: { id: importId } })) ?? notFound("bulk-import", importId);
  ctx.authorise({ ownerId: row.ownerId });
  return row;
}

/** An import with its progress. */
export const readImport = defineQuery("bulk-import.read", ImportInput, async (ctx, { importId }) => {
  const { kind, fileName, state, fault, total, createdAt, readAt, endedAt, documentId } = await ownImport(ctx, importId);
  return { importId, kind, fileName, state, fault: fault === null ? null : KeptFault.parse(fault), total, createdAt, readAt, endedAt, isFile: documentId !== null, counts: await countsOf(ctx.db, importId) };
});

/** The report, row by row: outcome, what the row said, and each reason with its column. */
export const listImportRows = defineQuery("bulk-import.list-rows", ListRowsInput, async (ctx, { importId, outcome, limit, cursor }) => {
  await ownImport(ctx, importId);
  const [after = 0] = decodeCursor(cursor, 1) ?? [];
  const rows = await ctx.db.bulkImportRow.findMany({ where: { importId, no: { gt: Number(after) }, ...(outcome ? { outcome } : {}) }, orderBy: { no: "asc" }, take: limit + 1 });
  const { items, nextCursor } = pageOf(rows, limit, ({ no }) => [no]);
  return {
    items: items.map(({ no, outcome: is, subjectId, cells, problems }) => ({ no, outcome: is, subjectId, cells: cells === null ? null : KeptCells.parse(cells), problems: problems === null ? [] : RowProblems.parse(problems) })),
    nextCursor,
  };
});

/** The imports of one kind of the reader's organisation, newest first. */
export const listImports = defineQuery("bulk-import.list", ListImportsInput, async (ctx, { kind, limit, cursor }) => {
  const ownerId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId });
  const rows = await ctx.db.bulkImport.findMany({
    where: { ownerId, kind, ...afterTimeCursor(cursor, "desc") },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: { id: true, fileName: true, state: true, total: true, createdAt: true, endedAt: true },
  });
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  const refused = await ctx.db.bulkImportRow.groupBy({ by: ["importId"], where: { importId: { in: page.items.map(({ id }) => id) }, outcome: "REFUSED" }, _count: true });
  return { ...page, items: page.items.map(({ id: importId, ...row }) => ({ importId, ...row, refused: refused.find((one) => one.importId === importId)?._count ?? 0 })) };
});
