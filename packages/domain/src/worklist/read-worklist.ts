import { z } from "zod";
import { SECOND_FACTOR_ROLES } from "../shared/roles.ts";
import { defineQuery } from "../shared/use-case.ts";
import { AUCTION_TODOS } from "./auction-todos.ts";
import { OFFICE_TODOS } from "./office-todos.ts";
import { PRIORITY_TODOS } from "./priority-todos.ts";
import type { Todo } from "./todo.ts";
import { TALK_TODOS } from "./talk-todos.ts";
import { TRADING_TODOS } from "./trading-todos.ts";

const MOST_OF_A_KIND = 8;
const READERS = [...TRADING_TODOS, ...AUCTION_TODOS, ...TALK_TODOS, ...PRIORITY_TODOS, ...OFFICE_TODOS];

/** What waits for the signed-in person (待办), the nearest deadline first, what has none after. */
export const readWorklist = defineQuery("worklist.read", z.object({}), async (ctx) => {
  const { actor } = ctx;
  ctx.authorise({ personId: actor.kind === "person" ? actor.personId : null });
  if (actor.kind !== "person" || actor.organisation === null) return { items: [], now: await ctx.now() };
  const roles = new Set(actor.roles.filter((role) => actor.secondFactor || !SECOND_FACTOR_ROLES.has(role)));
  const now = await ctx.now();
  const desk = { db: ctx.db, actor, now, organisationId: actor.organisation.id, jurisdiction: actor.organisation.jurisdiction, most: MOST_OF_A_KIND };
  const items = (await Promise.all(READERS.filter((reader) => reader.roles === "any" || reader.roles.some((role) => roles.has(role))).map(({ read }) => read(desk)))).flat();
  return { items: items.toSorted(byDeadline), now };
});

function byDeadline(a: Todo, b: Todo): number {
  if (a.dueAt === null || b.dueAt === null) return Number(a.dueAt === null) - Number(b.dueAt === null);
  return a.dueAt.getTime() - b.dueAt.getTime();
}
