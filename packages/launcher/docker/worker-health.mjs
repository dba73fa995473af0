// Health check of a worker's container: its sign of life, which it writes every five seconds, is younger than half a minute.
import { hostname } from "node:os";
import pg from "pg";

const client = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 3_000 });
try {
  await client.connect();
  const { rowCount } = await client.query('SELECT FROM worker_beat WHERE starts_with(id, $1) AND beat_at > now() - interval \'30 seconds\'', [`${hostname()}-`]);
  process.exitCode = rowCount ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await client.end().catch(() => undefined);
}
