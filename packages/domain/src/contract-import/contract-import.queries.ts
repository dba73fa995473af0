import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { fileStore } from "../document/index.ts";
import { isSheet, readSheet, type SheetRow } from "../spreadsheet/index.ts";
import { organisationOf, type Actor } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { DomainError, notFound, type FieldProblem } from "../shared/errors.ts";
import { read } from "../shared/execute.ts";
import { afterTimeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { ImportInput, ListImportsInput } from "./contract-import.schema.ts";

const SHOWN = {
  id: true, fileName: true, sizeBytes: true, choice: true, state: true, progressBp: true, rowsRead: true, rowsGood: true, rowsBad: true, rowsSame: true, rowsMerged: true, fault: true,
  createdAt: true, startedAt: true, finishedAt: true,
} as const;

type Fault = { readonly code: string; readonly details: Readonly<Record<string, string | number>> };

/** The organisation's imports, the latest first. */
export const listImports = defineQuery("contract-import.list", ListImportsInput, async (ctx, { limit, cursor }) => {
  const organisation = organisationOf(ctx.actor);
  ctx.authorise({ ownerId: organisation?.id });
  if (!organisation) throw new DomainError("NOT_PERMITTED", "forbidden");
  const rows = await ctx.db.contractImport.findMany({
    where: { organisationId: organisation.id, ...afterTimeCursor(cursor, "desc") },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: SHOWN,
  });
  return pageOf(rows.map(({ fault, sizeBytes, ...row }) => ({ ...row, sizeBytes: Number(sizeBytes), fault: fault as Fault | null })), limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
});

const PROBLEMS_SHOWN = 50;

/** How far an import is, and its first problems. */
export const readImport = defineQuery("contract-import.read", ImportInput, async (ctx, { importId }) => {
  const row = await ctx.db.contractImport.findUnique({ where: { id: importId }, select: { ...SHOWN, organisationId: true } });
  ctx.authorise({ ownerId: row?.organisationId });
  if (!row) notFound("contract-import", importId);
  const problems = await ctx.db.contractImportProblem.findMany({ where: { importId }, orderBy: [{ rowNo: "asc" }, { no: "asc" }], take: PROBLEMS_SHOWN });
  const { organisationId: _, fault, sizeBytes, ...shown } = row;
  return { ...shown, sizeBytes: Number(sizeBytes), fault: fault as Fault | null, problems: problems.map(({ rowNo, path: where, code, details }) => ({ rowNo, path: where, code, details: (details ?? {}) as Readonly<Record<string, unknown>> })) };
});

export type BadRow = { readonly rowNo: number; readonly cells: SheetRow; readonly problems: readonly FieldProblem[] };

/** What a report of errors is made of: the head of the file, and its bad rows with all that is wrong, as they stand in the file. */
export async function openReport(deps: Deps, actor: Actor, importId: unknown): Promise<{ readonly fileName: string; readonly head: () => Promise<SheetRow>; readonly badRows: () => AsyncGenerator<readonly BadRow[]> }> {
  const { id, fileName } = await read(deps, readImport, actor, { importId });
  const { sha256, mediaType } = await deps.db.contractImport.findUniqueOrThrow({ where: { id }, select: { sha256: true, mediaType: true } });
  if (!isSheet(mediaType)) throw new DomainError("SHEET_KIND_REFUSED", "refused");
  const rowsOf = async function* (): AsyncGenerator<readonly SheetRow[]> {
    const file = path.join(deps.config.storageDir, "incoming", randomUUID());
    await mkdir(path.dirname(file), { recursive: true });
    try {
      await pipeline(await fileStore(deps.config).read(sha256), createWriteStream(file));
      for await (const { rows } of readSheet({ path: file, mediaType })) yield rows;
    } finally {
      await rm(file, { force: true });
    }
  };
  return {
    fileName,
    head: async () => {
      for await (const rows of rowsOf()) if (rows[0]) return rows[0];
      return [];
    },
    badRows: () => joined(deps, id, rowsOf()),
  };
}

const JOINED_AT_ONCE = 2_000;

/** The file's rows in order beside the problems in the same order: neither is ever held whole. */
async function* joined(deps: Deps, importId: string, chunks: AsyncGenerator<readonly SheetRow[]>): AsyncGenerator<readonly BadRow[]> {
  let rowNo = 0;
  for await (const rows of chunks) {
    for (let at = 0; at < rows.length; at += JOINED_AT_ONCE) {
      const part = rows.slice(at, at + JOINED_AT_ONCE);
      const from = rowNo + 1;
      rowNo += part.length;
      const problems = await deps.db.contractImportProblem.findMany({ where: { importId, rowNo: { gte: from, lte: rowNo } }, orderBy: [{ rowNo: "asc" }, { no: "asc" }] });
      const of = new Map<number, typeof problems>();
      for (const problem of problems) of.set(problem.rowNo, [...(of.get(problem.rowNo) ?? []), problem]);
      const bad = [...of].map(([no, found]): BadRow => ({ rowNo: no, cells: part[no - from]!, problems: found.map(({ path: where, code, details }) => ({ path: where, code, ...(details ? { details: details as Readonly<Record<string, unknown>> } : {}) })) }));
      if (bad.length > 0) yield bad;
    }
  }
}
