import { existsSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { Fault } from "./fault.ts";
import { PROJECT } from "./project.ts";
import type { Mode } from "./settings.ts";
import { workspaceCommand } from "./workspace-command.ts";

const SEED = "prisma/seed/main.ts";

/** production loads code tables only; demo and test load the demo country as well. */
export type SeedKind = "reference" | "demo";

export function seedKind(mode: Mode): SeedKind {
  return mode === "production" ? "reference" : "demo";
}

/**
 * Loads the seed once. The marker lies in a schema of its own, outside of what Prisma looks at, and is written after the seed has
 * ended well: an interrupted seed runs again, which it must bear.
 */
export async function seedOnce(databaseUrl: string, mode: Mode, env: NodeJS.ProcessEnv): Promise<"loaded" | "kept" | "there is none"> {
  if (!existsSync(path.join(PROJECT, SEED))) return "there is none";
  const kind = seedKind(mode);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("CREATE SCHEMA IF NOT EXISTS launcher");
    await client.query("CREATE TABLE IF NOT EXISTS launcher.seeded (kind text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())");
    const { rowCount } = await client.query("SELECT FROM launcher.seeded WHERE kind = $1", [kind]);
    if (rowCount) return "kept";
    const { ok, output } = await workspaceCommand([process.execPath, "--import", "tsx", SEED], { ...env, TTX_SEED: kind });
    if (!ok) {
      process.stderr.write(output);
      throw new Fault(/No space left/i.test(output) ? "The disk is full: the data could not be loaded." : "The data could not be loaded; the seed's own words stand above.");
    }
    await client.query("INSERT INTO launcher.seeded (kind) VALUES ($1) ON CONFLICT DO NOTHING", [kind]);
    return "loaded";
  } finally {
    await client.end();
  }
}
