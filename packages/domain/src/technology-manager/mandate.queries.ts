import { organisationOf } from "../shared/actor.ts";
import { dayOfColumn } from "../shared/input.ts";
import { mayStep } from "../shared/machine.ts";
import { afterTimeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { MANDATE_MOVES } from "./mandate.machine.ts";
import { factsOf, getMandate, WHOLE_MANDATE, type MandateRow } from "./mandate.repository.ts";
import { FindAgenciesInput, ListMandatesInput, MandateIdInput } from "./mandate.schema.ts";

/** Mandates that one's organisation gave or holds, newest first. */
export const listMandates = defineQuery("mandate.list-own", ListMandatesInput, async (ctx, { tab, limit, cursor }) => {
  const own = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: own });
  const rows = await ctx.db.mandate.findMany({
    where: {
      state: { in: tab === "open" ? ["REQUESTED", "ACTIVE"] : ["DECLINED", "WITHDRAWN", "ENDED", "EXPIRED"] },
      OR: [{ clientId: own! }, { agencyId: own! }],
      AND: afterTimeCursor(cursor, "desc", "requestedAt"),
    },
    include: WHOLE_MANDATE,
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.requestedAt.toISOString(), row.id]);
  return { tab, ...page, items: page.items.map((row) => ({ ...shown(row), own: row.clientId === own ? ("client" as const) : ("agency" as const), asked: row.requesterId === own })) };
});

/** One mandate for its two sides, with what each may do. */
export const readMandate = defineQuery("mandate.read", MandateIdInput, async (ctx, { mandateId }) => {
  const mandate = await getMandate(ctx.db, mandateId);
  const facts = factsOf(mandate);
  ctx.authorise(facts);
  const own = organisationOf(ctx.actor)!.id;
  const isRequester = own === mandate.requesterId;
  const [manager, tasks, rooms] = await Promise.all([
    mandate.managerId === null ? null : ctx.db.person.findUnique({ where: { id: mandate.managerId }, select: { name: true } }),
    own === mandate.agencyId ? ctx.db.managerTask.findMany({ where: { mandateId }, orderBy: [{ doneAt: { sort: "desc", nulls: "first" } }, { dueOn: { sort: "asc", nulls: "last" } }], take: 100 }) : [],
    // That agency and client met somebody is the introduction record (民法典 965), for both to see; what was said is not.
    ctx.db.roomParty.findMany({ where: { mandateId }, select: { joinedAt: true, room: { select: { id: true, no: true, openedAt: true, seller: { select: { name: true } }, buyer: { select: { name: true } }, result: { select: { title: true } } } } }, orderBy: { joinedAt: "desc" }, take: 100 }),
  ]);
  const answers = ctx.may("mandate.answer", facts) && mandate.state === "REQUESTED" && !isRequester;
  return {
    ...shown(mandate),
    own: own === mandate.clientId ? ("client" as const) : ("agency" as const),
    asked: isRequester,
    conflicts: mandate.conflicts,
    remark: mandate.remark,
    manager: manager?.name ?? null,
    tasks: tasks.map(({ id, title, dueOn, doneAt }) => ({ id, title, dueOn: dueOn === null ? null : dayOfColumn(dueOn), doneAt })),
    introductions: rooms.map(({ joinedAt, room }) => ({ roomId: room.id, no: room.no, at: joinedAt, seller: room.seller.name, buyer: room.buyer.name, title: room.result.title })),
    may: {
      answer: answers,
      withdraw: ctx.may("mandate.end", facts) && mandate.state === "REQUESTED" && isRequester,
      end: ctx.may("mandate.end", facts) && mayStep(MANDATE_MOVES, mandate.state, "end"),
      addTask: ctx.may("manager.add-task", facts) && mandate.state === "ACTIVE",
    },
  };
});

/** Verified organisations that have technology managers, by a part of their name. */
export const findAgencies = defineQuery("mandate.find-agencies", FindAgenciesInput, async (ctx, { text }) => {
  ctx.authorise();
  const items = await ctx.db.organisation.findMany({
    where: { state: "VERIFIED", name: { contains: text }, id: { not: organisationOf(ctx.actor)?.id ?? "" }, memberships: { some: { state: "ACTIVE", roles: { has: "TECHNOLOGY_MANAGER" } } } },
    select: { id: true, name: true, nameEn: true, kind: true, divisionCode: true },
    orderBy: { name: "asc" },
    take: 30,
  });
  return { items };
});

function shown(row: MandateRow) {
  const { id, no, state, side, services, exclusive, rateBp, capFen, tailMonths, requestedAt, answeredAt, endedAt, stateReason, version } = row;
  return {
    id, no, state, side, services, exclusive, rateBp, capFen, tailMonths, requestedAt, answeredAt, endedAt, stateReason, version,
    validFrom: dayOfColumn(row.validFrom),
    validTo: dayOfColumn(row.validTo),
    client: row.client,
    agency: row.agency,
    subject: row.result?.title ?? row.demand?.title ?? null,
    resultId: row.resultId,
    demandId: row.demandId,
  };
}
