import type { Deps } from "./database.ts";

/** The snapshot of somebody who has not asked yet. */
export const NOTHING_SEEN = "1:1:";

/**
 * SQL for what has changed of all that a process may remember (`remembered_change`, written by triggers): changes that are to be seen now and were not in the snapshot
 * `seen`, a parameter or column of type pg_snapshot. None of them is of a transaction older than the oldest that had not ended then. Columns: about.
 */
export function changesSince(seen: string): string {
  return `select c.about from remembered_change c where c.xid >= pg_snapshot_xmin(${seen}) and not pg_visible_in_snapshot(c.xid, ${seen})`;
}

/** So long something may be remembered without a question. Changes are kept much longer than this (see `forgetRememberedChanges`), so that none is missed. */
export const REMEMBERED_MS = 60_000;

/** Deletes changes that every process has seen or cannot have missed: of transactions that had ended ten minutes ago, as the seals of the audit record it. */
export async function forgetRememberedChanges({ pool }: Pick<Deps, "pool">): Promise<void> {
  await pool.query("delete from remembered_change where xid < (select to_xid from audit_seal where sealed_at < clock_timestamp() - interval '10 minutes' order by sealed_at desc limit 1)");
}
