import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import { PriorityRightAnswered } from "./priority-right.events.ts";
import type { PriorityState } from "./priority-right.machine.ts";

export type RightRow = NonNullable<Awaited<ReturnType<Tx["priorityRight"]["findUnique"]>>>;
export type SubjectType = "listing" | "notice";

export async function lockRight(tx: Tx, id: string): Promise<RightRow> {
  await tx.$queryRaw`select 1 from priority_right where id = ${id}::uuid for update`;
  return (await tx.priorityRight.findUnique({ where: { id } })) ?? notFound("priority right", id);
}

export type RightChange = { readonly notifiedAt?: Date; readonly notifiedBy?: string; readonly dueAt?: Date; readonly answeredAt?: Date; readonly answeredById?: string | null; readonly holderPersonId?: string; readonly proof?: string };

export async function moveRight(ctx: Context, { id, state, version, subjectType, subjectId, resultId, ownerId, holder }: RightRow, to: PriorityState, change: RightChange): Promise<void> {
  const { count } = await ctx.tx.priorityRight.updateMany({ where: { id, state, version }, data: { ...change, state: to, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id });
  ctx.record({ type: subjectType, id: subjectId, divisionCode: null, before: { priorityRight: id, state }, after: { state: to, holder, ...change } });
  if (to === "EXERCISED" || to === "WAIVED") {
    ctx.emit(PriorityRightAnswered, { type: subjectType, id: subjectId }, { rightId: id, subjectType: subjectType as SubjectType, subjectId, resultId, ownerId, state: to });
  }
}
