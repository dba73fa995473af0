import type { Tx } from "./database.ts";

/** Makes an act due at an instant; the same kind and subject again moves the instant and makes it undone. */
export async function makeDue(tx: Tx, kind: string, subjectId: string, dueAt: Date): Promise<void> {
  const undone = { dueAt, doneAt: null, attempts: 0, nextTryAt: null, lastError: null };
  await tx.dueAct.upsert({
    where: { kind_subjectId: { kind, subjectId } },
    create: { kind, subjectId, ...undone },
    update: undone,
  });
}

/** Nothing is due any more, because the procedure took another way. */
export async function dropDue(tx: Tx, kind: string, subjectId: string, at: Date): Promise<void> {
  await tx.dueAct.updateMany({ where: { kind, subjectId, doneAt: null }, data: { doneAt: at } });
}
