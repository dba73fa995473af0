import type { Prisma } from "../generated/client.ts";
import { organisationOf } from "../shared/actor.ts";
import type { Json } from "../shared/canonical.ts";
import { endOfDay, startOfDay } from "../shared/clock.ts";
import type { Database } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { decodeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { entriesIn, entriesOf } from "./bids-apart.ts";
import { changesBetween } from "./changes.rules.ts";
import { secretEntries } from "./secret-bidders.ts";
import { ReadAuditEntryInput, SearchAuditInput } from "./audit.schema.ts";

const MOST_NAMES = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The record of acts in the reader's jurisdiction, newest first. An auditor of the nation also sees what lies in no division. */
export const searchAudit = defineQuery("audit.search", SearchAuditInput, async (ctx, input) => {
  const jurisdiction = jurisdictionOf(ctx);
  ctx.authorise({ divisionCode: input.divisionCode ?? jurisdiction });
  const cursor = decodeCursor(input.cursor, 1);
  const prefix = input.divisionCode ?? jurisdiction;
  const rows = await ctx.db.auditEntry.findMany({
    where: {
      ...(cursor ? { id: { lt: BigInt(cursor[0]!) } } : {}),
      ...(input.act === undefined ? {} : { act: input.act.endsWith(".") ? { startsWith: input.act } : input.act }),
      ...(input.subjectType === undefined ? {} : { subjectType: input.subjectType }),
      ...(input.subjectId === undefined ? {} : { subjectId: input.subjectId }),
      ...(input.organisation === undefined ? {} : { organisationId: { in: await organisationsCalled(ctx.db, input.organisation) } }),
      AND: [prefix === "" ? {} : await entriesIn(ctx.db, prefix), input.person === undefined ? {} : await entriesOf(ctx.db, await peopleCalled(ctx.db, input.person))],
      ...(input.from || input.to ? { at: { ...(input.from ? { gte: startOfDay(input.from) } : {}), ...(input.to ? { lt: endOfDay(input.to) } : {}) } } : {}),
    },
    select: LINE,
    orderBy: { id: "desc" },
    take: input.limit + 1,
  });
  const page = pageOf(rows, input.limit, ({ id }) => [String(id)]);
  const secret = await secretEntries(ctx.db, page.items);
  // A search by name must not tell what the lines do not.
  const isByName = input.person !== undefined || input.organisation !== undefined;
  const shown = page.items.filter((row) => !isByName || !secret.has(row)).map((row) => (secret.has(row) ? { ...row, ...NOBODY } : row));
  return { ...page, items: await withNames(ctx.db, shown) };
});

/** One entry with what it changed, and the seal that holds it. */
export const readAuditEntry = defineQuery("audit.search", ReadAuditEntryInput, async (ctx, { entryId }) => {
  const entry = await ctx.db.auditEntry.findUnique({ where: { id: entryId }, select: { ...LINE, ip: true, userAgent: true, sessionId: true, before: true, after: true, hash: true } });
  if (!entry) {
    ctx.authorise({ divisionCode: jurisdictionOf(ctx) });
    return notFound("audit-entry", String(entryId));
  }
  ctx.authorise({ divisionCode: entry.divisionCode ?? "" });
  const isSecret = (await secretEntries(ctx.db, [entry])).has(entry);
  const shown = isSecret ? { ...entry, ...NOBODY, ip: null, userAgent: null, sessionId: null, before: null, after: null } : entry;
  const [named] = await withNames(ctx.db, [shown]);
  const [seal] = await ctx.db.$queryRaw<{ no: number; sealedAt: Date }[]>`
    select s.no, s.sealed_at as "sealedAt" from audit_entry e join audit_seal s on s.from_xid <= e.xid and s.to_xid > e.xid where e.id = ${entryId} order by s.to_xid limit 1`;
  return { ...shown, ...named!, changes: changesBetween(shown.before as Json, shown.after as Json), seal: seal ?? null };
});

/** Who did it, while that is nobody's to know. */
const NOBODY = { personId: null, organisationId: null, apiKeyId: null } as const;

const LINE = {
  id: true,
  at: true,
  recordedAt: true,
  act: true,
  actorKind: true,
  personId: true,
  organisationId: true,
  apiKeyId: true,
  requestId: true,
  subjectType: true,
  subjectId: true,
  divisionCode: true,
} as const satisfies Prisma.AuditEntrySelect;

type Line = Prisma.AuditEntryGetPayload<{ select: typeof LINE }>;

/** The actor's own reach; "none" lies in no jurisdiction, so that authorisation refuses. */
function jurisdictionOf(ctx: ReadContext): string {
  return organisationOf(ctx.actor)?.jurisdiction ?? "none";
}

async function peopleCalled(db: Database, text: string): Promise<string[]> {
  if (UUID.test(text)) return [text];
  const people = await db.person.findMany({ where: { OR: [{ name: { contains: text } }, { email: text.toLowerCase() }] }, select: { id: true }, take: MOST_NAMES });
  return people.map(({ id }) => id);
}

async function organisationsCalled(db: Database, text: string): Promise<string[]> {
  if (UUID.test(text)) return [text];
  const organisations = await db.organisation.findMany({ where: { OR: [{ name: { contains: text } }, { creditCode: text.toUpperCase() }] }, select: { id: true }, take: MOST_NAMES });
  return organisations.map(({ id }) => id);
}

async function withNames<Row extends Line>(db: Database, rows: readonly Row[]) {
  const ids = (pick: (row: Row) => string | null) => [...new Set(rows.map(pick).filter((id) => id !== null))];
  const [people, organisations, keys] = await Promise.all([
    db.person.findMany({ where: { id: { in: ids((row) => row.personId) } }, select: { id: true, name: true } }),
    db.organisation.findMany({ where: { id: { in: ids((row) => row.organisationId) } }, select: { id: true, name: true } }),
    db.apiKey.findMany({ where: { id: { in: ids((row) => row.apiKeyId) } }, select: { id: true, name: true } }),
  ]);
  const name = (known: readonly { id: string; name: string }[], id: string | null): string | null => known.find((one) => one.id === id)?.name ?? null;
  return rows.map((row) => ({ ...row, person: name(people, row.personId), organisation: name(organisations, row.organisationId), apiKey: name(keys, row.apiKeyId) }));
}
