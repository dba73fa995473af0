import { ALL_FACETS, type FacetCounts, type FacetName } from "./facets.ts";
import type { EntryRow } from "./entry-row.ts";
import { countIn, facetsIn, pageIn } from "./look-into.ts";
import { pageInOrder } from "./page-in-order.ts";
import type { SearchSort } from "./search.schema.ts";
import type { Searching } from "./searching.ts";
import { areFew, firstSlice, nextSlice, type Slice } from "./slices.ts";
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
export async function lookUp(searching: Searching, ask: Ask): Promise<Looked> {
  const { sort, after } = ask;
  if (sort === "newest" || sort === "relevance") {
    const before = sort === "newest" && after !== null ? new Date(String(after[0])) : searching.now;
    return (await lookBack(searching, ask, before, (slice) => pageIn(searching, { ...ask, sort }, slice))).looked;
  }
  const { looked, slice } = await countBack(searching, ask, ALL_FACETS);
  const { seen, isCut } = looked.counts;
  const way = !isCut ? "whole" : areFew(searching.months, slice, seen, SORTED) ? "bands" : "index";
  return { ...looked, page: seen === 0 ? [] : await pageInOrder(searching, { ...ask, sort }, way) };
}

/** How often each value of these facets is there. */
export async function countUp(searching: Searching, terms: Terms, facets: readonly FacetName[]): Promise<FacetCounts> {
  return (await countBack(searching, terms, facets)).looked.counts;
}

function countBack(searching: Searching, terms: Terms, facets: readonly FacetName[]): Promise<{ readonly looked: Pick<Looked, "counts">; readonly slice: Slice }> {
  return lookBack(searching, terms, searching.now, async (slice) => ({ counts: await facetsIn(searching, terms, slice, facets) }));
}

async function lookBack<Part extends Pick<Looked, "counts">>(searching: Searching, terms: Terms, before: Date, look: (slice: Slice) => Promise<Part>): Promise<{ readonly looked: Part; readonly slice: Slice }> {
  const { months } = searching;
  const first = firstSlice(months, before);
  // Most words need a second look: in the first their hits are only counted, facets and page are made once.
  let slice = first.months === undefined ? first : (nextSlice(months, first, await countIn(searching, terms, first), before) ?? first);
  for (;;) {
    const looked = await look(slice);
    const next = nextSlice(months, slice, looked.counts.seen, before);
    if (next === undefined) return { looked, slice };
    slice = next;
  }
}
