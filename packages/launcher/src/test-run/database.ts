import { migrateDatabase } from "../migrate.ts";
import { ensureDatabase } from "../ensure-database.ts";
import { startThrowawayCluster, type Cluster } from "../postgres.ts";

export const TEMPLATE = "ttx_template";

export interface TestDatabase {
  /** Superuser on the maintenance database: test workers copy the template with it. */
  readonly maintenanceUrl: string;
  readonly template: string;
  url(database: string): string;
  stop(): Promise<void>;
}

/** A throwaway server with one migrated template that each test worker copies for itself. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const cluster: Cluster = await startThrowawayCluster("test", 54529);
  try {
    await ensureDatabase(cluster.url("postgres"), TEMPLATE);
    await migrateDatabase(cluster.url(TEMPLATE));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return { maintenanceUrl: cluster.url("postgres"), template: TEMPLATE, url: (database) => cluster.url(database), stop: () => cluster.stop() };
}
