import { randomUUID } from "node:crypto";
import { SYSTEM } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";
import { readDomainTime } from "@ttx/domain/shared/domain-clock";
import { parseInput, runInTransaction } from "@ttx/domain/shared/execute";
import type { DueHandler } from "../due-handler.ts";

const FIRST_RETRY_SECONDS = 2;
const LONGEST_RETRY_SECONDS = 300;

type DueRow = { id: string; kind: string; subject_id: string; due_at: Date; attempts: number };

/**
 * Runs the most overdue act that is due and undone, whatever the queue did. Several workers share the work by SKIP LOCKED; the act and
 * the mark that it is done are one transaction. The use case gets the instant that was due, so that it takes effect from that second.
 */
export async function sweepOnce(deps: Deps, handlers: ReadonlyMap<string, DueHandler>): Promise<"more" | "idle"> {
  const now = await readDomainTime(deps.db, deps.config.mode);
  let row: DueRow | undefined;
  try {
    await deps.db.$transaction(
      async (tx) => {
        [row] = await tx.$queryRaw<DueRow[]>`
          select id::text, kind, subject_id, due_at, attempts from due_act
          where done_at is null and due_at <= ${now} and (next_try_at is null or next_try_at <= ${now})
          order by due_at, id limit 1 for update skip locked`;
        if (!row) return;
        const handler = handlers.get(row.kind);
        if (!handler) throw new Error(`nobody knows how to do ${row.kind}`);
        await tx.dueAct.update({ where: { id: row.id }, data: { doneAt: now, attempts: { increment: 1 } } });
        const { useCase, input } = handler.act(row.subject_id, row.due_at);
        await runInTransaction(deps, tx, useCase, SYSTEM, parseInput(useCase.input, input), { requestId: `due/${row.kind}/${randomUUID()}` });
      },
      { maxWait: 10_000, timeout: 60_000 },
    );
  } catch (error) {
    if (row) await remember(deps, row, now, error);
    else throw error;
  }
  return row ? "more" : "idle";
}

/** A failed act stays due, with its error to be seen on the operations page, and is tried again after a growing pause. */
async function remember(deps: Deps, row: DueRow, now: Date, error: unknown): Promise<void> {
  const pause = Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** Math.min(row.attempts, 10));
  await deps.db.dueAct.updateMany({
    where: { id: row.id, doneAt: null },
    data: { attempts: { increment: 1 }, nextTryAt: new Date(now.getTime() + pause * 1000), lastError: String(error).slice(0, 2_000) },
  });
}
