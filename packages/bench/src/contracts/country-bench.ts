import { draftOf, loadContract } from "@ttx/domain/contract";
import { likeFiles, registrationQueue, sameContract } from "@ttx/domain/recognition";
import { readConfig } from "@ttx/domain/shared/config";
import { createDeps, type Deps } from "@ttx/domain/shared/database";
import { read } from "@ttx/domain/shared/execute";
import { aContractSeller, anOffice, type Office } from "@ttx/domain/testing/contracts";
import pg from "pg";
import type { BenchRun } from "../bench.ts";
import { fillCountry } from "./country.ts";

const FILES = 1_000_000;
const OFFICES = 100;
const BY_INDEX = 400;
const BY_SCAN = 12;

/** The registrar's queue and the nation-wide look for the same contract, against the same questions answered by reading everything. */
export async function measureCountry(run: BenchRun, deps: Deps): Promise<void> {
  run.say(`${FILES.toLocaleString("en")} files of ${OFFICES} offices`);
  const offices: Office[] = [];
  for (let i = 0; i < OFFICES; i += 1) offices.push(await anOffice(deps, { divisionCode: "330100" }));
  const seller = await aContractSeller(deps);
  const owner = new pg.Client({ connectionString: run.env["DATABASE_URL"] });
  await owner.connect();
  run.atEnd(() => owner.end());
  await fillCountry(owner, offices.map(({ organisation }) => organisation.id), seller.organisation!.id, FILES);
  const { rows } = await owner.query<{ id: string }>("select id from contract where state = 'ACCEPTED' order by md5(id::text) limit $1", [BY_INDEX]);
  const scanning = createDeps(readConfig({ ...run.env, DATABASE_URL: withoutIndexes(run.env["DATABASE_URL"]!) }));
  run.atEnd(() => scanning.close());

  const queue = (of: Deps) => async (i: number) => {
    const { items } = await read(of, registrationQueue, offices[i % OFFICES]!.registrar, { group: "TO_DO", limit: 50 });
    if (items.length !== 50) throw new Error(`the queue shows ${items.length} files`);
  };
  const duplicates = (of: Deps) => async (i: number) => {
    const { id } = rows[i % rows.length]!;
    const draft = draftOf(await loadContract(of.db, id));
    await Promise.all([sameContract(of.db, id, draft), likeFiles(of.db, id, draft)]);
  };
  for (const [metric, work] of [["registrar's queue, 95th percentile", queue], ["nation-wide duplicate check, 95th percentile", duplicates]] as const) {
    await times(work(deps), 50); // connections and plans
    const value = p95(await times(work(deps), BY_INDEX));
    const baseline = p95(await times(work(scanning), BY_SCAN));
    run.figure({ metric: `${metric}, ${FILES} contracts, against the plain scan`, value, unit: "ms", baseline, goal: { of: "ratio", is: "at most", bound: 1 / 50 } });
  }
}

async function times(work: (i: number) => Promise<unknown>, count: number): Promise<readonly number[]> {
  const all: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const started = performance.now();
    await work(i);
    all.push(performance.now() - started);
  }
  return all;
}

function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))]!;
}

/** The same database, asked by sessions that may not use an index; each of the application's own rows is still found by its plan. */
function withoutIndexes(url: string): string {
  const scan = new URL(url);
  scan.searchParams.set("options", "-c role=ttx_app -c enable_indexscan=off -c enable_indexonlyscan=off -c enable_bitmapscan=off -c statement_timeout=120000");
  return scan.toString();
}
