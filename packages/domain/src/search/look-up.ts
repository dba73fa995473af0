import { ALL_FACETS, COUNTED, type FacetCounts, type FacetName } from "./facets.ts";
import type { EntryRow } from "./entry-row.ts";
import { countIn, facetsIn, pageIn } from "./look-into.ts";
import { pageInOrder } from "./page-in-order.ts";
import type { SearchSort } from "./search.schema.ts";
import type { Searching } from "./searching.ts";
import { areFew, EVERYTHING, firstSlice, nextSlice, type Slice } from "./slices.ts";
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
    const look = (slice: Slice): Promise<Looked> => pageIn(searching, { ...ask, sort }, slice);
    if (sort === "relevance" || after === null) return (await lookBack(searching, ask, searching.now, look)).looked;
    // The newest of the slice are newer than what the page begins after: counting them does not fill it.
    return (await lookBack(searching, ask, new Date(String(after[0])), look, ({ page, counts }) => counts.seen >= COUNTED && page.length === ask.limit)).looked;
  }
  const { looked, slice } = await countBack(searching, ask, ALL_FACETS);
  const { seen, isCut } = looked.counts;
  const way = !isCut ? "whole" : areFew(searching.units, slice, seen, SORTED) ? "bands" : "index";
  return { ...looked, page: seen === 0 ? [] : await pageInOrder(searching, { ...ask, sort }, way) };
}

/** How often each value of these facets is there. */
export async function countUp(searching: Searching, terms: Terms, facets: readonly FacetName[]): Promise<FacetCounts> {
  return (await countBack(searching, terms, facets)).looked.counts;
}

/** Whether there is any entry that fits: one of the newest, most often. */
export async function isThere(searching: Searching, terms: Terms): Promise<boolean> {
  const first = firstSlice(searching.units, searching.now);
  return (await countIn(searching, terms, first)) > 0 || (first.blocks !== undefined && (await countIn(searching, terms, EVERYTHING)) > 0);
}

function countBack(searching: Searching, terms: Terms, facets: readonly FacetName[]): Promise<{ readonly looked: Pick<Looked, "counts">; readonly slice: Slice }> {
  return lookBack(searching, terms, searching.now, async (slice) => ({ counts: await facetsIn(searching, terms, slice, facets) }));
}

/** What a look at a slice has to yield for no older one to be looked at. */
type Enough<Part> = (part: Part) => boolean;

async function lookBack<Part extends Pick<Looked, "counts">>(
  searching: Searching, terms: Terms, before: Date, look: (slice: Slice) => Promise<Part>, isEnough: Enough<Part> = ({ counts }) => counts.seen >= COUNTED,
): Promise<{ readonly looked: Part; readonly slice: Slice }> {
  const { units } = searching;
  let slice = firstSlice(units, before);
  if (slice.blocks !== undefined) {
    // Most words need a second look: in the first their hits are only counted, facets and page are made once.
    const found = await countIn(searching, terms, slice);
    if (found < COUNTED) slice = nextSlice(units, slice, found, before) ?? slice;
  }
  for (;;) {
    const looked = await look(slice);
    const next = isEnough(looked) ? undefined : nextSlice(units, slice, looked.counts.seen, before);
    if (next === undefined) return { looked, slice };
    slice = next;
  }
}
