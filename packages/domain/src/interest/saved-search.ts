import { notifyPerson } from "../notification/index.ts";
import { entriesBetween, SEARCH_KINDS } from "../search/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { canonicalJson, sha256, toJson } from "../shared/canonical.ts";
import { addDays, atHour, dayOf } from "../shared/clock.ts";
import { notFound, refuse } from "../shared/errors.ts";
import { defineQuery, defineUseCase } from "../shared/use-case.ts";
import type { Prisma } from "../generated/client.ts";
import { z } from "zod";
import { MOST_SAVED, SavedSearchDueInput, SavedSearchInput, SaveSearchInput, type SavedCriteria } from "./saved-search.input.ts";

export const SEARCH_ALERT_DUE = "interest.search-alert";
const MORNING = 8;
const nextMorning = (now: Date): Date => atHour(addDays(dayOf(now), 1), MORNING);

/** Keeps a search and wants to hear, each morning, of what is new in it (保存检索). The same search twice is one. */
export const saveSearch = defineUseCase("interest.save-search", SaveSearchInput, async (ctx, criteria) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  if (Object.values(criteria).flat().every((part) => part === undefined || part === "")) refuse("SAVED_SEARCH_EMPTY");
  const hash = sha256(canonicalJson(toJson(criteria))).toString("hex");
  const known = await ctx.tx.savedSearch.findUnique({ where: { personId_hash: { personId: personId!, hash } }, select: { id: true } });
  if (known) {
    ctx.record({ type: "saved-search", id: known.id, after: { repeated: true } });
    return { searchId: known.id };
  }
  if ((await ctx.tx.savedSearch.count({ where: { personId: personId! } })) >= MOST_SAVED) refuse("SAVED_SEARCH_TOO_MANY", { most: MOST_SAVED });
  const at = ctx.clock.now();
  const { id } = await ctx.tx.savedSearch.create({ data: { personId: personId!, criteria: toJson(criteria) as Prisma.InputJsonObject, hash, seenAt: at, createdAt: at } });
  await ctx.due(SEARCH_ALERT_DUE, id, nextMorning(at));
  ctx.record({ type: "saved-search", id, after: criteria });
  return { searchId: id };
});

/** Does not want to hear of it any more. */
export const dropSearch = defineUseCase("interest.drop-search", SavedSearchInput, async (ctx, { searchId }) => {
  const row = (await ctx.tx.savedSearch.findUnique({ where: { id: searchId }, select: { personId: true } })) ?? notFound("saved-search", searchId);
  ctx.authorise({ personId: row.personId });
  await ctx.tx.savedSearch.delete({ where: { id: searchId } });
  await ctx.notDue(SEARCH_ALERT_DUE, searchId);
  ctx.record({ type: "saved-search", id: searchId, after: { dropped: true } });
  return { searchId };
});

/** Looks through what became public since the last time; tells, by message and mail, only where there is something new. */
export const alertSearch = defineUseCase("interest.alert-search", SavedSearchDueInput, async (ctx, { searchId }) => {
  ctx.authorise();
  const [locked] = await ctx.tx.$queryRaw<{ id: string }[]>`select id::text from saved_search where id = ${searchId}::uuid for update`;
  if (!locked) {
    ctx.record({ type: "saved-search", id: searchId, after: { dropped: true } });
    return { found: 0 };
  }
  const row = await ctx.tx.savedSearch.findUniqueOrThrow({ where: { id: searchId } });
  const now = ctx.clock.now();
  const criteria = criteriaOf(row.criteria);
  const titles = await entriesBetween(ctx.tx, criteria, criteria.kind.length === 0 ? SEARCH_KINDS : criteria.kind, row.seenAt, now);
  await ctx.tx.savedSearch.update({ where: { id: searchId }, data: { seenAt: now } });
  await ctx.due(SEARCH_ALERT_DUE, searchId, nextMorning(now));
  ctx.record({ type: "saved-search", id: searchId, after: { found: titles.length } });
  if (titles.length > 0) await notifyPerson(ctx, row.personId, { kind: "saved-search.found", params: { count: String(titles.length), title: titles[0]! }, link: addressOf(criteria) });
  return { found: titles.length };
});

/** The searches that the reader keeps, each with its address. */
export const listSavedSearches = defineQuery("interest.list-searches", z.object({}), async (ctx) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  const rows = await ctx.db.savedSearch.findMany({ where: { personId: personId! }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: MOST_SAVED });
  return {
    items: rows.map(({ id, criteria, createdAt, seenAt }) => {
      const { q, kind, ...filters } = criteriaOf(criteria);
      return { id, q, kind, filters: Object.values(filters).flat().filter((value) => value !== undefined).length, address: addressOf({ q, kind, ...filters }), createdAt, seenAt };
    }),
  };
});

function criteriaOf(stored: unknown): SavedCriteria {
  return SaveSearchInput.parse(stored);
}

/** Where the search stands, the newest first. */
function addressOf(criteria: SavedCriteria): `/search?${string}` {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(criteria)) {
    const text = Array.isArray(value) ? value.join(",") : (value ?? "");
    if (text !== "") query.set(name, text);
  }
  query.set("sort", "newest");
  return `/search?${query.toString()}`;
}
