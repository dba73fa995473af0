import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { setImmediate as oneTurn } from "node:timers/promises";
import type { PoolClient } from "pg";
import { readHeader } from "../bulk-import/index.ts";
import { fileStore } from "../document/index.ts";
import { isSheet, readSheet, SheetError, type SheetRow } from "../spreadsheet/index.ts";
import { SYSTEM } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import type { Deps } from "../shared/database.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute } from "../shared/execute.ts";
import { ROW_LIMIT } from "./contract-import.schema.ts";
import { OPEN_STATES } from "./contract-import.machine.ts";
import { CONTRACT_SHEET } from "./import-columns.ts";
import { checkRow, type ImportFrame } from "./import-row.ts";
import { mergeKept, takeBatch, type Batch, type RunningImport } from "./import-batch.ts";
import { beginImport, failImport, finishImport } from "./move-import.ts";
import { copyLine, stagedLine } from "./staged-row.ts";

/** Rows a transaction: what a kill can cost to be done again, and what is in memory at one time. */
const BATCH_ROWS = 5_000;
/** Rows checked at a stretch. */
const TURN_ROWS = 50;

export type ImportOutcome = "idle" | "busy" | "stopped" | "ended";

/**
 * Works on the oldest import that nobody works on, to its end or until it is told to stop. The applicant's advisory lock is the lease: a
 * worker that is killed loses it with its connection, and whoever comes next goes on behind the last batch that was committed.
 */
export async function runImports(deps: Deps, stopping: () => boolean): Promise<ImportOutcome> {
  const open = await deps.db.contractImport.findMany({ where: { state: { in: [...OPEN_STATES] } }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: 20, select: { id: true, organisationId: true } });
  for (const { id, organisationId } of open) {
    const client = await deps.pool.connect();
    try {
      const { rows } = await client.query<{ locked: boolean }>("select pg_try_advisory_lock(hashtextextended('contract-import/' || $1, 0)) as locked", [organisationId]);
      if (!rows[0]!.locked) continue;
      try {
        return await runOne(deps, client, id, stopping);
      } finally {
        await client.query("select pg_advisory_unlock_all()");
      }
    } finally {
      client.release();
    }
  }
  return open.length > 0 ? "busy" : "idle";
}

async function runOne(deps: Deps, client: PoolClient, importId: string, stopping: () => boolean): Promise<ImportOutcome> {
  const origin = { requestId: `import/${importId}/${randomUUID()}` };
  const load = () => deps.db.contractImport.findUniqueOrThrow({ where: { id: importId }, include: { organisation: { select: { id: true, creditCode: true, divisionCode: true } } } });
  let row = await load();
  if (row.state === "QUEUED") {
    await execute(deps, beginImport, SYSTEM, { importId }, origin);
    row = await load();
  }
  if (row.state === "RUNNING") {
    const { rows } = await client.query<{ kept: number }>("select count(*)::int as kept from contract_import_row where import_id = $1", [importId]);
    // Kept rows are not in the log: a crash of the database itself empties them, and the file is then read anew.
    if (row.choice === "ALL" && rows[0]!.kept !== row.rowsGood) row = await startAnew(deps, row.id, load);
    const end = await readFile(deps, client, row, stopping);
    if (end === "stopped") return "stopped";
    if (end !== "read") return endWith(client, importId, () => execute(deps, failImport, SYSTEM, { importId, ...end }, origin));
    await execute(deps, finishImport, SYSTEM, { importId }, origin);
    row = await load();
  }
  if (row.state === "MERGING") {
    await mergeKept(client, row, origin.requestId, deps.config.mode);
    return endWith(client, importId, () => execute(deps, finishImport, SYSTEM, { importId }, origin));
  }
  return endWith(client, importId, async () => undefined);
}

async function endWith(client: PoolClient, importId: string, end: () => Promise<unknown>): Promise<"ended"> {
  await end();
  await client.query("delete from contract_import_row where import_id = $1", [importId]);
  return "ended";
}

async function startAnew<Row>(deps: Deps, importId: string, load: () => Promise<Row>): Promise<Row> {
  await deps.db.$transaction([
    deps.db.contractImportProblem.deleteMany({ where: { importId } }),
    deps.db.contractImportRow.deleteMany({ where: { importId } }),
    deps.db.contractImport.update({ where: { id: importId }, data: { rowsRead: 0, rowsGood: 0, rowsBad: 0, rowsSame: 0, progressBp: 0 } }),
  ]);
  return load();
}

