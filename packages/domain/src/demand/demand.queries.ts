import { z } from "zod";
import { organisationOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { notFound } from "../shared/errors.ts";
import { dayOfColumn, Id } from "../shared/input.ts";
import { demandShown, isWithheld } from "../shared/withheld.ts";
import { mayStep } from "../shared/machine.ts";
import { decodeCursor, pageOf, PageInput } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { DEMAND_MOVES } from "./demand.machine.ts";
import { contentOf, getDemand } from "./demand.repository.ts";
import { demandProblems } from "./demand.rules.ts";
import { DEMAND_CODES } from "./publish-demand.ts";

/** A demand as anyone may read it, also after it has ended; then nobody is to be asked any more. */
export const readPublishedDemand = defineQuery("demand.read-published", z.object({ demandId: Id }), async (ctx, { demandId }) => {
  ctx.authorise();
  const row = await getDemand(ctx.db, demandId);
  if (row.publishedAt === null || row.state === "DRAFT") notFound("demand", demandId);
  demandShown(row);
  const { contactName, contactPhone, ...content } = contentOf(row);
  const open = row.state === "PUBLISHED";
  return {
    demandId,
    state: row.state,
    ...content,
    contactName: open ? contactName : null,
    contactPhone: open ? contactPhone : null,
    owner: row.owner,
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
  };
});

/** A demand as its owner works on it. */
export const readOwnDemand = defineQuery("demand.read", z.object({ demandId: Id }), async (ctx, { demandId }) => {
  const row = await getDemand(ctx.db, demandId);
  const facts = { ownerId: row.ownerId };
  ctx.authorise(facts);
  const content = contentOf(row);
  const now = await ctx.now();
  return {
    demandId,
    now,
    state: row.state,
    version: row.version,
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
    content,
    problems: isWithheld(row) ? [] : demandProblems(content, dayOf(now), DEMAND_CODES).map(({ path, code, details }) => ({ path, code, details: details ?? {} })),
    may: {
      edit: ctx.may("demand.edit", facts) && !isWithheld(row),
      publish: ctx.may("demand.publish", facts) && mayStep(DEMAND_MOVES, row.state, "publish"),
      close: ctx.may("demand.close", facts) && mayStep(DEMAND_MOVES, row.state, "close"),
    },
  };
});

const ListOwnInput = PageInput.extend({ state: z.enum(["DRAFT", "PUBLISHED", "CLOSED"]).optional(), q: z.string().trim().max(60).optional() });

/** The demands of the reader's own organisation, last changed first, with how many there are in each state. */
export const listOwnDemands = defineQuery("demand.list-own", ListOwnInput, async (ctx, { limit, cursor, state, q }) => {
  const ownerId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId });
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  const named = { ownerId, ...(q ? { title: { contains: q, mode: "insensitive" as const } } : {}) };
  const [rows, states] = await Promise.all([
    ctx.db.demand.findMany({
      where: {
        ...named,
        ...(state ? { state } : {}),
        ...(at === undefined ? {} : { OR: [{ updatedAt: { lt: new Date(at) } }, { updatedAt: new Date(at), id: { lt: String(id) } }] }),
      },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      select: { id: true, state: true, title: true, field: true, budgetFen: true, deadlineOn: true, updatedAt: true, publishedAt: true },
    }),
    ctx.db.demand.groupBy({ by: ["state"], where: named, _count: true }),
  ]);
  const page = pageOf(rows, limit, (row) => [row.updatedAt.toISOString(), row.id]);
  return {
    ...page,
    items: page.items.map(({ id: demandId, deadlineOn, ...row }) => ({ demandId, ...row, deadlineOn: deadlineOn && dayOfColumn(deadlineOn) })),
    counts: Object.fromEntries(states.map(({ state: one, _count }) => [one, _count])),
  };
});
