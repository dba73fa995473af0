import type { Database } from "../shared/database.ts";
import { defineQuery } from "../shared/use-case.ts";
import type { PriorityState } from "./priority-right.machine.ts";
import { rightsArise, stateAt } from "./priority-right.rules.ts";
import { ListPriorityRightsInput } from "./priority-right.schema.ts";
import { subjectOf } from "./priority-subject.ts";

/** Rights in a listing or notice, each as it stands now. */
export const listPriorityRights = defineQuery("priority-right.list", ListPriorityRightsInput, async (ctx, { subjectType, subjectId }) => {
  const subject = await subjectOf(ctx.db, subjectType, subjectId);
  ctx.authorise({ ownerId: subject.ownerId });
  const [rows, now] = await Promise.all([ctx.db.priorityRight.findMany({ where: { subjectType, subjectId }, orderBy: [{ createdAt: "asc" }, { holder: "asc" }], take: 100 }), ctx.now()]);
  const items = rows.map(({ id, kind, holder, holderId, holderPersonId, notifiedAt, notifiedBy, dueAt, answeredAt, answeredById, proof, state }) => ({
    id, kind, holder, notifiedAt, notifiedBy, dueAt, answeredAt, proof, state: stateAt({ state, dueAt }, now), answeredByHolder: answeredById !== null, hasAccount: holderId !== null || holderPersonId !== null,
  }));
  const mayLink = ctx.may("priority-right.link", { ownerId: subject.ownerId });
  const colleagues = mayLink ? await namesakes(ctx.db, subject.ownerId, items.filter(isUnlinked).map(({ holder }) => holder)) : [];
  return {
    arise: rightsArise(subject.tradeMode),
    items: items.map((item) => ({ ...item, colleagues: isUnlinked(item) ? colleagues.filter(({ name }) => name === item.holder) : [] })),
    may: { name: ctx.may("priority-right.name", { ownerId: subject.ownerId }) },
  };
});

function isUnlinked({ state, hasAccount }: { readonly state: PriorityState; readonly hasAccount: boolean }): boolean {
  return !hasAccount && (state === "NAMED" || state === "NOTIFIED");
}

/** People of the seller who bear the name of a holder without an account: perhaps the same. */
async function namesakes(db: Database, organisationId: string, names: readonly string[]) {
  if (names.length === 0) return [];
  const rows = await db.membership.findMany({ where: { organisationId, state: "ACTIVE", person: { state: "ACTIVE", name: { in: [...names] } } }, orderBy: { createdAt: "asc" }, take: 50, select: { personId: true, createdAt: true, person: { select: { name: true } } } });
  return rows.map(({ personId, createdAt, person }) => ({ personId, name: person.name, joinedAt: createdAt }));
}
