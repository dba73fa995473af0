import type pg from "pg";
import type { BenchRun } from "../bench.ts";
import { pgbench } from "./pgbench.ts";

const CLIENTS = [1, 2, 4, 8, 16, 32];

/** R: a raw update of one row, at the number of clients at which this server does most of them. */
export async function rawUpdate(run: BenchRun, pool: pg.Pool, url: string): Promise<() => Promise<number>> {
  await pool.query("create table if not exists bench_row (id int primary key, value bigint not null) with (fillfactor = 50)");
  await pool.query("insert into bench_row values (1, 0) on conflict do nothing");
  const at = (clients: number, seconds: number) => pgbench({ url, script: "update bench_row set value = value + 1 where id = 1;", folder: run.folder, clients, seconds });
  const rates: number[] = [];
  for (const clients of CLIENTS) rates.push(await at(clients, 2));
  const best = CLIENTS[rates.indexOf(Math.max(...rates))]!;
  run.say(`raw update of one row: ${CLIENTS.map((clients, i) => `${clients} clients ${Math.round(rates[i]!)}/s`).join(", ")}`);
  return () => at(best, 3);
}
