import { startTestDatabase } from "./test-run/database.ts";

/**
 * A global setup for Vitest, so that `npx vitest` works by itself as well: it starts the throwaway server that `npm test` would
 * otherwise have started, and does nothing where that has been done.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env["TTX_TEST_DATABASE_URL"]) return undefined;
  const database = await startTestDatabase();
  process.env["TTX_TEST_DATABASE_URL"] = database.maintenanceUrl;
  process.env["TTX_TEST_TEMPLATE"] = database.template;
  return () => database.stop();
}
