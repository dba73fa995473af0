import type { Deps } from "@ttx/domain/shared/database";
import type { EventQueue } from "@ttx/queue";

const BATCH = 500;
const RELAY_LOCK = 7301;
/** A queue that has forgotten a job (its store was lost, or emptied) gets the event again after this time. */
const LOST_AFTER_SECONDS = 600;

type Handing = { id: bigint; type: string };

/**
 * Hands events to the queue in the order they were committed. Each row is marked by itself, so a transaction that commits late is
 * neither skipped nor waited for: its events go with the batch that first sees them. Within a batch the ids give the order, for an event
 * that follows from another got its id after the other was committed. One relay at a time holds the lock; one that dies between
 * handing over and marking hands over again, and the queue knows the job by the event's id.
 */
export async function relayOnce(deps: Deps, queue: Pick<EventQueue, "add">): Promise<"more" | "idle"> {
  return deps.db.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ held: boolean }[]>`select pg_try_advisory_xact_lock(${RELAY_LOCK}) as held`;
      if (!lock!.held) return "idle";
      const events = await tx.$queryRaw<Handing[]>`select id, type from outbox_event where delivered_at is null order by id limit ${BATCH}`;
      if (events.length === 0) return "idle";
      await queue.add(events);
      await tx.$executeRaw`update outbox_event set delivered_at = clock_timestamp() where id = any(${events.map(({ id }) => id)})`;
      return events.length === BATCH ? "more" : "idle";
    },
    { maxWait: 10_000, timeout: 30_000 },
  );
}

/** Hands over again what was handed over long ago and has not been dealt with. A job that waits or has failed is still known to the queue and stays one. */
export async function redeliverOnce(deps: Deps, queue: Pick<EventQueue, "add">, lostAfterSeconds = LOST_AFTER_SECONDS): Promise<"more" | "idle"> {
  const events = await deps.db.$queryRaw<Handing[]>`
    select id, type from outbox_event
    where handled_at is null and delivered_at < clock_timestamp() - ${lostAfterSeconds} * interval '1 second'
    order by delivered_at, id limit ${BATCH}`;
  if (events.length === 0) return "idle";
  await queue.add(events);
  await deps.db.$executeRaw`update outbox_event set delivered_at = clock_timestamp() where handled_at is null and id = any(${events.map(({ id }) => id)})`;
  return events.length === BATCH ? "more" : "idle";
}
