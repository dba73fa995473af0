import type { Deps } from "@ttx/domain/shared/database";

/** A sign of life for the operations page, in the database's own time. */
export async function beat(deps: Deps, id: string): Promise<"idle"> {
  const details = JSON.stringify({ pid: process.pid, node: process.version, memoryBytes: process.memoryUsage.rss() });
  await deps.db.$executeRaw`
    insert into worker_beat (id, started_at, beat_at, details) values (${id}, clock_timestamp(), clock_timestamp(), ${details}::jsonb)
    on conflict (id) do update set beat_at = excluded.beat_at, details = excluded.details`;
  return "idle";
}

/** The worker goes by its own will: nobody shall wait for its next beat. */
export async function stopBeating(deps: Deps, id: string): Promise<void> {
  await deps.db.workerBeat.deleteMany({ where: { id } });
}
