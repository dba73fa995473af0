import { heldBy } from "../priority-right/index.ts";
import type { Desk, Todo, TodoReader } from "./todo.ts";

type Holder = { readonly personId: string } | { readonly organisationId: string };

async function rightsToAnswer({ db, now, most }: Desk, holder: Holder): Promise<Todo[]> {
  const mine = "personId" in holder ? heldBy(holder.personId, undefined) : heldBy(null, holder.organisationId);
  const rows = await db.priorityRight.findMany({ where: { ...mine, state: "NOTIFIED", dueAt: { gt: now } }, orderBy: { dueAt: "asc" }, take: most, select: { id: true, subjectId: true, dueAt: true, result: { select: { title: true } } } });
  const recognised = "organisationId" in holder && rows.length > 0 ? await ranksInBidding(db, rows.map(({ subjectId }) => subjectId), holder.organisationId) : new Set<string>();
  return rows.filter(({ subjectId }) => !recognised.has(subjectId)).map(({ id, dueAt, result }): Todo => ({ kind: "PRIORITY_ANSWER", id, title: result.title, dueAt, link: "/desk/priority-rights" }));
}

/** Listings in which the organisation takes part with a recognised rank: there it is asked by the bidding. Trading §5.6. */
async function ranksInBidding(db: Desk["db"], listingIds: readonly string[], buyerId: string): Promise<ReadonlySet<string>> {
  const intents = await db.intent.findMany({ where: { listingId: { in: [...listingIds] }, buyerId, priorityRank: { not: null } }, select: { listingId: true } });
  return new Set(intents.map(({ listingId }) => listingId));
}

export const PRIORITY_TODOS: readonly TodoReader[] = [
  { roles: "any", read: (desk) => rightsToAnswer(desk, { personId: desk.actor.personId }) },
  { roles: ["BUYER"], read: (desk) => rightsToAnswer(desk, { organisationId: desk.organisationId }) },
];
