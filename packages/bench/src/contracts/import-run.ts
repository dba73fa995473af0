import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import path from "node:path";
import { uploadImport } from "@ttx/domain/contract-import";
import type { Deps } from "@ttx/domain/shared/database";
import { aContractSeller } from "@ttx/domain/testing/contracts";
import { anOrigin } from "@ttx/domain/testing/origin";
import pg from "pg";
import type { BenchRun } from "../bench.ts";
import { PROJECT } from "../project.ts";
import { writeSheet } from "./sheet.ts";

export const ROWS = 300_000;
const IMPORTER = "packages/bench/src/contracts/import-process.ts";

type Ended = { readonly seconds: number; readonly peakBytes: number };

export async function ownerOf(run: BenchRun): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: run.env["DATABASE_URL"] });
  await owner.connect();
  run.atEnd(() => owner.end());
  return owner;
}

export async function sheetWaits(run: BenchRun, deps: Deps): Promise<string> {
  const seller = await aContractSeller(deps);
  const file = path.join(run.folder, "contracts.csv");
  await writeSheet(deps, file, seller, ROWS);
  const { importId } = await uploadImport(deps, seller, { name: "contracts.csv", choice: "GOOD" }, { body: createReadStream(file) }, anOrigin());
  return importId;
}

export function importer(run: BenchRun): { readonly ended: Promise<Ended>; kill(): void } {
  const child = spawn(process.execPath, ["--import", "tsx", IMPORTER], { cwd: PROJECT, env: run.env, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(JSON.parse(output) as Ended) : reject(new Error(`the importing process ended with ${code}`))));
  });
  return { ended, kill: () => child.kill("SIGKILL") };
}

export async function mergedOf(owner: pg.Client, importId: string): Promise<number> {
  const { rows } = await owner.query<{ rows_merged: number }>("select rows_merged from contract_import where id = $1", [importId]);
  return rows[0]!.rows_merged;
}

export async function distinctOf(owner: pg.Client, importId: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    "select count(distinct o.external_no)::int as n from contract_import_origin o join contract c on c.id = o.contract_id where o.import_id = $1 and (select count(*) from contract_party p where p.contract_id = c.id) = 2",
    [importId],
  );
  return rows[0]!.n;
}

/** A fast import that left something out would be no import. */
export async function allTaken(owner: pg.Client, importId: string): Promise<void> {
  const { rows } = await owner.query<{ state: string; rows_merged: number; rows_bad: number }>("select state::text, rows_merged, rows_bad from contract_import where id = $1", [importId]);
  const seen = await distinctOf(owner, importId);
  if (rows[0]!.state !== "DONE" || rows[0]!.rows_merged !== ROWS || seen !== ROWS) throw new Error(`the import is ${JSON.stringify(rows[0])} with ${seen} contracts, of ${ROWS}`);
}
