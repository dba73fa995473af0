import pg from "pg";
import { createDeps } from "@ttx/domain/shared/database";
import { readConfig } from "@ttx/domain/shared/config";
import type { BenchRun } from "../bench.ts";
import { assertDurable } from "../auction/durable.ts";
import { measureLatency } from "../auction/latency.ts";
import { liveProgram, type Program } from "../auction/live-process.ts";
import { measureManyLots } from "../auction/many-lots.ts";
import { measureOneLot } from "../auction/one-lot.ts";
import { measureOverHttp } from "../auction/over-http.ts";
import { measureReconnects } from "../auction/reconnects.ts";
import { measureRouteHandler } from "../auction/route-handler.ts";
import { measureWatchers } from "../auction/watchers.ts";
import { makeBidders } from "../auction/world.ts";

const PARTS = {
  "one-lot": measureOneLot,
  http: measureOverHttp,
  latency: measureLatency,
  "many-lots": measureManyLots,
  watchers: measureWatchers,
  reconnects: measureReconnects,
  "route-handler": measureRouteHandler,
} as const;

/** Live auctions: bids a second on one lot and on a thousand, over HTTP, watchers, and what holds in the database afterwards. */
export default async function auction(run: BenchRun): Promise<void> {
  const parts = Object.entries(PARTS).filter(([name]) => run.part === undefined || run.part === name);
  if (parts.length === 0) throw new Error(`The parts of this benchmark are ${Object.keys(PARTS).join(", ")}.`);
  const deps = createDeps(readConfig(run.env));
  const owner = new pg.Pool({ connectionString: deps.config.databaseUrl, max: 1 });
  run.atEnd(async () => void (await Promise.all([deps.close(), owner.end()])));
  await assertDurable(deps.pool);
  let program: Promise<Program> | undefined;
  const stage = { run, deps, owner, bidders: await makeBidders(deps.pool, 1_000), live: () => (program ??= liveProgram(run)) };
  for (const [name, measure] of parts) {
    run.say(`… ${name}`);
    await measure(stage);
  }
}
