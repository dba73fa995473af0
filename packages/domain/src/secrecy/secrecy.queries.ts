import type { Prisma } from "../generated/client.ts";
import { organisationOf } from "../shared/actor.ts";
import { notFound } from "../shared/errors.ts";
import { afterTimeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { factsOf } from "./case.repository.ts";
import type { SecrecyGround, SecrecyPart, SeenAs } from "./secrecy.schema.ts";
import { ListSecrecyInput, SecrecyCaseInput } from "./secrecy.schema.ts";

const WITH_OWNER = { owner: { select: { name: true, nameEn: true } } } as const satisfies Prisma.SecrecyCaseInclude;
type Row = Prisma.SecrecyCaseGetPayload<{ include: typeof WITH_OWNER }>;

/** Reports that concern the reader: of his province, of his venue's market, or of his own organisation. None says what was reported. */
export const listSecrecyCases = defineQuery("secrecy.list", ListSecrecyInput, async (ctx, { view, limit, cursor }) => {
  const own = organisationOf(ctx.actor);
  ctx.authorise({ ownerId: own?.id, venueId: own?.id, ...(own?.jurisdiction ? { divisionCode: own.jurisdiction } : {}) });
  const rows = await ctx.db.secrecyCase.findMany({
    where: { AND: [view === "open" ? { state: "OPEN" } : { state: { not: "OPEN" } }, concerning(ctx), afterTimeCursor(cursor, "desc", "reportedAt")] },
    include: WITH_OWNER,
    orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.reportedAt.toISOString(), row.id]);
  return { view, ...page, items: page.items.map(shown) };
});

function concerning({ actor }: ReadContext): Prisma.SecrecyCaseWhereInput {
  const own = organisationOf(actor);
  if (own === undefined || own === null) return { id: { in: [] } };
  if (own.jurisdiction !== null) return { divisionCode: { startsWith: own.jurisdiction } };
  return { OR: [{ ownerId: own.id }, { venueId: own.id }] };
}

/** One report, with what the reader may do. The reporter's name is for those who decide. */
export const readSecrecyCase = defineQuery("secrecy.read", SecrecyCaseInput, async (ctx, { caseId }) => {
  const row = (await ctx.db.secrecyCase.findUnique({ where: { id: caseId }, include: WITH_OWNER })) ?? notFound("secrecy-case", caseId);
  const facts = factsOf(row);
  ctx.authorise(facts);
  const mayOpen = ctx.may("secrecy.open-seal", facts);
  const isOpen = row.state === "OPEN";
  const people = await ctx.db.person.findMany({ where: { id: { in: [row.reporterId, ...(row.decidedById ? [row.decidedById] : [])] } }, select: { id: true, name: true } });
  const nameOf = (id: string | null): string | null => people.find((person) => person.id === id)?.name ?? null;
  const runs = row.subjectType === "result" ? await standingStill(ctx, row.subjectId) : { listings: 0, lots: 0, notices: 0, deals: 0 };
  return {
    ...shown(row),
    part: row.part as SecrecyPart,
    reporter: mayOpen ? nameOf(row.reporterId) : null,
    decidedBy: nameOf(row.decidedById),
    decidedAt: row.decidedAt,
    finding: row.finding,
    /** What stands still, or stood. */
    runs,
    may: { openSeal: isOpen && mayOpen, decide: isOpen && ctx.may("secrecy.decide", facts) },
  };
});

async function standingStill({ db }: ReadContext, resultId: string) {
  const [listings, lots, notices, deals] = await Promise.all([
    db.listing.count({ where: { resultId, state: { in: ["LISTED", "SUSPENDED"] } } }),
    db.auction.count({ where: { listing: { resultId }, state: { in: ["SCHEDULED", "FROZEN", "OPEN_FREE", "PAUSE", "OPEN_LIMITED"] } } }),
    db.publicNotice.count({ where: { resultId, state: { in: ["RUNNING", "OBJECTED", "CLEARED"] } } }),
    db.deal.count({ where: { resultId, state: { in: ["AWARDED", "CONTRACTING", "SIGNED", "SETTLING"] } } }),
  ]);
  return { listings, lots, notices, deals };
}

function shown({ id, no, state, seenAs, ground, reportedAt, divisionCode, owner }: Row) {
  return { caseId: id, no, state, seenAs: seenAs as SeenAs, ground: ground as SecrecyGround, reportedAt, divisionCode, owner: owner.name, ownerEn: owner.nameEn };
}
