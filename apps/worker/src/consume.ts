import { SYSTEM } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";
import { runInTransaction, parseInput } from "@ttx/domain/shared/execute";
import type { Delivered, Handler } from "./handler.ts";

const AT_A_TIME = 100;

type Row = Awaited<ReturnType<typeof unhandledUpTo>>[number];

/**
 * Does the work of one event, after that of every earlier event of the same subject: whatever order jobs run in, side by side or again
 * after a failure, each subject's events take effect one after the other.
 */
export async function consume(deps: Deps, wired: ReadonlyMap<string, readonly Handler[]>, eventId: string): Promise<void> {
  const event = await deps.db.outboxEvent.findUnique({ where: { id: BigInt(eventId) }, select: { id: true, subjectType: true, subjectId: true, handledAt: true } });
  if (!event || event.handledAt) return;
  for (let done = false; !done; ) {
    const rows = await unhandledUpTo(deps, event);
    for (const row of rows) await handle(deps, wired, row);
    done = rows.length < AT_A_TIME;
  }
}

async function unhandledUpTo(deps: Deps, { id, subjectType, subjectId }: { id: bigint; subjectType: string; subjectId: string }) {
  return deps.db.outboxEvent.findMany({ where: { subjectType, subjectId, id: { lte: id }, handledAt: null }, orderBy: { id: "asc" }, take: AT_A_TIME });
}

/** Runs the handlers of one event, each in a transaction of its own that also stores that it was done. One that fails holds up no other. */
async function handle(deps: Deps, wired: ReadonlyMap<string, readonly Handler[]>, row: Row): Promise<void> {
  const handlers = wired.get(row.type);
  if (!handlers) throw new Error(`event ${row.id} is of a type that nobody knows: ${row.type}`);
  const failures: unknown[] = [];
  for (const handler of handlers) {
    const event = { ...row, id: String(row.id), payload: handler.event.payload.parse(row.payload) } as unknown as Delivered<never>;
    await once(deps, handler, event).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${row.type} ${row.id}: ${failures.map(String).join("; ")}`);
  await deps.db.$executeRaw`update outbox_event set handled_at = clock_timestamp() where id = ${row.id} and handled_at is null`;
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
