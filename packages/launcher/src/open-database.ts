import { checkDatabase } from "./database-url.ts";
import { ensureDatabase } from "./ensure-database.ts";
import { MAIN_CLUSTER, MAIN_DATABASE, startCluster, type Cluster, type ClusterOptions } from "./postgres.ts";

export interface OpenDatabase {
  readonly url: string;
  /** Undefined when the server is the person's own. */
  readonly cluster: Cluster | undefined;
  close(): Promise<void>;
}

/** The person's own server when DATABASE_URL names one, else the embedded one with the project's data. */
export async function openDatabase(databaseUrl: string | undefined, running: ClusterOptions["running"]): Promise<OpenDatabase> {
  if (databaseUrl !== undefined) {
    await checkDatabase(databaseUrl);
    return { url: databaseUrl, cluster: undefined, close: () => Promise.resolve() };
  }
  const cluster = await startCluster({ ...MAIN_CLUSTER, running });
  try {
    await ensureDatabase(cluster.url("postgres"), MAIN_DATABASE);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return { url: cluster.url(MAIN_DATABASE), cluster, close: () => cluster.stop() };
}