type Row = Awaited<ReturnType<Deps["db"]["contractImport"]["findUniqueOrThrow"]>> & { readonly organisation: { readonly id: string; readonly creditCode: string; readonly divisionCode: string } };
type Fault = { readonly code: string; readonly details: Readonly<Record<string, string | number>> };

/** Reads the file behind the rows that were taken before, a batch ahead of the database. */
async function readFile(deps: Deps, client: PoolClient, row: Row, stopping: () => boolean): Promise<"read" | "stopped" | Fault> {
  const now = await readDomainTime(deps.db, deps.config.mode);
  const running: RunningImport = { id: row.id, choice: row.choice, organisationId: row.organisationId, uploadedById: row.uploadedById, divisionCode: row.divisionCode, at: now, requestId: `import/${row.id}` };
  if (!isSheet(row.mediaType)) return { code: "SHEET_KIND_REFUSED", details: {} };
  const file = path.join(deps.config.storageDir, "incoming", randomUUID());
  await mkdir(path.dirname(file), { recursive: true });
  let written: Promise<boolean> = Promise.resolve(true);
  try {
    await pipeline(await fileStore(deps.config).read(row.sha256), createWriteStream(file));
    let frame: ImportFrame | undefined;
    let read = 0;
    let batch: SheetRow[] = [];
    const flush = async (share: number): Promise<boolean> => {
      const rows = batch;
      batch = [];
      const prepared = await prepare(rows, read - rows.length, frame!, running, share);
      if (!(await written)) return false;
      written = takeBatch(client, prepared, running);
      return true;
    };
    for await (const { rows, share } of readSheet({ path: file, mediaType: row.mediaType })) {
      for (const cells of rows) {
        if (!frame) {
          const head = readHeader(CONTRACT_SHEET, cells);
          if ("fault" in head) return head.fault;
          frame = { places: head.places, applicant: { id: row.organisation.id, creditCode: row.organisation.creditCode }, today: dayOf(now) };
          continue;
        }
        read += 1;
        if (read > ROW_LIMIT && cells.some((cell) => cell !== "")) return { code: "IMPORT_TOO_LONG", details: { limit: ROW_LIMIT } };
        if (read <= row.rowsRead) continue;
        batch.push(cells);
        if (batch.length < BATCH_ROWS) continue;
        if (!(await flush(share)) || stopping()) return "stopped";
      }
    }
    if (batch.length > 0 && !(await flush(1))) return "stopped";
    if (!(await written)) return "stopped";
    return frame && read > 0 ? "read" : { code: "IMPORT_EMPTY", details: {} };
  } catch (error) {
    if (error instanceof SheetError) return { code: error.code, details: { row: error.row } };
    throw error;
  } finally {
    await written.catch(() => undefined);
    await rm(file, { force: true });
  }
}

/** Checks the rows by themselves and writes them down as the database takes them. Row 1 of the sheet is its head, so data begin in row 2. */
async function prepare(rows: readonly SheetRow[], before: number, frame: ImportFrame, running: RunningImport, share: number): Promise<Batch> {
  let staged = "";
  let problems = "";
  let good = 0;
  let bad = 0;
  for (const [i, cells] of rows.entries()) {
    if (i % TURN_ROWS === 0) await oneTurn(); // the batch before is on its way to the database meanwhile, and must not wait for this one
    if (cells.every((cell) => cell.trim() === "")) continue;
    const rowNo = before + i + 2;
    const checked = checkRow(cells, frame);
    if (checked.good) {
      good += 1;
      staged += stagedLine({ importId: running.id, rowNo, externalNo: checked.externalNo, rowHash: checked.rowHash, draft: checked.draft, at: running.at });
    } else {
      bad += 1;
      checked.problems.forEach(({ path: where, code, details = null }, no) => {
        problems += copyLine([running.id, rowNo, no + 1, where, code, details]);
      });
    }
  }
  return { before, rowsRead: before + rows.length, progressBp: Math.round(share * 10_000), staged, problems, good, bad };
}
