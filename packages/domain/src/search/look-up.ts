import { createHash } from "node:crypto";
import type pg from "pg";
import { fromWire, SHOWN, type EntryRow, type WireRow } from "./entry-row.ts";
import type { FacetCounts, FacetRow } from "./facets.ts";
import { monthsTerm } from "./marks.ts";
import { pageInOrder } from "./page-in-order.ts";
import type { SearchSort } from "./search.schema.ts";
import { areFew, firstSlice, knownMonths, nextSlice, type Months, type Slice } from "./slices.ts";

/** What to look for: words and marks as terms of a tsquery, with the bands of prices among the marks. A limit of 0 asks for counts alone. */
export type Ask = { readonly words: string | null; readonly marks: readonly string[]; readonly bands: readonly string[]; readonly q: string; readonly sort: SearchSort; readonly limit: number; readonly after: readonly (string | number)[] | null; readonly now: Date };

/** Terms of a tsquery that have to be met all: the words as one, and every mark. */
export function allTerms({ words, marks }: Pick<Ask, "words" | "marks">): string[] {
  return [...(words === null ? [] : [words.startsWith("(") ? words : `(${words})`]), ...marks];
}

/** An order in which the newest come first, or first among equals: its hits stand in the newest slices. */
type TimeAsk = Ask & { readonly sort: "newest" | "relevance" };

export type Looked = { readonly page: readonly EntryRow[]; readonly counts: FacetCounts };

/** Whatever is looked for, no more entries than these are ever counted, and no more than those compared for relevance: the newest ones. */
const COUNTED = 1_500;
const FETCHED = 50_000;
const RANKED = 300;
/** Hits that are all read and put in order; where there are more, they are so common that the first are met soon in the order's own index. */
const SORTED = 100_000;
/** An order in which the whole has to be known: its hits are counted in slices, its page is not. */
const COUNTS_ONLY = { sort: "newest", limit: 0, after: null } as const;

/**
 * Looks in the newest part of the index first, and further back as long as that did not yield enough: a common word costs no more than a rare
 * one, and the page is exactly that of the whole.
 */
export async function lookUp(pool: pg.Pool, ask: Ask): Promise<Looked> {
  const { sort } = ask;
  const months = await knownMonths(pool, ask.now);
  if (sort === "newest" || sort === "relevance") return (await lookBack(pool, { ...ask, sort }, months)).looked;
  const { looked, slice } = await lookBack(pool, { ...ask, ...COUNTS_ONLY }, months);
  const page = ask.limit === 0 ? [] : await pageInOrder(pool, { terms: allTerms(ask), bands: ask.bands, sort, limit: ask.limit, after: ask.after }, areFew(months, slice, looked.counts.seen, SORTED));
  return { ...looked, page };
}

async function lookBack(pool: pg.Pool, ask: TimeAsk, months: Months): Promise<{ readonly looked: Looked; readonly slice: Slice }> {
  const before = ask.sort === "newest" && ask.after !== null ? new Date(String(ask.after[0])) : ask.now;
  const first = firstSlice(months, before);
  // Most words need a second look: in the first their hits are only counted, facets and page are made once.
  let slice = first.months === undefined ? first : (nextSlice(months, first, await countIn(pool, ask, first), before) ?? first);
  for (;;) {
    const looked = await lookInto(pool, ask, slice);
    const next = nextSlice(months, slice, looked.counts.seen, before);
    if (next === undefined) return { looked, slice };
    slice = next;
  }
}

async function countIn(pool: pg.Pool, ask: TimeAsk, slice: Slice): Promise<number> {
  const { rows } = await pool.query<{ n: number }>({
    name: "search-count",
    text: `select count(*)::int as n from (select from search_entry e where e.search @@ $1::tsquery limit ${COUNTED}) as hit`,
    values: [queryOf(ask, slice)],
  });
  return rows[0]!.n;
}

