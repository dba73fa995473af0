import type { Clock } from "./clock.ts";
import type { Tx } from "./database.ts";
import type { Mode } from "./config.ts";

type Reading = { now: Date };

/**
 * The domain clock at this moment: the database server's clock, so that processes that disagree about the time agree here;
 * in demo and test mode plus the offset that an operator has moved it forward by.
 */
export async function readDomainTime(tx: Pick<Tx, "$queryRaw">, mode: Mode): Promise<Date> {
  const [reading] =
    mode === "production"
      ? await tx.$queryRaw<Reading[]>`select date_trunc('milliseconds', clock_timestamp()) as now`
      : await tx.$queryRaw<Reading[]>`
          select date_trunc('milliseconds', clock_timestamp())
               + coalesce((select offset_ms from clock_offset where id = 1), 0) * interval '1 millisecond' as now`;
  return reading!.now;
}

/** A clock that goes on from a reading by this machine's monotonic counter. */
export function runningFrom(reading: Date): Clock {
  const started = performance.now();
  return { now: () => new Date(reading.getTime() + Math.floor(performance.now() - started)) };
}
