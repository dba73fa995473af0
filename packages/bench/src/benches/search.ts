import pg from "pg";
import { findInMarket } from "@ttx/domain/search";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { readConfig } from "@ttx/domain/shared/config";
import { createDeps, type Deps } from "@ttx/domain/shared/database";
import { read } from "@ttx/domain/shared/execute";
import type { BenchRun } from "../bench.ts";
import { loadDemoCountry } from "../demo-portal.ts";
import { inTurn, median } from "../rounds.ts";
import { byClients, percentile } from "../search/clients.ts";
import { serveDoor } from "../search/door.ts";
import { copyResults } from "../search/generate.ts";
import { mixedQueries } from "../search/queries.ts";
import { byTrigrams, ours, relevance } from "../search/relevance.ts";

const RESULTS = 1_000_000;
const CLIENTS = 8;

/** The search over everything: what it finds against pg_trgm on the demo country, and how fast it is at a million results against its own bare SQL. */
export default async function search(run: BenchRun): Promise<void> {
  await loadDemoCountry(run);
  const owner = new pg.Client({ connectionString: run.env["DATABASE_URL"] });
  await owner.connect();
  run.atEnd(() => owner.end());
  await owner.query("create extension if not exists pg_trgm");
  await measureRelevance(run, openDeps(run));
  run.say(`copying ${RESULTS} results`);
  await copyResults(owner, RESULTS, run.say);
  const deps = openDeps(run);
  await measureSpeed(run, `${await serveDoor(run, deps)}/api/v1/search`, deps);
}

function openDeps(run: BenchRun): Deps {
  const deps = createDeps(readConfig(run.env));
  run.atEnd(() => deps.close());
  return deps;
}

async function measureRelevance(run: BenchRun, deps: Deps): Promise<void> {
  const [mine, trigrams] = [await relevance(ours(deps)), await relevance(byTrigrams(deps))];
  for (const [kind, mean] of mine.byKind) run.say(`nDCG@10 of ${kind} queries: ${mean.toFixed(3)}, by pg_trgm ${(trigrams.byKind.get(kind) ?? 0).toFixed(3)}`);
  run.say(`the least well answered: ${mine.worst.join(" · ")}`);
  run.figure({ metric: "nDCG@10 on the judged set", value: mine.mean, unit: "of 1", baseline: trigrams.mean, goal: { of: "ratio", is: "at least", bound: 1.0001 } });
}

type Statement = { readonly name?: string; readonly text: string; readonly values: unknown[] };

async function measureSpeed(run: BenchRun, address: string, deps: Deps): Promise<void> {
  const queries = mixedQueries();
  const ask = async (query: string): Promise<void> => {
    const answer = await fetch(`${address}?${query}`);
    const body = (await answer.json()) as { readonly items?: readonly unknown[] };
    if (!answer.ok || body.items === undefined) throw new Error(`${query}: ${answer.status} ${JSON.stringify(body).slice(0, 300)}`);
  };
  const statements = new Map<string, readonly Statement[]>();
  const statementsOf = catchStatements(deps);
  for (const query of queries) statements.set(query, await statementsOf(query));
  // Planned once a connection, as the platform has them.
  const bare = new pg.Pool({ connectionString: run.env["DATABASE_URL"], max: CLIENTS, options: "-c plan_cache_mode=force_generic_plan" });
  run.atEnd(() => bare.end());
  const askBare = async (query: string): Promise<void> => {
    for (const statement of statements.get(query)!) await bare.query(statement as pg.QueryConfig);
  };
  await byClients(CLIENTS, queries, ask);
  await byClients(CLIENTS, queries, askBare);
  const p95 = await inTurn({ page: async () => percentile(await byClients(CLIENTS, queries, ask), 0.95), sql: async () => percentile(await byClients(CLIENTS, queries, askBare), 0.95) }, run.say);
  run.figure({ metric: "p95 of the first page, 8 clients, 1,000,000 results", value: p95.page, unit: "ms", baseline: p95.sql, goal: { of: "ratio", is: "at most", bound: 3 } });
  run.figure({ metric: "p95 of the first page, 8 clients", value: p95.page, unit: "ms", goal: { of: "value", is: "at most", bound: 100 } });

  const single = new Map(queries.map((query) => [query, [] as number[]]));
  for (let round = 0; round < 5; round += 1) {
    for (const query of queries) {
      const [took] = await byClients(1, [query], ask);
      single.get(query)!.push(took!);
    }
  }
  const each = [...single].map(([query, took]) => ({ query, ms: median(took) })).sort((a, b) => b.ms - a.ms);
  run.say(`the slowest: ${each.slice(0, 6).map(({ query, ms }) => `${decodeURIComponent(query)} ${ms.toFixed(1)} ms`).join(" · ")}`);
  run.figure({ metric: "slowest of 200 mixed queries", value: each[0]!.ms, unit: "ms", baseline: median(each.map(({ ms }) => ms)), goal: { of: "ratio", is: "at most", bound: 10 } });
}

/** Finds the statements that a page runs, caught on their way to the database. */
function catchStatements(deps: Deps): (query: string) => Promise<readonly Statement[]> {
  let caught: Statement[] = [];
  const searches = insteadOf(deps.searches, "connect", async () => {
    const client = await deps.searches.connect();
    return insteadOf(client, "query", (statement: pg.QueryConfig) => {
      caught.push(statement as Statement);
      return client.query(statement);
    });
  });
  return async (query) => {
    caught = [];
    await read({ ...deps, searches }, findInMarket, ANONYMOUS, Object.fromEntries(new URLSearchParams(query)));
    return caught;
  };
}

/** The same thing, but for one method. */
function insteadOf<Thing extends object>(thing: Thing, method: keyof Thing, own: (...given: never[]) => unknown): Thing {
  return new Proxy(thing, {
    get: (target, key) => {
      if (key === method) return own;
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
