import { randomInt } from "node:crypto";
import path from "node:path";
import { createDeps, type Deps } from "@ttx/domain/shared/database";
import { readConfig } from "@ttx/domain/shared/config";
import { faultsOf } from "@ttx/domain/testing/bid-history";
import { migrateDatabase } from "@ttx/launcher/migrate";
import { removeCluster, startCluster, type Cluster, type ClusterOptions } from "@ttx/launcher/postgres";
import pg from "pg";
import { assertInvariants } from "../auction/invariants.ts";
import { makeBidders, openLots, type BenchLot, type Bidder } from "../auction/world.ts";
import { call, type Scene } from "./caller.ts";
import { bundle } from "../bundle.ts";
import { enter, untilReady, type Actor } from "./cast.ts";
import { recordOf } from "./record.ts";

export type OrdealPlan = {
  readonly folder: string;
  readonly lots: number;
  readonly bidders: number;
  /** Before the lots close for the first time; bids move the end on. */
  readonly freeMs: number;
  readonly windowSeconds: number;
  readonly pauseMs: number;
  /** Between two kills. */
  readonly killEveryMs: number;
  /** How long a process lives at least. */
  readonly killAfterMs: number;
  readonly databaseDeaths: number;
  readonly say: (line: string) => void;
};

export type OrdealReport = { readonly faults: readonly string[]; readonly sent: number; readonly acknowledged: number; readonly accepted: number; readonly kills: number; readonly databaseDeaths: number };

const DATABASE = "ttx_ordeal";
const NO_SECRET = Buffer.alloc(32, 9).toString("base64");

/**
 * Bidding under everything that can go wrong at once: several processes (one with its clock three seconds off), hundreds of bidders with clocks an hour
 * off, random SIGKILLs of the processes that take bids and of the workers that close, and crashes of the database, during the bidding and at
 * the close. Afterwards nothing that was acknowledged may be missing, and everything must fit.
 */
export async function ordeal(plan: OrdealPlan): Promise<OrdealReport> {
  const options: ClusterOptions = { folder: path.join(plan.folder, "postgres"), port: 54_700 + randomInt(200), durable: true, maxConnections: 150, running: "replace" };
  const programs = await bundle("live", "worker");
  let cluster: Cluster = await startCluster(options);
  const cast: Actor[] = [];
  let deps: Deps | undefined;
  try {
    await createDatabase(cluster);
    const databaseUrl = cluster.url(DATABASE);
    await migrateDatabase(databaseUrl);
    const env = { ...process.env, DATABASE_URL: databaseUrl, TTX_MODE: "test", TTX_SECRET_KEY: NO_SECRET, TTX_STORAGE_DIR: path.join(plan.folder, "files"), TTX_PUBLIC_URL: "http://localhost:3000", REDIS_URL: "", SMTP_URL: "" };
    deps = createDeps(readConfig(env));
    const bidders = await makeBidders(deps.pool, plan.bidders);
    for (const [name, skew] of [["live-1", 0], ["live-2", 3_000], ["live-3", 0]] as const) cast.push(await enter("live", name, env, plan.folder, programs, skew));
    for (const [name, skew] of [["worker-1", 0], ["worker-2", -3_000]] as const) cast.push(await enter("worker", name, env, plan.folder, programs, skew));
    const urls = cast.flatMap(({ url }) => (url === undefined ? [] : [url]));
    await Promise.all(urls.map((url) => untilReady(url, 60_000)));

    const lots = await openLots(deps.pool, plan.lots, bidders, { freeMs: plan.freeMs, windowSeconds: plan.windowSeconds });
    const scenes = lots.map(({ auctionId }): Scene => ({ urls, auctionId, calls: [], highestFen: 100n, isOver: false }));
    const calling = scenes.map((scene) => Promise.all(bidders.map(({ token }, i) => call(scene, { token, bidderNo: String(101 + i), pauseMs: plan.pauseMs }))));
    const bidUntil = performance.now() + plan.freeMs + plan.windowSeconds * 500;
    const deathEvery = plan.freeMs / (plan.databaseDeaths + 1);
    let nextDeath = performance.now() + deathEvery;
    let [kills, deaths] = [0, 0];
    const deadline = performance.now() + plan.freeMs + 90_000;
    while (!(await areOver(deps, lots))) {
      await new Promise((resolve) => setTimeout(resolve, randomInt(plan.killEveryMs / 2, plan.killEveryMs * 1.5)));
      if (performance.now() > bidUntil) for (const scene of scenes) scene.isOver = true;
      // Who has just come back is left alone for a while, and in the end somebody has to be left to close the lots.
      const victims = performance.now() > bidUntil + plan.killAfterMs ? [] : cast.filter((actor) => actor.age() > plan.killAfterMs);
      if (victims.length > 0) {
        victims[randomInt(victims.length)]!.kill();
        kills += 1;
      }
      if (performance.now() > nextDeath && deaths < plan.databaseDeaths) {
        plan.say("the database crashes");
        process.kill(cluster.pid, "SIGQUIT"); // an immediate shutdown: what is not in the write-ahead log is lost
        await cluster.ended;
        cluster = await startCluster(options);
        deaths += 1;
        nextDeath = performance.now() + deathEvery;
      }
      if (performance.now() > deadline) return { ...count(scenes), faults: ["NEVER_CLOSED"], kills, databaseDeaths: deaths };
    }
    for (const scene of scenes) scene.isOver = true;
    await Promise.all(calling);
    await new Promise((resolve) => setTimeout(resolve, 1_500)); // late workers, who must change nothing
    return { ...count(scenes), faults: await allFaults(deps, scenes), kills, databaseDeaths: deaths };
  } finally {
    await Promise.all(cast.map((actor) => actor.end()));
    await deps?.close();
    await cluster.stop();
    removeCluster(options.folder);
    programs.clear();
  }
}

async function createDatabase(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function areOver({ pool }: Deps, lots: readonly BenchLot[]): Promise<boolean> {
  const asked = await pool.query<{ open: number }>("select count(*)::int as open from auction where id = any($1::uuid[]) and state in ('SCHEDULED', 'OPEN_FREE', 'OPEN_LIMITED')", [lots.map(({ auctionId }) => auctionId)]).catch(() => null);
  return asked?.rows[0]?.open === 0;
}

function count(scenes: readonly Scene[]): { readonly sent: number; readonly acknowledged: number; readonly accepted: number } {
  const calls = scenes.flatMap((scene) => scene.calls);
  return { sent: calls.length, acknowledged: calls.filter(({ answered }) => answered !== undefined).length, accepted: calls.filter(({ answered }) => answered?.verdict === "ACCEPTED").length };
}

async function allFaults(deps: Deps, scenes: readonly Scene[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { auctionId, calls } of scenes) faults.push(...faultsOf(calls, await recordOf(deps, auctionId)));
  await assertInvariants(deps, scenes, scenes.length).catch((error: Error) => faults.push(error.message));
  return faults;
}

export type { Bidder };
