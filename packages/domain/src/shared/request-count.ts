import type { Deps } from "./database.ts";

const KEPT_MINUTES = 5;

/**
 * Adds requests to the windows of their callers and tells how many all processes together have counted. One statement for any number of callers; the
 * callers come in order, so that two processes that count the same ones never wait for each other crosswise.
 */
export async function countRequests({ pool }: Pick<Deps, "pool">, beganAt: Date, requests: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
  const callers = [...requests.keys()].sort();
  const { rows } = await pool.query<{ caller: string; requests: number }>({
    name: "count-requests",
    text: `insert into request_window (caller, began_at, requests)
      select caller, $1, added from unnest($2::text[], $3::int[]) as counted (caller, added)
      on conflict (caller, began_at) do update set requests = request_window.requests + excluded.requests
      returning caller, requests`,
    values: [beganAt, callers, callers.map((caller) => requests.get(caller))],
  });
  return new Map(rows.map((row) => [row.caller, row.requests]));
}

export async function forgetOldWindows({ pool }: Pick<Deps, "pool">, now: Date): Promise<void> {
  await pool.query("delete from request_window where began_at < $1", [new Date(now.getTime() - KEPT_MINUTES * 60_000)]);
}
