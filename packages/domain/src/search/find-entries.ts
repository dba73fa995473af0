import { forgivingTerms, looseTerms, searchTerms, type Alternatives } from "./bigrams.ts";
import { FACET_NAMES, facetsOf, totalOf, type Counted, type EntryFacets, type FacetCounts, type FacetName } from "./facets.ts";
import type { EntryRow } from "./entry-row.ts";
import { countUp, isThere, lookUp, type Looked } from "./look-up.ts";
import { excerpt, highlight, highlightWords, type Highlighted } from "./highlight.ts";
import { markTerm } from "./marks.ts";
import { decodeCursor, encodeCursor } from "../shared/paging.ts";
import { SEARCH_KINDS, type SearchInput, type SearchKind, type SearchSort } from "./search.schema.ts";
import { searching, type SearchContext, type Searching } from "./searching.ts";
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
export async function findEntries(ctx: SearchContext, input: SearchInput, kinds: readonly SearchKind[]): Promise<FoundPage> {
  const sort = sortOf(input);
  const { looked, own, forgiven } = await searching(ctx, (by) => exactOrNear(by, input, kinds, sort));
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
export function countByKind(ctx: SearchContext, input: SearchInput): Promise<EntryFacets["kind"]> {
  const marks = marksFor(input, SEARCH_KINDS);
  return searching(ctx, async (by) => {
    const isSlip = slipOf(by, input, SEARCH_KINDS);
    for (const { words, forgiven } of readings(input.q)) {
      if (forgiven && !(await isSlip())) return [];
      const counts = await countUp(by, { words, marks }, ["kind"]);
      if (counts.seen > 0) return facetsOf(counts, {}).kind;
    }
    return [];
  });
}

function sortOf({ sort, q }: SearchInput): SearchSort {
  const wanted = sort ?? (q === "" ? "newest" : "relevance");
  return wanted === "relevance" && q === "" ? "newest" : wanted;
}

type Reading = { readonly words: Alternatives; readonly forgiven: boolean };

/** What may be meant, closest first: every word, their beginnings, every word with one wrong character in it, only parts of the words. */
function* readings(q: string): Generator<Reading, void> {
  const words = searchTerms(q, SYNONYMS);
  yield { words, forgiven: false };
  const beginnings = searchTerms(q, SYNONYMS, 1);
  if (beginnings.join() !== words.join()) yield { words: beginnings, forgiven: false };
  for (const near of [forgivingTerms, looseTerms]) {
    const terms = near(q, SYNONYMS);
    if (terms.length > 0) yield { words: terms, forgiven: true };
  }
}

type OwnFacets = Partial<Record<FacetName, FacetCounts>>;
type Outcome = Reading & { readonly looked: Looked; readonly own: OwnFacets };

/** What holds every word; when nothing does, whatever it is narrowed by, what comes near. */
async function exactOrNear(by: Searching, input: SearchInput, kinds: readonly SearchKind[], sort: SearchSort): Promise<Outcome> {
  const marks = marksFor(input, kinds);
  const isSlip = slipOf(by, input, kinds);
  let exact: Omit<Outcome, "own"> | undefined;
  for (const reading of readings(input.q)) {
    if (reading.forgiven && !(await isSlip())) break;
    const looked = await lookUp(by, { words: reading.words, marks, bands: input.price, q: input.q, sort, limit: input.limit + 1, after: placeOf(sort, input.cursor) });
    if (looked.counts.seen > 0) return { ...reading, looked, own: await ownFacets(by, input, kinds, reading.words) };
    exact ??= { ...reading, looked };
  }
  return { ...exact!, own: await ownFacets(by, input, kinds, exact!.words) };
}

const NO_FILTERS: Filters = { field: [], region: [], stage: [], price: [], mode: [], owner: undefined };

/** Whether what was typed stands in no entry of these kinds; words that are there, but not under the filters, are not taken for slips. Looked up once. */
function slipOf(by: Searching, input: SearchInput, kinds: readonly SearchKind[]): () => Promise<boolean> {
  const isNarrowed = marksFor(input, kinds).length > marksFor(NO_FILTERS, kinds).length;
  const words = searchTerms(input.q, SYNONYMS);
  let isSlip: Promise<boolean> | undefined;
  return () => (isSlip ??= isNarrowed ? isThere(by, { words, marks: marksFor(NO_FILTERS, kinds) }).then((there) => !there) : Promise.resolve(true));
}

/** A facet that is filtered by is counted as if it were not; all others are counted with the page. */
async function ownFacets(by: Searching, input: SearchInput, kinds: readonly SearchKind[], words: Alternatives): Promise<OwnFacets> {
  const filtered = FACET_NAMES.filter((facet) => input[facet].length > 0);
  const counts = await Promise.all(filtered.map((facet) => countUp(by, { words, marks: marksFor(input, kinds, facet) }, [facet])));
  return Object.fromEntries(filtered.map((facet, at) => [facet, counts[at]!]));
}

type Filters = Pick<SearchInput, (typeof FACET_NAMES)[number] | "owner">;

/** What a search is narrowed by, as terms of a tsquery. */
export function marksFor(input: Filters, kinds: readonly SearchKind[], without?: FacetName): readonly string[] {
  const values = (facet: (typeof FACET_NAMES)[number]): readonly string[] => (facet === without ? [] : input[facet]);
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
