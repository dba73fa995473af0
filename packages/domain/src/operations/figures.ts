import type { Database } from "../shared/database.ts";
import type { Figures } from "./alarms.rules.ts";

/** Counting stops here: behind a backlog of that size the exact number tells nobody anything. */
const COUNTED_AT_MOST = 10_000;

/** All figures in one statement. Due acts run on the domain's clock, everything else on the database's own. */
export async function readFigures(db: Database, domainNow: Date, beatSeconds: number): Promise<Figures> {
  const [figures] = await db.$queryRaw<Figures[]>`
    with
      overdue as (select due_at, last_error from due_act where done_at is null and due_at <= ${domainNow} order by due_at limit ${COUNTED_AT_MOST}),
      undelivered as (select created_at from outbox_event where delivered_at is null order by id limit ${COUNTED_AT_MOST}),
      unhandled as (select delivered_at, created_at from outbox_event where delivered_at is not null and handled_at is null order by delivered_at limit ${COUNTED_AT_MOST}),
      unsealed as (
        select recorded_at from audit_entry where xid >= coalesce((select to_xid from audit_seal order by no desc limit 1), '0'::xid8)
        order by xid, id limit ${COUNTED_AT_MOST}),
      queued as (select created_at from mail_message where state = 'QUEUED' limit ${COUNTED_AT_MOST})
    select
      (select count(*)::int from overdue) as "overdueActs",
      (select count(*)::int from due_act where done_at is null and last_error is not null) as "failingActs",
      (select extract(epoch from ${domainNow} - min(due_at))::int from overdue) as "mostOverdueSeconds",
      (select count(*)::int from undelivered) as "undeliveredEvents",
      (select extract(epoch from clock_timestamp() - min(created_at))::int from undelivered) as "oldestUndeliveredSeconds",
      (select count(*)::int from unhandled) as "unhandledEvents",
      (select extract(epoch from clock_timestamp() - min(created_at))::int from unhandled) as "oldestUnhandledSeconds",
      (select count(*)::int from unsealed) as "unsealedEntries",
      (select extract(epoch from clock_timestamp() - min(recorded_at))::int from unsealed) as "oldestUnsealedSeconds",
      (select count(*)::int from queued) as "queuedMails",
      (select extract(epoch from ${domainNow} - min(created_at))::int from queued) as "oldestQueuedMailSeconds",
      (select count(*)::int from mail_message where state = 'FAILED') as "failedMails",
      (select count(*)::int from worker_beat where beat_at > clock_timestamp() - ${beatSeconds} * interval '1 second') as "workers",
      (select extract(epoch from clock_timestamp() - max(beat_at))::int from worker_beat) as "lastBeatSeconds"`;
  return figures!;
}
