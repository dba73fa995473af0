import { spawn } from "node:child_process";
import { createReadStream, createWriteStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { uploadImport } from "@ttx/domain/contract-import";
import type { Deps } from "@ttx/domain/shared/database";
import { aContractSeller } from "@ttx/domain/testing/contracts";
import { anOrigin } from "@ttx/domain/testing/origin";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { BenchRun } from "../bench.ts";
import { PROJECT } from "../project.ts";
import { inTurn } from "../rounds.ts";
import { writeSheet } from "./sheet.ts";

const ROWS = 300_000;
const MEASURED_ROUNDS = 3;
const GIB = 1024 ** 3;
const IMPORTER = "packages/bench/src/contracts/import-process.ts";
/** The tables a contract of the sheet fills, in the order of their keys. */
const TABLES = ["contract", "contract_party", "contract_deduction", "contract_instalment"] as const;

type Ended = { readonly seconds: number; readonly peakBytes: number };

/** A sheet through all checks, against the same rows copied bare into the same tables with the same indexes and keys. */
export async function measureImport(run: BenchRun, deps: Deps): Promise<void> {
  const owner = new pg.Client({ connectionString: run.env["DATABASE_URL"] });
  await owner.connect();
  run.atEnd(() => owner.end());
  const peaks: number[] = [];
  const imported = async (): Promise<{ importId: string; seconds: number }> => {
    const importId = await sheetWaits(run, deps);
    await owner.query("checkpoint");
    const { seconds, peakBytes } = await importer(run).ended;
    peaks.push(peakBytes);
    await allTaken(owner, importId);
    return { importId, seconds };
  };
  run.say(`a first import of ${ROWS.toLocaleString("en")} rows, which also gives the rows for the bare copy`);
  const { importId: source } = await imported();
  const rates = await inTurn(
    {
      "bare COPY": async () => {
        const files = await bareFiles(run, owner, source);
        await owner.query("checkpoint");
        return ROWS / (await bareCopy(owner, files));
      },
      import: async () => ROWS / (await imported()).seconds,
    },
    run.say,
    MEASURED_ROUNDS,
  );
  run.figure({ metric: `import of ${ROWS} contracts with all checks, against a bare COPY into the same indexes`, value: rates.import, unit: "rows/s", baseline: rates["bare COPY"], goal: { of: "ratio", is: "at least", bound: 0.4 } });
  run.figure({ metric: "memory of the importing process at its peak", value: Math.max(...peaks) / GIB, unit: "GiB", goal: { of: "value", is: "at most", bound: 1 } });
  await measureKill(run, deps, owner);
}

/** Killed in the middle, another process goes on: nothing is missing, nothing is there twice. */
async function measureKill(run: BenchRun, deps: Deps, owner: pg.Client): Promise<void> {
  const importId = await sheetWaits(run, deps);
  const first = importer(run);
  first.ended.catch(() => undefined);
  for (let merged = 0; merged < ROWS / 4; await sleep(100)) merged = await mergedOf(owner, importId);
  first.kill();
  const before = await mergedOf(owner, importId);
  await importer(run).ended;
  await allTaken(owner, importId);
  run.figure({ metric: `rows taken after kill -9 at ${before}, nothing twice`, value: (await distinctOf(owner, importId)) / ROWS, unit: "of the rows", goal: { of: "value", is: "at least", bound: 1 } });
}

async function sheetWaits(run: BenchRun, deps: Deps): Promise<string> {
  const seller = await aContractSeller(deps);
  const file = path.join(run.folder, "contracts.csv");
  await writeSheet(deps, file, seller, ROWS);
  const { importId } = await uploadImport(deps, seller, { name: "contracts.csv", choice: "GOOD" }, { body: createReadStream(file) }, anOrigin());
  return importId;
}

function importer(run: BenchRun): { readonly ended: Promise<Ended>; kill(): void } {
  const child = spawn(process.execPath, ["--import", "tsx", IMPORTER], { cwd: PROJECT, env: run.env, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(JSON.parse(output) as Ended) : reject(new Error(`the importing process ended with ${code}`))));
  });
  return { ended, kill: () => child.kill("SIGKILL") };
}

async function mergedOf(owner: pg.Client, importId: string): Promise<number> {
  const { rows } = await owner.query<{ rows_merged: number }>("select rows_merged from contract_import where id = $1", [importId]);
  return rows[0]!.rows_merged;
}

async function distinctOf(owner: pg.Client, importId: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    "select count(distinct o.external_no)::int as n from contract_import_origin o join contract c on c.id = o.contract_id where o.import_id = $1 and (select count(*) from contract_party p where p.contract_id = c.id) = 2",
    [importId],
  );
  return rows[0]!.n;
}

/** A fast import that left something out would be no import. */
async function allTaken(owner: pg.Client, importId: string): Promise<void> {
  const { rows } = await owner.query<{ state: string; rows_merged: number; rows_bad: number }>("select state::text, rows_merged, rows_bad from contract_import where id = $1", [importId]);
  const seen = await distinctOf(owner, importId);
  if (rows[0]!.state !== "DONE" || rows[0]!.rows_merged !== ROWS || seen !== ROWS) throw new Error(`the import is ${JSON.stringify(rows[0])} with ${seen} contracts, of ${ROWS}`);
}

/** The same rows under new keys, as COPY wants them. */
async function bareFiles(run: BenchRun, owner: pg.Client, importId: string): Promise<readonly string[]> {
  await owner.query("drop table if exists bench_keys");
  await owner.query(`create unlogged table bench_keys as select o.contract_id as old_id, uuidv7() as new_id from contract_import_origin o where o.import_id = '${importId}' order by o.row_no`);
  await owner.query("create index on bench_keys (old_id)");
  const files: string[] = [];
  for (const table of TABLES) {
    const key = table === "contract" ? "id" : "contract_id";
    const columns = (await columnsOf(owner, table)).map((column) => (column === key ? "k.new_id" : `t.${column}`));
    const file = path.join(run.folder, `${table}.copy`);
    await pipeline(owner.query(copyTo(`copy (select ${columns.join(", ")} from bench_keys k join ${table} t on t.${key} = k.old_id order by k.new_id) to stdout`)), createWriteStream(file));
    files.push(file);
  }
  return files;
}

async function bareCopy(owner: pg.Client, files: readonly string[]): Promise<number> {
  const started = performance.now();
  await owner.query("begin");
  for (const [i, table] of TABLES.entries()) {
    await pipeline(createReadStream(files[i]!, { highWaterMark: 256 * 1024 }), owner.query(copyFrom(`copy ${table} (${(await columnsOf(owner, table)).join(", ")}) from stdin`)));
  }
  await owner.query("commit");
  return (performance.now() - started) / 1000;
}

async function columnsOf(owner: pg.Client, table: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ column_name: string }>("select column_name from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position", [table]);
  return rows.map(({ column_name: column }) => column);
}
