import type { Deps } from "@ttx/domain/shared/database";
import type { EventQueue } from "@ttx/queue";

const BATCH = 500;
const RELAY_LOCK = 7301;

/**
 * Hands events to the queue in commit order. Rows of transactions below pg_snapshot_xmin are final: nothing older can still appear, so
 * nothing that commits late is skipped. One relay at a time holds the lock; one that dies between handing over and marking hands over
 * again, and the queue knows the job by the event's id.
 */
export async function relayOnce(deps: Deps, queue: Pick<EventQueue, "add">): Promise<"more" | "idle"> {
  return deps.db.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ held: boolean }[]>`select pg_try_advisory_xact_lock(${RELAY_LOCK}) as held`;
      if (!lock!.held) return "idle";
      const events = await tx.$queryRaw<{ id: bigint; type: string }[]>`
        select id, type from outbox_event
        where delivered_at is null and xid < pg_snapshot_xmin(pg_current_snapshot())
        order by xid, id limit ${BATCH}`;
      if (events.length === 0) return "idle";
      await queue.add(events);
      await tx.$executeRaw`update outbox_event set delivered_at = clock_timestamp() where id = any(${events.map(({ id }) => id)})`;
      return events.length === BATCH ? "more" : "idle";
    },
    { maxWait: 10_000, timeout: 30_000 },
  );
}
