import type pg from "pg";
import type { Clock } from "./clock.ts";
import type { Tx } from "./database.ts";
import type { Mode } from "./config.ts";

type Reading = { now: Date };

const SERVER_TIME = "select date_trunc('milliseconds', clock_timestamp()) as now";
const MOVED_TIME = `
  select date_trunc('milliseconds', clock_timestamp()) + coalesce((select offset_ms from clock_offset where id = 1), 0) * interval '1 millisecond' as now`;

const reading = (mode: Mode): string => (mode === "production" ? SERVER_TIME : MOVED_TIME);

/**
 * The domain clock at this moment: the database server's clock, so that processes that disagree about the time agree here;
 * in demo and test mode plus the offset that an operator has moved it forward by.
 */
export async function readDomainTime(tx: Pick<Tx, "$queryRawUnsafe">, mode: Mode): Promise<Date> {
  const [read] = await tx.$queryRawUnsafe<Reading[]>(reading(mode));
  return read!.now;
}

/** The same outside of a transaction, planned once a connection: nearly every read begins with it. */
export async function readDomainTimeOn(pool: Pick<pg.Pool, "query">, mode: Mode): Promise<Date> {
  const { rows } = await pool.query<Reading>({ name: `domain-time-${mode}`, text: reading(mode) });
  return rows[0]!.now;
}

/** A clock that goes on from a reading by this machine's monotonic counter. */
export function runningFrom(reading: Date): Clock {
  const started = performance.now();
  return { now: () => new Date(reading.getTime() + Math.floor(performance.now() - started)) };
}
