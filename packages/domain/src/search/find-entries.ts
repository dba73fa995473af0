import type pg from "pg";
import { looseQuery, forgivingQuery, searchQuery } from "./bigrams.ts";
import { facetsOf, totalOf, type Counted, type EntryFacets, type FacetName, FACET_NAMES } from "./facets.ts";
import type { EntryRow } from "./entry-row.ts";
import { lookUp, type Ask, type Looked } from "./look-up.ts";
import { excerpt, highlight, highlightWords, type Highlighted } from "./highlight.ts";
import { markTerm } from "./marks.ts";
import { decodeCursor, encodeCursor } from "../shared/paging.ts";
import type { ReadContext } from "../shared/use-case.ts";
import type { SearchInput, SearchKind, SearchSort } from "./search.schema.ts";
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
  const words = input.q === "" ? null : searchQuery(input.q, SYNONYMS);
  const now = await ctx.now();
  const exact = await found(ctx.pool, input, kinds, sort, words, now);
  const isNearWanted = exact.page.length === 0 && words !== null && input.cursor === undefined;
  const near = isNearWanted ? await nearest(ctx.pool, input, kinds, sort, now) : undefined;
  const { page, counts } = near ?? exact;
  const marked = input.q === "" ? [] : highlightWords(input.q, SYNONYMS);
  const items = page.slice(0, input.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => ({ ...row, titleParts: highlight(row.title, marked), excerptParts: excerpt(row.text, marked, EXCERPT) })),
    nextCursor: page.length > input.limit && last !== undefined ? encodeCursor(positionOf(sort, last)) : null,
    total: totalOf(counts.common),
    facets: facetsOf(counts.common, counts.own),
    forgiven: near !== undefined,
    sort,
  };
}

function sortOf({ sort, q }: SearchInput): SearchSort {
  const wanted = sort ?? (q === "" ? "newest" : "relevance");
  return wanted === "relevance" && q === "" ? "newest" : wanted;
}

type Outcome = { readonly page: readonly EntryRow[]; readonly counts: { readonly common: Looked["counts"]; readonly own: Partial<Record<FacetName, Looked["counts"]>> } };

/** One wrong character in each word; then only parts of the words. */
async function nearest(pool: pg.Pool, input: SearchInput, kinds: readonly SearchKind[], sort: SearchSort, now: Date): Promise<Outcome | undefined> {
  for (const query of [forgivingQuery(input.q), looseQuery(input.q, SYNONYMS)]) {
    if (query === null) continue;
    const outcome = await found(pool, input, kinds, sort, query, now);
    if (outcome.page.length > 0) return outcome;
  }
  return undefined;
}

/** One look serves the page, the total and every facet that is not filtered by; a filtered facet is counted as if it were not. */
async function found(pool: pg.Pool, input: SearchInput, kinds: readonly SearchKind[], sort: SearchSort, words: string | null, now: Date): Promise<Outcome> {
  const filtered = FACET_NAMES.filter((facet) => input[facet].length > 0);
  const ask = (without?: FacetName): Ask => ({ words, marks: termsOf(input, kinds, without), bands: input.price, q: input.q, sort, limit: without === undefined ? input.limit + 1 : 0, after: without === undefined ? placeOf(sort, input.cursor) : null, now });
  const [whole, ...own] = await Promise.all([lookUp(pool, ask()), ...filtered.map((facet) => lookUp(pool, ask(facet)))]);
  return { page: whole.page, counts: { common: whole.counts, own: Object.fromEntries(filtered.map((facet, at) => [facet, own[at]!.counts])) } };
}

const ALL_KINDS = 3;
type Filters = Pick<SearchInput, FacetName & keyof SearchInput | "owner">;

/** What a search is narrowed by, as terms of a tsquery. */
export function termsOf(input: Filters, kinds: readonly SearchKind[], without?: FacetName): readonly string[] {
  const values = (facet: FacetName): readonly string[] => (facet === without ? [] : input[facet]);
  return [
    kinds.length === ALL_KINDS ? undefined : markTerm("k", kinds),
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
