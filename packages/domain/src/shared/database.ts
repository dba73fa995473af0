import pg from "pg";
import { PrismaClient, type Prisma } from "../generated/client.ts";
import type { Config } from "./config.ts";
import { OrderedPg } from "./ordered-adapter.ts";

export type Database = PrismaClient;
export type Tx = Prisma.TransactionClient;

/** What every act needs from outside: the database, the installation's configuration, nothing else. */
export type Deps = {
  readonly db: Database;
  /** For hot paths with named statements; the same role as `db`. */
  readonly pool: pg.Pool;
  readonly config: Config;
  close(): Promise<void>;
};

/** The role the application works as: it cannot update or delete bids, ledger or audit. */
const APPLICATION_ROLE = "ttx_app";

export function createDeps(config: Config): Deps {
  const connection: pg.PoolConfig = {
    connectionString: config.databaseUrl,
    options: `-c role=${APPLICATION_ROLE}`,
    max: config.poolSize,
    connectionTimeoutMillis: 10_000,
  };
  const pool = new pg.Pool(connection);
  pool.on("error", () => undefined); // an idle connection was cut; the next use opens a new one
  // One that is in use tells by the question that fails; without a listener its cut would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new PrismaClient({ adapter: new OrderedPg(connection, { onPoolError: () => undefined }) });
  return {
    db,
    pool,
    config,
    close: async () => {
      await Promise.allSettled([db.$disconnect(), pool.end()]);
    },
  };
}
