import type { Deps } from "../shared/database.ts";
import { forgetRememberedChanges } from "../shared/remembered-change.ts";

const BATCH = 5_000;
const KEPT_DAYS = 30;

/** Removes answers kept for repeated requests after thirty days, signs of life of workers that are long gone, and changes of remembered things that every process has seen; a batch at a time. */
export async function cleanUp(deps: Deps): Promise<"more" | "idle"> {
  const removed = await deps.db.$executeRaw`
    delete from idempotency_record where ctid in (
      select ctid from idempotency_record where created_at < clock_timestamp() - ${KEPT_DAYS} * interval '1 day' limit ${BATCH})`;
  await deps.db.$executeRaw`delete from worker_beat where beat_at < clock_timestamp() - interval '1 day'`;
  await forgetRememberedChanges(deps);
  return removed === BATCH ? "more" : "idle";
}
