import { fromWire, SHOWN, type EntryRow, type WireRow } from "./entry-row.ts";
import { markTerm } from "./marks.ts";
import { bandOf, PRICE_BANDS, spanOf } from "./price-bands.ts";
import type { SearchSort } from "./search.schema.ts";
import type { Searching } from "./searching.ts";
import { askNamed, asQuery, fitting, placesIn, type Terms, type Value } from "./statement.ts";

/** An order in which any entry, however old, may come first. */
export type OrderAsk = Terms & {
  /** Bands of prices that the terms ask for as well: the way through the prices begins and ends with them. */
  readonly bands: readonly string[];
  readonly sort: Exclude<SearchSort, "newest" | "relevance">;
  readonly limit: number;
  readonly after: readonly (string | number)[] | null;
};

const ORDERS = {
  due: { column: "due_at", type: "timestamptz", order: "e.due_at, e.subject_id", sign: ">" },
  "price-asc": { column: "price_fen", type: "bigint", order: "e.price_fen, e.subject_id", sign: ">" },
  "price-desc": { column: "price_fen", type: "bigint", order: "e.price_fen desc nulls last, e.subject_id", sign: "<" },
} as const;

/** How to a page of an order: all hits read and sorted, those of one price band after the other, or along the order's own index until enough were met. */
export type OrderWay = "whole" | "bands" | "index";

/** A page of all hits in an order by price or day, those without one last. Every way leads to the same page. */
export async function pageInOrder(searching: Pick<Searching, "db">, ask: OrderAsk, way: OrderWay): Promise<readonly EntryRow[]> {
  if (way === "index") return alongIndex(searching, ask);
  if (way === "whole" || ask.sort === "due") return allInOrder(searching, ask);
  const page: EntryRow[] = [];
  for (const code of bandsInOrder(ask)) {
    page.push(...(await allInOrder(searching, { ...ask, marks: [...ask.marks, markTerm("p", [code])], limit: ask.limit - page.length })));
    if (page.length === ask.limit) break;
  }
  return page;
}

/** From the band of the last position on: most often the first that has any fills the page. */
function bandsInOrder({ sort, bands, after }: OrderAsk): readonly string[] {
  const priced = PRICE_BANDS.filter(({ fromFen }) => fromFen !== null);
  const ordered = [...(sort === "price-desc" ? priced.toReversed() : priced), bandOf(null)];
  const from = after === null ? 0 : ordered.indexOf(bandOf(after[0] === "-" ? null : BigInt(after[0]!)));
  return ordered.slice(from).map(({ code }) => code).filter((code) => bands.length === 0 || bands.includes(code));
}

async function allInOrder({ db }: Pick<Searching, "db">, ask: OrderAsk): Promise<readonly EntryRow[]> {
  const { column, order } = ORDERS[ask.sort];
  const values: unknown[] = [];
  const value = placesIn(values);
  const text = `
    with hit as materialized (${fitting(ask, value, `e.ctid as place, e.kind, e.subject_id, e.${column}`)}),
      first as (select distinct on (${column}, subject_id, kind) * from hit e where true ${beyond(ask, value)} order by ${order}, kind limit ${value(ask.limit)})
    select ${SHOWN}, 0 as rank from first f join search_entry e on e.ctid = f.place order by ${order}`;
  return (await askNamed<WireRow>(db, text, values)).map(fromWire);
}

/** "is true" hides the words' index from the planner, which knows too little of how common they are together. */
async function alongIndex({ db }: Pick<Searching, "db">, ask: OrderAsk): Promise<readonly EntryRow[]> {
  const values: unknown[] = [];
  const value = placesIn(values);
  const query = asQuery(ask);
  const fits = query === null ? "true" : `(e.search @@ ${value(query)}::tsquery) is true`;
  const text = `select ${SHOWN}, 0 as rank from search_entry e where ${fits} and e.search is not null ${spanTerm(ask, value)} ${beyond(ask, value)} order by ${ORDERS[ask.sort].order} limit ${value(ask.limit)}`;
  return (await askNamed<WireRow>(db, text, values)).map(fromWire);
}

function spanTerm({ sort, bands }: OrderAsk, value: Value): string {
  const span = sort === "due" ? undefined : spanOf(bands);
  if (span === undefined) return "";
  return `and e.price_fen >= ${value(span.fromFen)}${span.toFen === null ? "" : ` and e.price_fen < ${value(span.toFen)}`}`;
}

function beyond({ sort, after }: OrderAsk, value: Value): string {
  if (after === null) return "";
  const { column, type, sign } = ORDERS[sort];
  const [first, id] = after;
  if (first === "-") return `and e.${column} is null and e.subject_id > ${value(id)}::uuid`;
  const [than, its] = [`${value(first)}::${type}`, `${value(id)}::uuid`];
  return `and (e.${column} ${sign} ${than} or (e.${column} = ${than} and e.subject_id > ${its}) or e.${column} is null)`;
}
