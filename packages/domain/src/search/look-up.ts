import { createHash } from "node:crypto";
import type pg from "pg";
import type { FacetCounts, FacetRow } from "./facets.ts";
import { markTerm } from "./marks.ts";
import type { SearchKind, SearchSort } from "./search.schema.ts";
import { firstSlice, knownMonths, nextSlice, type Slice } from "./slices.ts";

/** What to look for: words and marks as terms of a tsquery. A limit of 0 asks for counts alone. */
export type Ask = { readonly words: string | null; readonly marks: readonly string[]; readonly q: string; readonly sort: SearchSort; readonly limit: number; readonly after: readonly (string | number)[] | null; readonly now: Date };

export type EntryRow = {
  readonly kind: SearchKind; readonly subjectId: string; readonly title: string; readonly titleEn: string | null; readonly text: string; readonly ownerId: string; readonly ownerName: string;
  readonly field: string | null; readonly divisionCode: string; readonly stage: string | null; readonly modes: readonly string[]; readonly priceFen: bigint | null; readonly dueAt: Date | null;
  readonly at: Date; readonly rank: number; readonly card: unknown;
};

export type Looked = { readonly page: readonly EntryRow[]; readonly counts: FacetCounts };

/** Whatever is looked for, no more entries than these are ever counted, and no more than those compared for relevance: the newest ones. */
const COUNTED = 4_000;
const FETCHED = 50_000;
const RANKED = 300;
/** An order of time needs the newest hits only; they stand in the newest slices. */
const BY_TIME: ReadonlySet<SearchSort> = new Set<SearchSort>(["newest", "relevance"]);

/**
 * Looks in the newest part of the index first, and further back as long as that did not yield enough: a common word costs no more than a rare
 * one, and the page is exactly that of the whole.
 */
export async function lookUp(pool: pg.Pool, ask: Ask): Promise<Looked> {
  const months = await knownMonths(pool, ask.now);
  const before = ask.sort === "newest" && ask.after !== null ? new Date(String(ask.after[0])) : ask.now;
  let slice: Slice | undefined = firstSlice(months, before);
  for (;;) {
    const looked = await lookInto(pool, ask, slice);
    const next = nextSlice(months, slice, looked.counts.seen, before);
    if (next === undefined) return looked;
    slice = next;
  }
}

async function lookInto(pool: pg.Pool, ask: Ask, slice: Slice): Promise<Looked> {
  const { text, values } = statementOf(ask, slice);
  // An order by price or day is planned for the very words: read off its own index for common ones, sorted for rare ones.
  const named = BY_TIME.has(ask.sort) ? { name: nameOf(text) } : {};
  const { rows } = await pool.query<{ n: number; facets: FacetRow[] | null; page: WireRow[] | null }>({ ...named, text, values });
  const { n, facets, page } = rows[0]!;
  return { page: (page ?? []).map(fromWire), counts: { rows: facets ?? [], seen: n, isCut: slice.months !== undefined || n >= COUNTED } };
}

/** The same text has the same name, so that a connection parses it once; there are few texts, whatever is asked. */
function nameOf(text: string): string {
  return `search-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}

/** The statement for an ask: words and marks are one value, so that the texts differ by sort and position only. Also what the bench runs bare. */
export function statementOf(ask: Ask, slice: Slice): { readonly text: string; readonly values: unknown[] } {
  const { words, marks, limit } = ask;
  const terms = [...(words === null ? [] : [words.startsWith("(") ? words : `(${words})`]), ...marks, ...(slice.months === undefined ? [] : [markTerm("t", slice.months)!])];
  const values: unknown[] = [terms.length === 0 ? null : terms.join(" & "), limit];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const fits = "e.search @@ $1::tsquery";
  // Without a single term the newest are read off the index of time.
  const all = terms.length === 0 ? `select ${KEYS} from search_entry e where $1::text is null order by e.at desc, e.subject_id desc limit ${COUNTED}` : `select ${KEYS} from search_entry e where ${fits} limit ${FETCHED}`;
  return {
    text: `
      with fit as materialized (${all}),
      hit as materialized (select * from fit order by at desc, subject_id desc limit ${COUNTED}),
      page as (${pageOf(ask, terms.length > 0 ? fits : "$1::text is null and e.search is not null", value)})
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
const SHOWN = `e.kind, e.subject_id as "subjectId", e.title, e.title_en as "titleEn", e.text, e.owner_id as "ownerId", e.owner_name as "ownerName", e.field, e.division_code as "divisionCode", e.stage, e.modes,
  e.price_fen::text as "priceFen", e.due_at as "dueAt", e.at, e.card`;
type Value = (given: unknown) => string;

function pageOf({ sort, words, q, after }: Ask, fits: string, value: Value): string {
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
    case "due":
      return `select ${SHOWN}, 0 as rank from search_entry e where ${fits} ${later("e.due_at", "timestamptz", "asc", after, value)} order by e.due_at, e.subject_id limit $2`;
    case "price-asc":
      return `select ${SHOWN}, 0 as rank from search_entry e where ${fits} ${later("e.price_fen", "bigint", "asc", after, value)} order by e.price_fen, e.subject_id limit $2`;
    case "price-desc":
      return `select ${SHOWN}, 0 as rank from search_entry e where ${fits} ${later("e.price_fen", "bigint", "desc", after, value)} order by e.price_fen desc nulls last, e.subject_id limit $2`;
  }
}

/** What comes after a position in an order in which those without a value come last. */
function later(column: string, type: string, order: "asc" | "desc", after: Ask["after"], value: Value): string {
  if (after === null) return "";
  const [first, id] = after;
  if (first === "-") return `and ${column} is null and e.subject_id > ${value(id)}::uuid`;
  const [than, its] = [`${value(first)}::${type}`, `${value(id)}::uuid`];
  return `and (${column} ${order === "asc" ? ">" : "<"} ${than} or (${column} = ${than} and e.subject_id > ${its}) or ${column} is null)`;
}

type WireRow = Omit<EntryRow, "priceFen" | "dueAt" | "at"> & { readonly priceFen: string | null; readonly dueAt: string | null; readonly at: string; readonly no: number };

function fromWire({ no: _place, priceFen, dueAt, at, ...row }: WireRow): EntryRow {
  return { ...row, priceFen: priceFen === null ? null : BigInt(priceFen), dueAt: dueAt === null ? null : new Date(dueAt), at: new Date(at) };
}
