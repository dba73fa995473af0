import type { Deps } from "@ttx/domain/shared/database";
import { consume } from "./consume.ts";
import { wireDueHandlers } from "./due-handlers.ts";
import { wireHandlers } from "./handlers.ts";
import { sweepOnce } from "./loops/sweep.ts";

const ROUNDS = 200;

/**
 * Does what the worker would do by now, in this process and without the queue: hands over every event in commit order and runs whatever is
 * due, until nothing is left. For tests, and for the demo country, whose people act before any worker runs.
 */
export async function settle(deps: Deps): Promise<void> {
  const wired = wireHandlers();
  const due = wireDueHandlers();
  for (let round = 0; round < ROUNDS; round += 1) {
    const events = await deps.db.$queryRaw<{ id: bigint }[]>`select id from outbox_event where delivered_at is null order by xid, id limit 100`;
    for (const { id } of events) {
      await consume(deps, wired, String(id));
      await deps.db.$executeRaw`update outbox_event set delivered_at = clock_timestamp() where id = ${id}`;
    }
    const swept = await sweepOnce(deps, due);
    if (events.length === 0 && swept === "idle") return;
  }
  throw new Error("the worker never comes to rest");
}
