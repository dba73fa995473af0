import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate as oneTurn } from "node:timers/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { SYSTEM } from "../shared/actor.ts";
import { auditContent, auditHash } from "../shared/audit.ts";
import type { Mode } from "../shared/config.ts";
import { ANALYSE, CHECKS, COPY_PROBLEMS, COPY_STAGED, COUNT, CREATE_BATCH, KEEP_PROBLEMS, KEEP_ROWS, mergeStatement, ROOM } from "./batch.sql.ts";

export type RunningImport = {
  readonly id: string;
  readonly choice: "ALL" | "GOOD";
  readonly organisationId: string;
  readonly uploadedById: string | null;
  readonly divisionCode: string;
  readonly at: Date;
  readonly requestId: string;
};

/** Rows read together; `staged` and `problems` are lines for COPY. `before` is how many rows of the file came before them. */
export type Batch = { readonly before: number; readonly rowsRead: number; readonly progressBp: number; readonly staged: string; readonly problems: string; readonly good: number; readonly bad: number };

type Taken = { readonly taken: number; readonly digest: string };

/**
 * Checks a batch against the file and the country and takes its good rows, with their record and the place in the file, in one transaction:
 * killed at any moment, the batch was taken once or not at all. False when the import was cancelled meanwhile.
 */
export async function takeBatch(client: PoolClient, batch: Batch, running: RunningImport): Promise<boolean> {
  return inTransaction(client, async () => {
    const { rows: seen } = await client.query<{ state: string; rows_read: number }>("select state::text, rows_read from contract_import where id = $1 for update", [running.id]);
    if (seen[0]?.state !== "RUNNING") return false;
    if (seen[0].rows_read !== batch.before) throw new Error(`import ${running.id} stands at row ${seen[0].rows_read}, not ${batch.before}`);
    await client.query(ROOM);
    await client.query(CREATE_BATCH);
    await copyIn(client, COPY_STAGED, batch.staged);
    await copyIn(client, COPY_PROBLEMS, batch.problems);
    await client.query(ANALYSE);
    for (const check of CHECKS) await client.query(check, [running.id, running.organisationId]);
    const { rows: counted } = await client.query<{ same: number; bad: number }>(COUNT);
    const { same, bad } = counted[0]!;
    if (bad > 0) await client.query(KEEP_PROBLEMS, [running.id]);
    const good = batch.good - same - bad;
    if (good > 0 && running.choice === "ALL") await client.query(KEEP_ROWS, [running.id]);
    if (good > 0 && running.choice === "GOOD") {
      const { rows } = await client.query<Taken>(mergeStatement("import_staged"), [running.id, running.organisationId, running.uploadedById, running.at]);
      await recordTaken(client, running, [batch.before + 2, batch.rowsRead + 1], rows[0]!);
    }
    await client.query(
      `update contract_import set rows_read = $2, rows_good = rows_good + $3, rows_bad = rows_bad + $4, rows_same = rows_same + $5, rows_merged = rows_merged + $6, progress_bp = $7 where id = $1`,
      [running.id, batch.rowsRead, good, batch.bad + bad, same, running.choice === "GOOD" ? good : 0, batch.progressBp],
    );
    return true;
  });
}

/** Rows a statement while a whole file is taken. */
const SLICE = 20_000;

/** Takes all rows of a file that is good as a whole, in one transaction: all of them or none. */
export async function mergeKept(client: PoolClient, row: Omit<RunningImport, "at" | "requestId"> & { readonly rowsRead: number; readonly rowsGood: number }, requestId: string, mode: Mode): Promise<void> {
  await inTransaction(client, async () => {
    const { rows: seen } = await client.query<{ rows_merged: number }>("select rows_merged from contract_import where id = $1 for update", [row.id]);
    if (seen[0]!.rows_merged > 0) return; // taken before, and killed before it could say so
    await client.query("analyze contract_import_row");
    const { rows: clock } = await client.query<{ now: Date }>(
      mode === "production"
        ? "select date_trunc('milliseconds', clock_timestamp()) as now"
        : "select date_trunc('milliseconds', clock_timestamp()) + coalesce((select offset_ms from clock_offset where id = 1), 0) * interval '1 millisecond' as now",
    );
    const running: RunningImport = { ...row, at: clock[0]!.now, requestId };
    for (let from = 2; from <= row.rowsRead + 1; from += SLICE) {
      const to = from + SLICE - 1;
      const { rows } = await client.query<Taken>(mergeStatement("contract_import_row"), [row.id, row.organisationId, row.uploadedById, running.at, from, to]);
      if (rows[0]!.taken > 0) await recordTaken(client, running, [from, Math.min(to, row.rowsRead + 1)], rows[0]!);
    }
    await client.query("update contract_import set rows_merged = rows_good where id = $1", [row.id]);
  });
}

/** One entry of the record for the rows of a batch: how many, and a digest over what they became. */
async function recordTaken(client: PoolClient, { id, organisationId, divisionCode, at, requestId }: RunningImport, [from, to]: readonly [number, number], { taken, digest }: Taken): Promise<void> {
  const content = auditContent("contract-import.run", SYSTEM, { requestId }, at, { type: "contract-import", id, divisionCode, after: { applicantId: organisationId, rows: { from, to }, contracts: taken, digest } });
  await client.query(
    `insert into audit_entry (at, act, actor_kind, request_id, subject_type, subject_id, division_code, after, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [content.at, content.act, content.actorKind, content.requestId, content.subjectType, content.subjectId, content.divisionCode, JSON.stringify(content.after), auditHash(content)],
  );
}

async function copyIn(client: PoolClient, statement: string, lines: string): Promise<void> {
  if (lines === "") return;
  await pipeline(Readable.from(pieces(lines), { objectMode: false }), client.query(copyFrom(statement)));
  await oneTurn(); // the stream ends a turn before the connection is free for the next statement
}

function* pieces(text: string): Generator<Buffer> {
  const size = 1 << 18;
  for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
}

async function inTransaction<Output>(client: PoolClient, work: () => Promise<Output>): Promise<Output> {
  await client.query("begin");
  try {
    const output = await work();
    await client.query("commit");
    return output;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}
