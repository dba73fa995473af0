import { z } from "zod";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import type { Tx } from "../shared/database.ts";
import { invalidField, notFound } from "../shared/errors.ts";
import { Id, prose, YuanText } from "../shared/input.ts";
import { readParameters } from "../shared/parameter.ts";
import { decodeCursor, PAGE_LIMIT, PageInput, pageOf } from "../shared/paging.ts";
import { defineQuery, defineUseCase } from "../shared/use-case.ts";
import type { OfficeScope } from "./office-competence.rules.ts";

const KEY = "office.scope";
const Types = z.array(z.enum(["1", "2", "3", "4", "5"])).min(1).nullable();
const Scope = z.object({ types: Types, upToFen: z.string().regex(/^\d+$/).nullable() });
const WHOLE = { types: null, upToFen: null } as const;

type Decides = Pick<OfficeScope, "types" | "upToFen">;

/** What offices may decide at an instant, as their province has delegated it (委托、下放); everything, unless the province has said otherwise. */
export async function scopesOfOffices(db: Pick<Tx, "parameter">, officeIds: readonly string[], at: Date): Promise<(officeId: string) => Decides> {
  const scopeOf = await readParameters(db, KEY, Scope, at, WHOLE, officeIds);
  return (officeId) => {
    const { types, upToFen } = scopeOf(officeId);
    return { ...(types ? { types } : {}), ...(upToFen !== null ? { upToFen: BigInt(upToFen) } : {}) };
  };
}

export const SetOfficeScopeInput = z.object({
  officeId: Id,
  types: Types,
  upTo: YuanText.nullable(),
  effectiveFrom: z.coerce.date().optional(),
  reason: prose(500, 5),
});

/**
 * The province says what an office may decide: which classes, up to which technical amount, from when. Files that were filed before stay where
 * they lie; what an office may not decide goes to the next office above it (contract-registration §3).
 */
export const setOfficeScope = defineUseCase("recognition.set-scope", SetOfficeScopeInput, async (ctx, { officeId, types, upTo, effectiveFrom, reason }) => {
  const office = await ctx.tx.organisation.findFirst({ where: { id: officeId, kind: "REGISTRATION_OFFICE" }, select: { divisionCode: true } });
  ctx.authorise({ divisionCode: office?.divisionCode });
  if (!office) notFound("office", officeId);
  const now = ctx.clock.now();
  const from = effectiveFrom ?? now;
  if (from < now) invalidField("effectiveFrom", "SCOPE_NOT_BACKWARDS");
  await ctx.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${KEY}/${officeId}`}, 0))`;
  const { _max } = await ctx.tx.parameter.aggregate({ where: { key: KEY, scope: officeId }, _max: { version: true } });
  const version = (_max.version ?? 0) + 1;
  const value = { types, upToFen: upTo === null ? null : String(upTo) };
  await ctx.tx.parameter.create({ data: { key: KEY, scope: officeId, version, effectiveFrom: from, value, reason, setById: personIdOf(ctx.actor), createdAt: now } });
  ctx.record({ type: "organisation", id: officeId, divisionCode: office.divisionCode, after: { scope: value, version, effectiveFrom: from, reason } });
  return { officeId, version, effectiveFrom: from };
});

/** What an office may decide now, and how that came about. */
export const readOfficeScope = defineQuery("recognition.read-scope", z.object({ officeId: Id }), async (ctx, { officeId }) => {
  const office = await ctx.db.organisation.findFirst({ where: { id: officeId, kind: "REGISTRATION_OFFICE" }, select: { divisionCode: true, name: true } });
  ctx.authorise({ officeId, divisionCode: office?.divisionCode });
  if (!office) notFound("office", officeId);
  const rows = await ctx.db.parameter.findMany({ where: { key: KEY, scope: officeId }, orderBy: { version: "desc" }, take: 50 });
  return {
    officeId,
    officeName: office.name,
    now: (await scopesOfOffices(ctx.db, [officeId], await ctx.now()))(officeId),
    versions: rows.map(({ version, effectiveFrom, value, reason, createdAt }) => ({ version, effectiveFrom, reason, createdAt, ...Scope.parse(value) })),
  };
});

export const ListOfficesInput = PageInput.extend({ limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(50) });

/** The registration offices of an authority's area and what each may decide now (委托、下放一览). */
export const listOffices = defineQuery("recognition.read-scope", ListOfficesInput, async (ctx, { limit, cursor }) => {
  const area = organisationOf(ctx.actor)?.jurisdiction ?? "";
  const divisionCode = area === "" ? null : area.padEnd(6, "0");
  ctx.authorise({ divisionCode });
  const now = await ctx.now();
  const after = decodeCursor(cursor, 2);
  const position = after && { OR: [{ divisionCode: { gt: String(after[0]) } }, { divisionCode: String(after[0]), id: { gt: String(after[1]) } }] };
  const offices = await ctx.db.organisation.findMany({
    where: { kind: "REGISTRATION_OFFICE", state: "VERIFIED", divisionCode: { startsWith: area }, ...(position ? { AND: [position] } : {}) },
    orderBy: [{ divisionCode: "asc" }, { id: "asc" }],
    take: limit + 1,
    select: { id: true, name: true, divisionCode: true, jurisdiction: true, officeNo: true },
  });
  const scopeOf = await scopesOfOffices(ctx.db, offices.map(({ id }) => id), now);
  const page = pageOf(offices.map((office) => ({ ...office, scope: scopeOf(office.id) })), limit, (office) => [office.divisionCode, office.id]);
  return { maySet: ctx.may("recognition.set-scope", { divisionCode }), ...page };
});
