import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { createDeps, type Deps } from "../src/shared/database.ts";

/** A database of its own for one test file, copied from the migrated template; with its folder for files, which goes with it. */
export type TestDatabase = Deps & { readonly url: string; drop(): Promise<void> };

function environment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests through "npm test", which starts PostgreSQL for them`);
  return value;
}

export async function testDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const serverUrl = environment("TTX_TEST_DATABASE_URL");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, `create database ${name} template ${environment("TTX_TEST_TEMPLATE")}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const storageDir = path.join(tmpdir(), `ttx-files-${name}`);
  const deps = createDeps({
    databaseUrl: url.toString(),
    mode: "test",
    secretKey: Buffer.alloc(32, 7),
    publicUrl: "http://localhost:3000",
    storageDir,
    poolSize: options.poolSize ?? 6,
    searchesAtOnce: 2,
    redisUrl: undefined,
    smtpUrl: undefined,
    mailFrom: "no-reply@localhost",
  });
  return {
    ...deps,
    url: url.toString(),
    drop: async () => {
      await deps.close();
      await onServer(serverUrl, `drop database ${name} with (force)`);
      await rm(storageDir, { recursive: true, force: true });
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Copies of one template wait for each other: PostgreSQL refuses a copy while another session is connected to it.
    await client.query("select pg_advisory_lock(7300)");
    await client.query(statement);
  } finally {
    await client.end();
  }
}
