import type { Prisma } from "../generated/client.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { mayStep } from "../shared/machine.ts";
import { afterTimeCursor, pageOf, PageInput } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { NOT_WITHHELD } from "../shared/withheld.ts";
import { PRIORITY_MOVES } from "./priority-right.machine.ts";
import type { SubjectType } from "./priority-right.repository.ts";
import { stateAt } from "./priority-right.rules.ts";
import { subjectOf } from "./priority-subject.ts";

/** Rights held by this person or this organisation. */
export function heldBy(personId: string | null, organisationId: string | undefined): Prisma.PriorityRightWhereInput {
  return { OR: [...(personId === null ? [] : [{ holderPersonId: personId }]), ...(organisationId === undefined ? [] : [{ holderId: organisationId }])], result: NOT_WITHHELD };
}

/** The priority rights that one holds oneself or for one's organisation: what is asked, by when, and on what conditions; the newest first. */
export const listOwnPriorityRights = defineQuery("priority-right.list-own", PageInput, async (ctx, { limit, cursor }) => {
  const [personId, organisationId] = [personIdOf(ctx.actor), organisationOf(ctx.actor)?.id];
  ctx.authorise({ personId, ownerId: organisationId });
  const [rows, now] = await Promise.all([
    ctx.db.priorityRight.findMany({
      where: { AND: [heldBy(personId, organisationId), afterTimeCursor(cursor, "desc")] },
      include: { result: { select: { title: true } } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit + 1,
    }),
    ctx.now(),
  ]);
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  const items = await Promise.all(
    page.items.map(async ({ id, kind, holder, holderId, holderPersonId, subjectId, notifiedAt, notifiedBy, dueAt, answeredAt, answeredById, result, ...right }) => {
      const subjectType = right.subjectType as SubjectType;
      const state = stateAt({ state: right.state, dueAt }, now);
      const { no, seller, tradeMode, priceFen, isPublished } = await subjectOf(ctx.db, subjectType, subjectId);
      const mayAnswer = mayStep(PRIORITY_MOVES, state, "exercise") && ctx.may("priority-right.answer-own", { personId: holderPersonId, counterpartyId: holderId });
      return { id, title: result.title, kind, holder, state, subjectType, subjectId, no, seller, tradeMode, priceFen, isPublished, notifiedAt, notifiedBy, dueAt, answeredAt, answeredByHolder: answeredById !== null, may: { answer: mayAnswer } };
    }),
  );
  return { ...page, items };
});