function queryOf(ask: TimeAsk, slice: Slice): string | null {
  const terms = [...allTerms(ask), ...(slice.months === undefined ? [] : [monthsTerm(slice.months, slice.isToNow)])];
  return terms.length === 0 ? null : terms.join(" & ");
}

async function lookInto(pool: pg.Pool, ask: TimeAsk, slice: Slice): Promise<Looked> {
  const { text, values } = statementOf(ask, slice);
  const { rows } = await pool.query<{ n: number; facets: FacetRow[] | null; page: (WireRow & { readonly no: number })[] | null }>({ name: nameOf(text), text, values });
  const { n, facets, page } = rows[0]!;
  return { page: (page ?? []).map(({ no: _place, ...row }) => fromWire(row)), counts: { rows: facets ?? [], seen: n, isCut: slice.months !== undefined || n >= COUNTED } };
}

/** The same text has the same name, so that a connection parses it once; there are few texts, whatever is asked. */
function nameOf(text: string): string {
  return `search-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}

/** The statement for an ask: words and marks are one value, so that the texts differ by sort and position only. */
function statementOf(ask: TimeAsk, slice: Slice): { readonly text: string; readonly values: unknown[] } {
  const query = queryOf(ask, slice);
  const values: unknown[] = [query, ask.limit];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const fits = "e.search @@ $1::tsquery";
  // Without a single term the newest are read off the index of time.
  const all = query === null ? `select ${KEYS} from search_entry e where $1::text is null order by e.at desc, e.subject_id desc limit ${COUNTED}` : `select ${KEYS} from search_entry e where ${fits} limit ${FETCHED}`;
  return {
    text: `
      with fit as materialized (${all}),
      hit as materialized (select * from fit order by at desc, subject_id desc limit ${COUNTED}),
      page as (${pageOf(ask, value)})
      select (select count(*)::int from hit) as n,
        (select json_agg(json_build_object('facet', f.facet, 'value', f.value, 'n', f.n)) from (
          select 'kind' as facet, kind::text as value, count(*)::int as n from hit group by kind
          union all select 'field', field, count(*)::int from hit group by field
          union all select 'region', region::text, count(*)::int from hit group by region
          union all select 'stage', stage, count(*)::int from hit group by stage
          union all select 'price', price_band, count(*)::int from hit group by price_band
          union all select 'mode', mode, count(*)::int from hit, unnest(modes) as mode group by mode) as f) as facets,
        (select json_agg(p order by p.no) from (select row_number() over () as no, page.* from page) as p) as page`,
    values,
  };
}

const KEYS = "e.kind, e.subject_id, e.at, e.field, e.region, e.stage, e.price_band, e.modes";
type Value = (given: unknown) => string;

function pageOf({ sort, words, q, after }: TimeAsk, value: Value): string {
  switch (sort) {
    case "newest":
      return `
        select ${SHOWN}, 0 as rank from (select kind, subject_id, at from hit where true ${after ? `and (at, subject_id) < (${value(after[0])}::timestamptz, ${value(after[1])}::uuid)` : ""} order by at desc, subject_id desc limit $2) as k
        join search_entry e using (kind, subject_id) order by e.at desc, e.subject_id desc`;
    case "relevance":
      return `
        select * from (
          select ${SHOWN}, (ts_rank(e.search, ${value(words)}::tsquery) * 1000000 + case when position(${value(q.toLowerCase())}::text in lower(e.title)) > 0 then 1000000 else 0 end)::int as rank
          from (select kind, subject_id from hit order by at desc, subject_id desc limit ${RANKED}) as k join search_entry e using (kind, subject_id)) as r
        where true ${after ? `and (rank, at, "subjectId") < (${value(Number(after[0]))}::int, ${value(after[1])}::timestamptz, ${value(after[2])}::uuid)` : ""}
        order by rank desc, at desc, "subjectId" desc limit $2`;
  }
}
