import type { Deps } from "@ttx/domain/shared/database";

const started = new Date();

/** A sign of life for the operations page. */
export async function beat(deps: Deps, id: string): Promise<"idle"> {
  const at = new Date();
  const details = { pid: process.pid, node: process.version, memoryBytes: process.memoryUsage.rss() };
  await deps.db.workerBeat.upsert({ where: { id }, create: { id, startedAt: started, beatAt: at, details }, update: { beatAt: at, details } });
  return "idle";
}
