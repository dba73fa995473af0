import { createReadStream, createWriteStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Deps } from "@ttx/domain/shared/database";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { BenchRun } from "../bench.ts";
import { inTurn } from "../rounds.ts";
import { allTaken, importer, ownerOf, ROWS, sheetWaits } from "./import-run.ts";

const MEASURED_ROUNDS = 2;
const GIB = 1024 ** 3;
/** The tables a contract of the sheet fills, in the order of their keys. */
const TABLES = ["contract", "contract_party", "contract_deduction", "contract_instalment"] as const;

/** A sheet through all checks, against the same rows copied bare into the same tables with the same indexes and keys. */
export async function measureImport(run: BenchRun, deps: Deps): Promise<void> {
  const owner = await ownerOf(run);
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
