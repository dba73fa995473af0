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
  /**
   * The same for statements that look rows up by their keys: no plan made here reads a table whole. Plans are kept as long as a connection
   * lives, and one made while a table was small would be paid for once it has grown. Statements given to one connection go out at once, one behind
   * the other; whoever does not wait for each has to give the connection back as broken when one fails.
   */
  readonly lookUps: pg.Pool;
  /** The same for searches, a few at once: whoever asks while all are busy waits for his turn. */
  readonly searches: pg.Pool;
  readonly config: Config;
  close(): Promise<void>;
};

/** The role the application works as: it cannot update or delete bids, ledger or audit. */
const APPLICATION_ROLE = "ttx_app";

/** Statements of one connection need not wait for each other's answers; the driver's own types do not know the setting yet. */
const PIPELINED = { pipeline: true };
/** Of several indexes the one that has the order asked for, never another and a sort. */
const BY_INDEX = ["seqscan", "bitmapscan", "hashjoin", "mergejoin", "sort"].map((way) => `-c enable_${way}=off`).join(" ");
/** There is one way for every value, so that a statement is planned once. */
const PLANNED_ONCE = "-c plan_cache_mode=force_generic_plan";

function openPool(connection: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(connection);
  pool.on("error", () => undefined); // an idle connection was cut; the next use opens a new one
  // One that is in use tells by the question that fails; without a listener its cut would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

export function createDeps(config: Config): Deps {
  const connection: pg.PoolConfig = {
    connectionString: config.databaseUrl,
    options: `-c role=${APPLICATION_ROLE}`,
    max: config.poolSize,
    connectionTimeoutMillis: 10_000,
  };
  const pool = openPool(connection);
  const lookUps = openPool({ ...connection, ...PIPELINED, options: `${connection.options} ${BY_INDEX} ${PLANNED_ONCE}` });
  const searches = openPool({ ...connection, ...PIPELINED, max: config.searchesAtOnce, options: `${connection.options} ${PLANNED_ONCE}` });
  const db = new PrismaClient({ adapter: new OrderedPg(connection, { onPoolError: () => undefined }) });
  return {
    db,
    pool,
    lookUps,
    searches,
    config,
    close: async () => {
      await Promise.allSettled([db.$disconnect(), pool.end(), lookUps.end(), searches.end()]);
    },
  };
}
