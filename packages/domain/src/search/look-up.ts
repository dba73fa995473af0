import type pg from "pg";
import { ALL_FACETS, type FacetCounts, type FacetName } from "./facets.ts";
import type { EntryRow } from "./entry-row.ts";
import { countIn, facetsIn, pageIn } from "./look-into.ts";
import { pageInOrder } from "./page-in-order.ts";
import type { SearchSort } from "./search.schema.ts";
import { areFew, firstSlice, knownMonths, nextSlice, type Months, type Slice } from "./slices.ts";
import type { Terms } from "./statement.ts";

/** What to look for. The bands of prices are among the marks as well. */
export type Ask = Terms & { readonly bands: readonly string[]; readonly q: string; readonly sort: SearchSort; readonly limit: number; readonly after: readonly (string | number)[] | null };

export type Looked = { readonly page: readonly EntryRow[]; readonly counts: FacetCounts };

/** Hits that are read and put in order; where there are more, they are so common that the first are met soon along the order's own index. */
const SORTED = 25_000;

/**
 * Looks in the newest part of the index first, and further back as long as that did not yield enough: a common word costs no more than a rare
 * one, and the page is exactly that of the whole.
 */
export async function lookUp(pool: pg.Pool, ask: Ask, now: Date): Promise<Looked> {
  const { sort, after } = ask;
  const months = await knownMonths(pool, now);
  if (sort === "newest" || sort === "relevance") {
    const before = sort === "newest" && after !== null ? new Date(String(after[0])) : now;
    return (await lookBack(pool, ask, { months, before }, (slice) => pageIn(pool, { ...ask, sort }, slice))).looked;
  }
  const { looked, slice } = await countBack(pool, ask, { months, before: now }, ALL_FACETS);
  const { seen, isCut } = looked.counts;
  const way = !isCut ? "whole" : areFew(months, slice, seen, SORTED) ? "bands" : "index";
  return { ...looked, page: seen === 0 ? [] : await pageInOrder(pool, { ...ask, sort }, way) };
}

/** How often each value of these facets is there. */
export async function countUp(pool: pg.Pool, terms: Terms, facets: readonly FacetName[], now: Date): Promise<FacetCounts> {
  return (await countBack(pool, terms, { months: await knownMonths(pool, now), before: now }, facets)).looked.counts;
}

type Span = { readonly months: Months; readonly before: Date };

function countBack(pool: pg.Pool, terms: Terms, span: Span, facets: readonly FacetName[]): Promise<{ readonly looked: Pick<Looked, "counts">; readonly slice: Slice }> {
  return lookBack(pool, terms, span, async (slice) => ({ counts: await facetsIn(pool, terms, slice, facets) }));
}

async function lookBack<Part extends Pick<Looked, "counts">>(pool: pg.Pool, terms: Terms, { months, before }: Span, look: (slice: Slice) => Promise<Part>): Promise<{ readonly looked: Part; readonly slice: Slice }> {
  const first = firstSlice(months, before);
  // Most words need a second look: in the first their hits are only counted, facets and page are made once.
  let slice = first.months === undefined ? first : (nextSlice(months, first, await countIn(pool, terms, first), before) ?? first);
  for (;;) {
    const looked = await look(slice);
    const next = nextSlice(months, slice, looked.counts.seen, before);
    if (next === undefined) return { looked, slice };
    slice = next;
  }
}
