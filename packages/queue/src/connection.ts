import type { Config } from "@ttx/domain/shared/config";
import { runMigrations } from "bullmq";
import pg from "pg";

const SCHEMA = "bullmq";
/** The queue works under the application's role, like everything else that runs. */
const AS_APPLICATION = "-c role=ttx_app";

export function redisConnection(redisUrl: string) {
  const url = new URL(redisUrl);
  return {
    host: url.hostname,
    port: Number(url.port || 6379),
    db: Number(url.pathname.slice(1) || 0),
    ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
    ...(url.protocol === "rediss:" ? { tls: {} } : {}),
    maxRetriesPerRequest: null,
  };
}

export function postgresConnection(config: Config, max: number) {
  return { connectionString: config.databaseUrl, options: AS_APPLICATION, schema: SCHEMA, max };
}

/**
 * Brings BullMQ's tables to the version of the library; processes that start together wait for each other. The schema itself comes
 * from our own migrations: the application's role may not create one, so the library's attempt to is left out.
 */
export async function migrateQueue(config: Config): Promise<void> {
  const client = new pg.Client({ connectionString: config.databaseUrl, options: AS_APPLICATION });
  await client.connect();
  try {
    const query = (text: string, values?: readonly unknown[]) => (text.startsWith("CREATE SCHEMA") ? Promise.resolve({ rows: [] }) : client.query(text, values as unknown[]));
    await runMigrations({ query: query as Parameters<typeof runMigrations>[0]["query"] }, SCHEMA);
  } finally {
    await client.end();
  }
}
