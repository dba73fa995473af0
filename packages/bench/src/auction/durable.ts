import type pg from "pg";

/** What a figure would be worthless without. */
const MUST = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" } as const;

/** Refuses to measure on a server that may lose what it has acknowledged. */
export async function assertDurable(pool: pg.Pool): Promise<void> {
  for (const [name, wanted] of Object.entries(MUST)) {
    const { rows } = await pool.query<{ value: string }>("select current_setting($1) as value", [name]);
    if (rows[0]?.value !== wanted) throw new Error(`${name} is "${rows[0]?.value}": bids may only be measured with ${name} = ${wanted}.`);
  }
}
