import path from "node:path";
import pg from "pg";
import type { BenchRun } from "./bench.ts";
import { runNode } from "./program.ts";
import { PROJECT } from "./project.ts";
import { serve, type Served } from "./serve.ts";

/** The demo country, with the planner told what is in the tables. */
export async function loadDemoCountry(run: BenchRun): Promise<void> {
  run.say("loading the demo country");
  await runNode(["--import", "tsx", "prisma/seed/main.ts"], { ...run.env, TTX_SEED: "demo" });
  await analyse(run.env["DATABASE_URL"]);
}

/** The portal as it is built, on the demo country. */
export async function serveDemoPortal(run: BenchRun): Promise<Served> {
  await loadDemoCountry(run);
  return serve(run, { name: "portal", cwd: path.join(PROJECT, "apps/portal"), args: () => ["dist/server.mjs"], env: run.env, ready: "/api/health/ready" });
}

async function analyse(connectionString: string | undefined): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}
