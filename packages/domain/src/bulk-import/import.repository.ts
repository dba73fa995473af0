import { randomUUID } from "node:crypto";
import type { Database, Tx } from "../shared/database.ts";
import type { Cells, TableFault } from "./sheet.rules.ts";
import type { Withheld } from "./import-kind.ts";
import type { RowProblems } from "./bulk-import.schema.ts";

export type StagedRow = { readonly no: number; readonly cells: Cells };

/** Takes rows down to be entered one by one; a row that was taken down before stays as it is, and of one that is withheld nothing but its reasons. */
export async function stageRows(db: Pick<Tx, "$executeRaw">, importId: string, rows: readonly StagedRow[], withheld?: Withheld): Promise<void> {
  const staged = rows.map(({ no, cells }) => ({ no, cells, problems: withheld?.(cells) }));
  await db.$executeRaw`
    insert into bulk_import_row (import_id, no, cells, outcome, problems)
    select ${importId}::uuid, t.no, t.cells, case when t.problems is null then 'WAITING' else 'REFUSED' end::"BulkImportOutcome", t.problems
    from unnest(${staged.map(({ no }) => no)}::int[], ${staged.map(({ cells, problems }) => (problems ? null : JSON.stringify(cells)))}::jsonb[], ${staged.map(({ problems }) => (problems ? JSON.stringify(problems) : null))}::jsonb[]) as t(no, cells, problems)
    on conflict do nothing`;
}

/** Whether the table said something that must not be kept. */
export async function hasWithheldRows(db: Database, importId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ is: boolean }[]>`select exists (select 1 from bulk_import_row where import_id = ${importId}::uuid and cells is null) as is`;
  return row!.is;
}

export type HeldImport = { readonly id: string; readonly kind: string; readonly documentId: string | null; readonly readAt: Date | null; readonly attempts: number };

/** A worker that dies holds an import no longer than this. */
const LEASE_SECONDS = 60;

/** The oldest import that nobody works on, now held by the caller. */
export async function holdImport(db: Database, kinds: readonly string[]): Promise<HeldImport | undefined> {
  const [held] = await db.$queryRaw<HeldImport[]>`
    update bulk_import set lease_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second', attempts = attempts + 1
    where id = (
      select id from bulk_import where state in ('WAITING', 'RUNNING') and kind = any(${kinds}::text[]) and (lease_until is null or lease_until < clock_timestamp())
      order by created_at limit 1 for update skip locked)
    returning id, kind, document_id as "documentId", read_at as "readAt", attempts`;
  return held;
}

/** Part of the work is done: nothing counts against the import, and whoever is free may go on with it. */
export async function letGo(db: Database, importId: string): Promise<void> {
  await db.$executeRaw`update bulk_import set lease_until = null, attempts = 0 where id = ${importId}::uuid`;
}

/** The worker is still at it. */
export async function keepHolding(db: Database, importId: string): Promise<void> {
  await db.$executeRaw`update bulk_import set lease_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second' where id = ${importId}::uuid`;
}

export async function markRead(db: Database, importId: string, at: Date): Promise<void> {
  await db.$executeRaw`
    update bulk_import set read_at = ${at}, state = 'RUNNING', total = (select count(*) from bulk_import_row where import_id = ${importId}::uuid) where id = ${importId}::uuid and read_at is null`;
}

export async function waitingRows(db: Database, importId: string, limit: number): Promise<number[]> {
  const rows = await db.bulkImportRow.findMany({ where: { importId, outcome: "WAITING" }, orderBy: { no: "asc" }, take: limit, select: { no: true } });
  return rows.map(({ no }) => no);
}

/** A row that the rules refused stays with its reasons; one that was settled meanwhile stays as it is. */
export async function keepRefusal(db: Database, importId: string, no: number, problems: RowProblems): Promise<void> {
  await db.bulkImportRow.updateMany({ where: { importId, no, outcome: "WAITING" }, data: { outcome: "REFUSED", problems: problems as never } });
}

export async function faultOf(db: Database, importId: string, fault: TableFault): Promise<void> {
  await db.bulkImport.updateMany({ where: { id: importId, state: { in: ["WAITING", "RUNNING"] } }, data: { fault: fault as never } });
}

export function aRequestId(importId: string): { readonly requestId: string } {
  return { requestId: `bulk-import/${importId}/${randomUUID()}` };
}
