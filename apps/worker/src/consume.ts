import { SYSTEM } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";
import { runInTransaction, parseInput } from "@ttx/domain/shared/execute";
import type { Delivered, Handler } from "./handler.ts";

/** Runs the handlers of one event, each in a transaction of its own that also stores that it was done. One that fails holds up no other. */
export async function consume(deps: Deps, wired: ReadonlyMap<string, readonly Handler[]>, eventId: string): Promise<void> {
  const row = await deps.db.outboxEvent.findUnique({ where: { id: BigInt(eventId) } });
  if (!row) return;
  const failures: unknown[] = [];
  for (const handler of wired.get(row.type) ?? []) {
    const delivered = { ...row, id: eventId, payload: handler.event.payload.parse(row.payload) } as unknown as Delivered<never>;
    await once(deps, handler, delivered).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join("; "));
}

async function once(deps: Deps, handler: Handler, event: Delivered<never>): Promise<void> {
  await deps.db.$transaction(
    async (tx) => {
      const claimed = await tx.$executeRaw`
        insert into handled_event (handler, event_id) values (${handler.name}, ${BigInt(event.id)}) on conflict do nothing`;
      if (claimed === 0) return;
      for (const { useCase, input } of handler.react(event)) {
        await runInTransaction(deps, tx, useCase, SYSTEM, parseInput(useCase.input, input), { requestId: `${event.requestId}/${handler.name}` });
      }
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}
