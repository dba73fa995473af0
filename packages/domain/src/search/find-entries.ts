import type pg from "pg";
import { looseQuery, forgivingQuery, searchQuery } from "./bigrams.ts";
import { facetsOf, totalOf, type Counted, type EntryFacets, type FacetName, FACET_NAMES } from "./facets.ts";
import type { EntryRow } from "./entry-row.ts";
import { lookUp, type Looked } from "./look-up.ts";
import { excerpt, highlight, highlightWords, type Highlighted } from "./highlight.ts";
import { markTerm } from "./marks.ts";
import { decodeCursor, encodeCursor } from "../shared/paging.ts";
import type { ReadContext } from "../shared/use-case.ts";
import { SEARCH_KINDS, type SearchInput, type SearchKind, type SearchSort } from "./search.schema.ts";
import { SYNONYMS } from "./synonyms.ts";

const EXCERPT = 110;

/** Something that was found, with the words that were looked for marked in it. */
export type Found = EntryRow & { readonly titleParts: Highlighted; readonly excerptParts: Highlighted };
export type FoundPage = {
  readonly items: readonly Found[];
  readonly nextCursor: string | null;
  readonly total: Counted;
  readonly facets: EntryFacets;
  /** True when nothing held every word, and what comes near is shown. */
  readonly forgiven: boolean;
  readonly sort: SearchSort;
};

/** Public entries of these kinds that fit words and filters, with counts by facet. */
export async function findEntries(ctx: Pick<ReadContext, "pool" | "now">, input: SearchInput, kinds: readonly SearchKind[]): Promise<FoundPage> {
  const sort = sortOf(input);
  const now = await ctx.now();
  const { looked, words, forgiven } = await exactOrNear(ctx.pool, input, kinds, sort, now);
  const own = await ownFacets(ctx.pool, input, kinds, words, now);
  const marked = input.q === "" ? [] : highlightWords(input.q, SYNONYMS);
  const items = looked.page.slice(0, input.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => ({ ...row, titleParts: highlight(row.title, marked), excerptParts: excerpt(row.text, marked, EXCERPT) })),
    nextCursor: looked.page.length > input.limit && last !== undefined ? encodeCursor(positionOf(sort, last)) : null,
    total: totalOf(looked.counts),
    facets: facetsOf(looked.counts, own),
    forgiven,
    sort,
  };
}

/** How many fit words and filters by kind, whatever the kind. */
export async function countByKind(ctx: Pick<ReadContext, "pool" | "now">, input: SearchInput): Promise<EntryFacets["kind"]> {
  const { looked } = await exactOrNear(ctx.pool, { ...input, cursor: undefined, limit: 1 }, SEARCH_KINDS, "newest", await ctx.now());
  return facetsOf(looked.counts, {}).kind;
}

function sortOf({ sort, q }: SearchInput): SearchSort {
  const wanted = sort ?? (q === "" ? "newest" : "relevance");
  return wanted === "relevance" && q === "" ? "newest" : wanted;
}

type Outcome = { readonly looked: Looked; readonly words: string | null; readonly forgiven: boolean };

/** What holds every word; when nothing does, what holds them with one wrong character in each, and then what holds only parts of them. */
async function exactOrNear(pool: pg.Pool, input: SearchInput, kinds: readonly SearchKind[], sort: SearchSort, now: Date): Promise<Outcome> {
  const look = (words: string | null): Promise<Looked> => lookUp(pool, { words, marks: marksFor(input, kinds), bands: input.price, q: input.q, sort, limit: input.limit + 1, after: placeOf(sort, input.cursor), now });
  const words = input.q === "" ? null : searchQuery(input.q, SYNONYMS);
  const exact: Outcome = { looked: await look(words), words, forgiven: false };
  if (exact.looked.page.length > 0 || words === null || input.cursor !== undefined) return exact;
  for (const near of [forgivingQuery(input.q), looseQuery(input.q, SYNONYMS)]) {
    const looked = near === null ? undefined : await look(near);
    if (looked && looked.page.length > 0) return { looked, words: near, forgiven: true };
  }
  return exact;
}

/** A facet that is filtered by is counted as if it were not; all others are counted with the page. */
async function ownFacets(pool: pg.Pool, input: SearchInput, kinds: readonly SearchKind[], words: string | null, now: Date): Promise<Partial<Record<FacetName, Looked["counts"]>>> {
  const filtered = FACET_NAMES.filter((facet) => input[facet].length > 0);
  const counts = await Promise.all(
    filtered.map(async (facet) => (await lookUp(pool, { words, marks: marksFor(input, kinds, facet), bands: [], q: input.q, sort: "newest", limit: 0, after: null, now })).counts),
  );
  return Object.fromEntries(filtered.map((facet, at) => [facet, counts[at]!]));
}

type Filters = Pick<SearchInput, FacetName & keyof SearchInput | "owner">;

/** What a search is narrowed by, as terms of a tsquery. */
export function marksFor(input: Filters, kinds: readonly SearchKind[], without?: FacetName): readonly string[] {
  const values = (facet: FacetName): readonly string[] => (facet === without ? [] : input[facet]);
  return [
    kinds.length === SEARCH_KINDS.length ? undefined : markTerm("k", kinds),
    markTerm("f", values("field")), markTerm("r", values("region")), markTerm("s", values("stage")), markTerm("p", values("price")), markTerm("m", values("mode")),
    markTerm("o", input.owner === undefined ? [] : [input.owner]),
  ].filter((term) => term !== undefined);
}

/** "-" stands for no price or no day: after all others, in either order. */
function positionOf(sort: SearchSort, row: EntryRow): readonly (string | number)[] {
  switch (sort) {
    case "relevance":
      return [row.rank, row.at.toISOString(), row.subjectId];
    case "newest":
      return [row.at.toISOString(), row.subjectId];
    case "due":
      return [row.dueAt?.toISOString() ?? "-", row.subjectId];
    default:
      return [row.priceFen?.toString() ?? "-", row.subjectId];
  }
}

function placeOf(sort: SearchSort, cursor: string | undefined): readonly (string | number)[] | null {
  return decodeCursor(cursor, sort === "relevance" ? 3 : 2);
}
