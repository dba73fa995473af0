import { fromWire, SHOWN, type WireRow } from "./entry-row.ts";
import { ALL_FACETS, COUNTED, countValues, valuesText, type FacetCounts, type FacetName } from "./facets.ts";
import type { Ask, Looked } from "./look-up.ts";
import { markTerm } from "./marks.ts";
import type { Searching } from "./searching.ts";
import type { Slice } from "./slices.ts";
import { askNamed, asQuery, fitting, placesIn, type Terms, type Value } from "./statement.ts";

/** No more hits than these are compared for relevance: the newest ones. */
const RANKED = 200;

/** How many hits there are in a slice, as far as anybody counts. */
export async function countIn({ db }: Searching, terms: Terms, slice: Slice): Promise<number> {
  const values: unknown[] = [];
  const [row] = await askNamed<{ n: number }>(db, `select count(*)::int as n from (select ${terms.words.length > 1 ? "distinct" : ""} place from (${fitting(termsIn(terms, slice), placesIn(values), "e.ctid as place")}) as fit limit ${COUNTED}) as hit`, values);
  return row!.n;
}

/** The values that the newest hits of a slice have of these facets. */
export async function facetsIn({ db }: Searching, terms: Terms, slice: Slice, facets: readonly FacetName[]): Promise<FacetCounts> {
  const values: unknown[] = [];
  const text = `with ${hitsIn(terms, slice, placesIn(values), COUNTED_OF)} select count(*)::int as seen, ${valuesText(facets)} as facets from hit`;
  const [row] = await askNamed<{ seen: number; facets: string }>(db, text, values);
  return { values: countValues(facets, row!.facets), seen: row!.seen, isCut: isCut(slice, row!.seen) };
}

/** An order in which the newest come first, or first among equals: its hits stand in the newest slices. */
type TimeAsk = Ask & { readonly sort: "newest" | "relevance" };

/** The page of a slice with the counts of all facets. */
export async function pageIn({ db }: Searching, timeAsk: TimeAsk, slice: Slice): Promise<Looked> {
  const values: unknown[] = [];
  const value = placesIn(values);
  const text = `
    with ${hitsIn(timeAsk, slice, value, `${COUNTED_OF}, e.ctid as place, e.title, e.search`)},
      counts as (select count(*)::int as seen, ${valuesText(ALL_FACETS)} as facets from hit),
      page as (select row_number() over () as no, p.* from (${pageOf(timeAsk, slice, value)}) as p)
    select case when coalesce(page.no, 1) = 1 then counts.facets end as facets, counts.seen, page.no, ${SHOWN}, page.rank
    from counts left join page on true left join search_entry e on e.ctid = page.place order by page.no`;
  const rows = await askNamed<{ facets: string; seen: number; no: string | null } & WireRow>(db, text, values);
  const { seen, facets } = rows[0]!;
  return {
    page: rows.flatMap(({ facets: _facets, seen: _seen, no, ...row }) => (no === null ? [] : [fromWire(row)])),
    counts: { values: countValues(ALL_FACETS, facets), seen, isCut: isCut(slice, seen) },
  };
}

function isCut(slice: Slice, seen: number): boolean {
  return slice.blocks !== undefined || seen >= COUNTED;
}

/** With the time of the slice beside what is asked for. */
function termsIn({ words, marks }: Terms, slice: Slice): Terms {
  return { words, marks, time: markTerm("t", slice.blocks ?? []) };
}

/** What is counted of a hit and put in order. */
const COUNTED_OF = "e.kind, e.subject_id, e.at, e.field, e.region, e.stage, e.price_band, e.modes";
const NEWEST = "at desc, subject_id desc";
const EACH_ONCE = "distinct on (at, subject_id, kind)";

/** `hit`: the newest of a slice that fit, as many as are counted. Words and title are pointers here, read for those alone whose relevance is worked out. */
function hitsIn(terms: Terms, slice: Slice, value: Value, columns: string): string {
  const isAnything = terms.words.length + terms.marks.length === 0 && slice.blocks === undefined;
  // Without a single term the newest are read off the index of time.
  const all = isAnything ? `select ${columns} from search_entry e order by ${NEWEST}` : `select ${EACH_ONCE} * from (${fitting(termsIn(terms, slice), value, columns)}) as fit order by ${NEWEST}, kind`;
  return `hit as materialized (${all} limit ${COUNTED})`;
}

/** Place and rank of what the page shows. */
function pageOf(ask: TimeAsk, slice: Slice, value: Value): string {
  const { sort, words, q, after, limit } = ask;
  switch (sort) {
    case "newest": {
      if (after === null) return `select place, 0 as rank from hit order by ${NEWEST} limit ${value(limit)}`;
      const beyond = `and (e.at, e.subject_id) < (${value(after[0])}::timestamptz, ${value(after[1])}::uuid)`;
      return `select place, rank from (select ${EACH_ONCE} place, 0 as rank, at, subject_id from (${fitting(termsIn(ask, slice), value, "e.ctid as place, e.at, e.subject_id, e.kind", beyond)}) as fit order by ${NEWEST}, kind limit ${value(limit)}) as k order by ${NEWEST}`;
    }
    case "relevance": {
      // What bears the text in its name comes before all that does not: where that fills the page, the words of the others are not read.
      const isRead = after === null ? `named or (select count(*) from near where named) < ${value(limit)}` : "true";
      return `
        with near as materialized (select place, at, subject_id, search, position(${value(q.toLowerCase())}::text in lower(title)) > 0 as named from (select * from hit order by ${NEWEST} limit ${RANKED}) as k),
          ranked as (select place, at, subject_id, (ts_rank(search, ${value(asQuery({ words, marks: [] }))}::tsquery) * 1000000 + case when named then 1000000 else 0 end)::int as rank from near where ${isRead})
        select place, rank from ranked
        where true ${after ? `and (rank, at, subject_id) < (${value(Number(after[0]))}::int, ${value(after[1])}::timestamptz, ${value(after[2])}::uuid)` : ""}
        order by rank desc, ${NEWEST} limit ${value(limit)}`;
    }
  }
}
