import { z } from "zod";
import { organisationOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { notFound } from "../shared/errors.ts";
import { Id } from "../shared/input.ts";
import { decodeCursor, pageOf, PageInput } from "../shared/paging.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { RESULT_CODES } from "./publish-result.ts";
import { RESULT_MOVES } from "./result.machine.ts";
import { findResult, getResult, rightsOf, workingCopy } from "./result.repository.ts";
import { checkResult } from "./result.rules.ts";
import { ResultDraft, ResultSnapshot } from "./result.schema.ts";
import { isWithheld, demandShown } from "../shared/withheld.ts";
import { mayStep } from "../shared/machine.ts";

/** A published result as anyone may read it: never the draft, the secrecy record or the completers' shares. */
export const readPublishedResult = defineQuery("result.read-published", z.object({ resultId: Id }), async (ctx, { resultId }) => {
  ctx.authorise();
  const shown = await publishedResult(ctx, resultId);
  if (shown === null) demandShown(await getResult(ctx.db, resultId));
  return shown ?? notFound("result", resultId);
});

export const COMPARED_MAX = 4;
const Ids = z.union([z.string(), z.array(z.string())]).optional().transform((given) => [...new Set([given ?? []].flat().flatMap((text) => text.split(",")))].filter((id) => Id.safeParse(id).success).slice(0, COMPARED_MAX));

/** Published results side by side (成果对比); one that is not public any more is left out. */
export const compareResults = defineQuery("result.compare", z.object({ ids: Ids }), async (ctx, { ids }) => {
  ctx.authorise();
  const found = await Promise.all(ids.map((id) => publishedResult(ctx, id)));
  return { items: found.filter((result) => result !== null) };
});

async function publishedResult({ db }: ReadContext, resultId: string) {
  const row = await findResult(db, resultId);
  if (row?.state !== "PUBLISHED") return null;
  const versions = await db.resultVersion.findMany({ where: { resultId }, orderBy: { no: "desc" }, take: 50 });
  return {
    resultId,
    title: row.title,
    titleEn: row.titleEn,
    summary: row.summary,
    field: row.field!,
    stage: row.stage!,
    readinessLevel: row.readinessLevel!,
    programme: row.programme,
    projectNo: row.projectNo,
    tradeModes: row.tradeModes,
    askedPriceFen: row.askedPriceFen,
    priceNegotiable: row.priceNegotiable,
    divisionCode: row.divisionCode,
    contactName: row.contactName,
    contactPhone: row.contactPhone,
    owner: row.owner,
    completers: row.completers.map(({ name, unit }) => ({ name, unit })),
    rights: rightsOf(row),
    versionNo: row.versionNo,
    publishedAt: row.publishedAt!,
    updatedAt: versions[0]!.at,
    versions: versions.map(({ no, at, snapshot }, i) => ({ no, at, changed: i + 1 < versions.length ? changedParts(versions[i + 1]!.snapshot, snapshot) : [] })),
  };
}

/** What a version changed against the one before it, as far as readers see it. */
export const readResultVersion = defineQuery("result.read-version", z.object({ resultId: Id, no: z.coerce.number().int().min(2) }), async (ctx, { resultId, no }) => {
  ctx.authorise();
  const row = await findResult(ctx.db, resultId);
  if (row?.state !== "PUBLISHED") return notFound("result", resultId);
  const [before, after] = await ctx.db.resultVersion.findMany({ where: { resultId, no: { in: [no - 1, no] } }, orderBy: { no: "asc" } });
  if (!before || !after) return notFound("result-version", `${resultId}/${no}`);
  return { resultId, title: row.title, no, at: after.at, versionNo: row.versionNo, changed: changedParts(before.snapshot, after.snapshot), before: seenOf(before.snapshot), after: seenOf(after.snapshot) };
});

/** Parts that readers see. */
const PUBLIC_PARTS = [
  "title", "titleEn", "summary", "field", "stage", "readinessLevel", "programme", "projectNo", "tradeModes", "askedPriceFen", "priceNegotiable", "divisionCode",
  "contactName", "contactPhone", "completers", "rights",
] as const satisfies readonly (keyof ResultSnapshot)[];
export type ResultPart = (typeof PUBLIC_PARTS)[number];

function changedParts(before: unknown, after: unknown): ResultPart[] {
  const [a, b] = [seenOf(before), seenOf(after)];
  return PUBLIC_PARTS.filter((part) => JSON.stringify(a[part]) !== JSON.stringify(b[part]));
}

/** A version without the secrecy record and the completers' shares. */
function seenOf(snapshot: unknown) {
  const { completers, secrecyOfficer: _officer, ...rest } = ResultSnapshot.parse(snapshot);
  return { ...rest, completers: completers.map(({ name, unit }) => ({ name, unit })) };
}

/** A result as its owner works on it: the working copy, what still keeps it from being published, and what may be done. */
export const readOwnResult = defineQuery("result.read", z.object({ resultId: Id }), async (ctx, { resultId }) => {
  const row = await getResult(ctx.db, resultId);
  const facts = { ownerId: row.ownerId };
  ctx.authorise(facts);
  const withheld = isWithheld(row);
  const draft = withheld ? ResultDraft.parse({ title: row.title }) : await workingCopy(ctx.db, row);
  const versions = await ctx.db.resultVersion.findMany({ where: { resultId }, orderBy: { no: "desc" }, take: 50, select: { no: true, at: true, byId: true } });
  const authors = await ctx.db.person.findMany({ where: { id: { in: versions.flatMap(({ byId }) => byId ?? []) } }, select: { id: true, name: true } });
  const nameOf = new Map(authors.map(({ id, name }) => [id, name]));
  const now = await ctx.now();
  const { problems } = withheld ? { problems: [] } : checkResult(draft, dayOf(now), RESULT_CODES);
  return {
    resultId,
    state: row.state,
    version: row.version,
    versionNo: row.versionNo,
    updatedAt: row.updatedAt,
    publishedAt: row.publishedAt,
    now,
    owner: row.owner,
    draft,
    hasUnpublishedChanges: row.draft !== null,
    problems: problems.map(({ path, code, details }) => ({ path, code, details: details ?? {} })),
    versions: versions.map(({ no, at, byId }) => ({ no, at, by: byId === null ? null : (nameOf.get(byId) ?? null) })),
    may: {
      edit: ctx.may("result.edit", facts) && !withheld,
      publish: ctx.may("result.publish", facts) && mayStep(RESULT_MOVES, row.state, "publish"),
      withdraw: ctx.may("result.withdraw", facts) && mayStep(RESULT_MOVES, row.state, "withdraw"),
      offer: ctx.may("listing.draft", facts) && row.state === "PUBLISHED",
    },
  };
});

const ListOwnInput = PageInput.extend({ state: z.enum(["DRAFT", "PUBLISHED", "WITHDRAWN"]).optional(), q: z.string().trim().max(60).optional() });

/** The results of the reader's own organisation, last changed first, with how many there are in each state. */
export const listOwnResults = defineQuery("result.list-own", ListOwnInput, async (ctx, { limit, cursor, state, q }) => {
  const ownerId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId });
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  const named = { ownerId, ...(q ? { title: { contains: q, mode: "insensitive" as const } } : {}) };
  const [rows, states] = await Promise.all([
    ctx.db.result.findMany({
      where: {
        ...named,
        ...(state ? { state } : {}),
        ...(at === undefined ? {} : { OR: [{ updatedAt: { lt: new Date(at) } }, { updatedAt: new Date(at), id: { lt: String(id) } }] }),
      },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      select: { id: true, state: true, title: true, field: true, stage: true, askedPriceFen: true, priceNegotiable: true, versionNo: true, updatedAt: true, publishedAt: true, draft: true },
    }),
    ctx.db.result.groupBy({ by: ["state"], where: named, _count: true }),
  ]);
  const page = pageOf(rows, limit, (row) => [row.updatedAt.toISOString(), row.id]);
  return {
    ...page,
    items: page.items.map(({ id: resultId, draft, ...row }) => ({ resultId, ...row, hasUnpublishedChanges: draft !== null })),
    counts: Object.fromEntries(states.map(({ state: one, _count }) => [one, _count])),
  };
});
