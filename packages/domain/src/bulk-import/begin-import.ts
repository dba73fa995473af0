import { dayOf } from "../shared/clock.ts";
import { canonicalJson, sha256, toJson, type Json } from "../shared/canonical.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { refuse } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import type { HandIn } from "./bulk-import.schema.ts";
import { stageRows } from "./import.repository.ts";
import { isSheet } from "../spreadsheet/index.ts";
import { TABLE_LIMIT_BYTES } from "./read-table.ts";
import { cellsNamed, type Sheet } from "./sheet.rules.ts";
import type { Withheld } from "./import-kind.ts";

export type BegunImport = { readonly importId: string; readonly isRunningAlready: boolean };

/**
 * Takes a table in (批量提交): the worker reads and enters it. The same file while it is still being entered is the same import; afterwards it
 * is a new one, in which every row that went in before does nothing. For the use case of a feature, which has asked whether the actor may.
 */
export async function beginImport(ctx: Context, sheet: Sheet, { documentId, rows = [] }: HandIn, options: Json, withheld?: Withheld): Promise<BegunImport> {
  const owner = organisationOf(ctx.actor)!;
  const at = ctx.clock.now();
  const file = documentId === undefined ? { name: `API ${dayOf(at)}`, sha256: sha256(canonicalJson(toJson(rows))).toString("hex") } : await ownTable(ctx, owner.id, documentId);
  await ctx.tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`bulk-import ${owner.id} ${sheet.kind} ${file.sha256}`}))`;
  const running = await ctx.tx.bulkImport.findFirst({ where: { ownerId: owner.id, kind: sheet.kind, sha256: file.sha256, state: { in: ["WAITING", "RUNNING"] } }, select: { id: true } });
  if (running) {
    ctx.record({ type: "bulk-import", id: running.id, divisionCode: owner.divisionCode, after: { handedInAgain: file.name } });
    return { importId: running.id, isRunningAlready: true };
  }
  const { id: importId } = await ctx.tx.bulkImport.create({
    data: { kind: sheet.kind, ownerId: owner.id, fileName: file.name, sha256: file.sha256, documentId: documentId ?? null, options: options as never, createdById: personIdOf(ctx.actor), createdAt: at },
  });
  if (documentId === undefined) {
    await stageRows(ctx.tx, importId, rows.map((row, i) => ({ no: i + 1, cells: cellsNamed(sheet, row) })), withheld);
    await ctx.tx.bulkImport.update({ where: { id: importId }, data: { readAt: at, total: rows.length } });
  }
  ctx.record({ type: "bulk-import", id: importId, divisionCode: owner.divisionCode, after: { kind: sheet.kind, fileName: file.name, sha256: file.sha256, rows: documentId === undefined ? rows.length : null } });
  return { importId, isRunningAlready: false };
}

async function ownTable(ctx: Context, ownerId: string, documentId: string) {
  const row = await ctx.tx.document.findUnique({ where: { id: documentId }, include: { file: true } });
  if (!row || row.ownerId !== ownerId) return refuse("IMPORT_FILE_NOT_YOURS");
  if (!isSheet(row.file.mediaType)) refuse("IMPORT_NOT_A_TABLE");
  if (row.file.sizeBytes > BigInt(TABLE_LIMIT_BYTES)) refuse("IMPORT_FILE_TOO_LARGE", { limit: TABLE_LIMIT_BYTES / 1024 / 1024 });
  return { name: row.name, sha256: row.sha256 };
}
