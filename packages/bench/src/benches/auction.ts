import { writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { createDeps, type Deps } from "@ttx/domain/shared/database";
import { readConfig } from "@ttx/domain/shared/config";
import type { BenchRun } from "../bench.ts";
import { alternate } from "../auction/alternate.ts";
import { deskLoad, openBidDesk } from "../auction/desk-load.ts";
import { assertDurable } from "../auction/durable.ts";
import { httpBids } from "../auction/http-bids.ts";
import { assertInvariants } from "../auction/invariants.ts";
import { latencyPlot, latencyTable, type LatencyRow } from "../auction/latency-plot.ts";
import { LIVE, PORTAL, startProgram } from "../auction/live-process.ts";
import { PLACE_BID_SCRIPT, preparePlaceBid } from "../auction/many-lots.ts";
import { pgbench } from "../auction/pgbench.ts";
import { rawUpdate } from "../auction/raw-update.ts";
import { measureReconnects } from "../auction/reconnects.ts";
import { measureWatchers } from "../auction/watchers.ts";
import { makeBidders, openLots, type Bidder } from "../auction/world.ts";
import { median, ROUNDS } from "../rounds.ts";

const SECONDS = 3;
const LOTS = 1_000;

/** Live auctions: bids a second on one lot and on a thousand, over HTTP, watchers, and what holds in the database afterwards. */
export default async function auction(run: BenchRun): Promise<void> {
  const deps = createDeps(readConfig(run.env));
  const owner = new pg.Pool({ connectionString: deps.config.databaseUrl, max: 1 }); // the baselines have tables of their own
  run.atEnd(async () => void (await Promise.all([deps.close(), owner.end()])));
  await assertDurable(deps.pool);
  const bidders = await makeBidders(deps.pool, 1_000);
  await measureOneLot(run, deps, owner, bidders);
  await measureLatency(run, deps, bidders);
  await measureManyLots(run, deps, owner, bidders);
  await assertInvariants(deps, await measureWatchers(run, deps.pool, bidders), ROUNDS);
  await measureReconnects(run, deps, bidders);
}

async function measureOneLot(run: BenchRun, deps: Deps, owner: pg.Pool, bidders: readonly Bidder[]): Promise<void> {
  const raw = await rawUpdate(run, owner, deps.config.databaseUrl);
  const lots = await openLots(deps.pool, 3, bidders);
  const [byDesk, byLive, byPortal] = lots as [(typeof lots)[0], (typeof lots)[0], (typeof lots)[0]];
  const live = await startProgram(run, LIVE);
  const portal = await startProgram(run, PORTAL);
  const desk = openBidDesk(deps);
  const http = (url: string, lot: typeof byLive, clients: number) => async () => (await httpBids({ url, clients, seconds: SECONDS }, lot, bidders)).perSecond;
  run.say("accepted bids a second on one lot");
  await http(live.url, byLive, 64)(); // warms up the code, not the figure
  await http(portal.url, byPortal, 64)();
  const rates = await alternate(
    {
      R: raw,
      "use case, 256 bidders": async () => (await deskLoad(deps, desk, [byDesk], bidders.slice(0, 256), { concurrent: 256, seconds: SECONDS })).perSecond,
      "HTTP, 64 clients": http(live.url, byLive, 64),
      "HTTP, 512 clients": http(live.url, byLive, 512),
      "HTTP through the portal, 64 clients": http(portal.url, byPortal, 64),
    },
    run.say,
  );
  await Promise.all([live.process.stop(), portal.process.stop()]);
  const R = rates.R.median;
  const at64 = rates["HTTP, 64 clients"].median;
  run.figure({ metric: "accepted bids on one lot through the use case, 256 bidders, against R", value: rates["use case, 256 bidders"].median, unit: "bids/s", baseline: R, goal: { of: "ratio", is: "at least", bound: 4 } });
  run.figure({ metric: "accepted bids on one lot over HTTP, 64 clients, against R", value: at64, unit: "bids/s", baseline: R, goal: { of: "ratio", is: "at least", bound: 2 } });
  run.figure({ metric: "accepted bids on one lot over HTTP, 512 clients, against 64", value: rates["HTTP, 512 clients"].median, unit: "bids/s", baseline: at64, goal: { of: "ratio", is: "at least", bound: 0.9 } });
  run.figure({ metric: "the same through the portal's own server, 64 clients, against the process of its own", value: rates["HTTP through the portal, 64 clients"].median, unit: "bids/s", baseline: at64 });
  await assertInvariants(deps, lots, 3);
}

async function measureLatency(run: BenchRun, deps: Deps, bidders: readonly Bidder[]): Promise<void> {
  const live = await startProgram(run, LIVE);
  const rows: LatencyRow[] = [];
  const lots = await openLots(deps.pool, 3, bidders);
  for (const [i, count] of [10, 100, 1_000].entries()) {
    const runs: Awaited<ReturnType<typeof httpBids>>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await httpBids({ url: live.url, clients: count, seconds: 2 }, lots[i]!, bidders));
    const of = (pick: (one: (typeof runs)[0]) => number): number => median(runs.map(pick));
    rows.push({ bidders: count, perSecond: of(({ perSecond }) => perSecond), latency: { p50: of(({ latency }) => latency.p50), p99: of(({ latency }) => latency.p99), most: of(({ latency }) => latency.most), count: of(({ latency }) => latency.count) } });
    run.figure({ metric: `latency of a bid over HTTP, ${count} bidders, p50`, value: rows.at(-1)!.latency.p50, unit: "ms" });
    run.figure({ metric: `latency of a bid over HTTP, ${count} bidders, p99`, value: rows.at(-1)!.latency.p99, unit: "ms" });
  }
  await live.process.stop();
  writeFileSync(path.join(run.folder, "bid-latency.svg"), latencyPlot(rows));
  writeFileSync(path.join(run.folder, "bid-latency.md"), latencyTable(rows));
  run.say(`table and plot: ${run.folder}/bid-latency.md, .svg`);
  await assertInvariants(deps, lots, 3);
}

async function measureManyLots(run: BenchRun, deps: Deps, owner: pg.Pool, bidders: readonly Bidder[]): Promise<void> {
  const few = bidders.slice(0, 4);
  const [ours, theirs] = [await openLots(deps.pool, LOTS, few), await openLots(deps.pool, LOTS, few)];
  await preparePlaceBid(owner, theirs, few);
  const desk = openBidDesk(deps);
  const call = (clients: number) => () => pgbench({ url: deps.config.databaseUrl, script: PLACE_BID_SCRIPT(LOTS, few.length), folder: run.folder, clients, seconds: SECONDS });
  const tried = [8, 16, 32];
  const rates: number[] = [];
  for (const clients of tried) rates.push(await call(clients)());
  const best = tried[rates.indexOf(Math.max(...rates))]!;
  run.say(`bids spread over ${LOTS} lots; pgbench does best with ${best} clients`);
  const measured = await alternate(
    { pgbench: call(best), "use case": async () => (await deskLoad(deps, desk, ours, few, { concurrent: LOTS, seconds: SECONDS })).perSecond },
    run.say,
  );
  run.figure({ metric: `accepted bids on ${LOTS} lots at once, against pgbench calling one function for a bid`, value: measured["use case"].median, unit: "bids/s", baseline: measured.pgbench.median, goal: { of: "ratio", is: "at least", bound: 0.6 } });
  await assertInvariants(deps, ours, 10);
}
