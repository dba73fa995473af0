import type { Tx } from "../shared/database.ts";

/**
 * The world's time, from the database. Sessions, codes and links of accounts end by it: they are a matter of security, not of law,
 * and an operator who moves the domain clock of a demonstration must not be signed out by it.
 */
export async function realTime(tx: Pick<Tx, "$queryRaw">): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select date_trunc('milliseconds', clock_timestamp()) as now`;
  return row!.now;
}
