import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { checkSpace } from "./disk-space.ts";
import { Fault } from "./fault.ts";
import { migrateDatabase } from "./migrate.ts";
import { ensureDatabase } from "./ensure-database.ts";
import { bring, BUILD, GENERATE } from "./build.ts";
import { removeCluster, startCluster } from "./postgres.ts";
import { DATA, PROJECT } from "./project.ts";
import { runCommand } from "./run-command.ts";
import { processEnvironment, readSettings } from "./settings.ts";

const MAIN = "packages/bench/src/main.ts";
const DATABASE = "ttx_bench";
/** What is measured without a page or a served process needs no build. */
const WITHOUT_PORTAL = ["auction", "contracts", "ordeal", "search"];

/** Benchmarks run on a server of their own in full durability: a figure measured without fsync says nothing. */
await runCommand(async () => {
  const args = process.argv.slice(2);
  if (!existsSync(path.join(PROJECT, MAIN))) throw new Fault("There are no benchmarks yet: packages/bench/src/main.ts is missing.");
  await checkSpace(DATA);
  await bring(GENERATE);
  if (args.some((name) => !WITHOUT_PORTAL.includes(name.split("/")[0]!))) await bring(BUILD);
  const cluster = await startCluster({ folder: path.join(DATA, "bench-postgres"), port: 54629, durable: true, maxConnections: 200, running: "replace" });
  try {
    await ensureDatabase(cluster.url("postgres"), DATABASE);
    await migrateDatabase(cluster.url(DATABASE));
    const asked = { ...process.env, TTX_MODE: "test" };
    const env = processEnvironment(asked, readSettings(asked), cluster.url(DATABASE), path.join(DATA, "bench"));
    return await new Promise<number>((resolve) => {
      const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...args], { cwd: PROJECT, env: { ...env, TTX_BENCH_MAINTENANCE_URL: cluster.url("postgres") }, stdio: "inherit" });
      process.on("SIGINT", () => undefined); // the terminal has told the benchmark as well; it ends, then the server
      child.once("exit", (code) => resolve(code ?? 1));
    });
  } finally {
    await cluster.stop();
    removeCluster(path.join(DATA, "bench-postgres"));
  }
});
