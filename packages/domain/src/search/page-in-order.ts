import type pg from "pg";
import { fromWire, SHOWN, type EntryRow, type WireRow } from "./entry-row.ts";
import { spanOf } from "./price-bands.ts";
import type { SearchSort } from "./search.schema.ts";

/** An order in which any entry, however old, may come first. */
export type OrderAsk = {
  readonly terms: readonly string[];
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

/**
 * A page of all hits in an order by price or day, those without one last. Few hits are all read and put in order; of many the first ones are met soon
 * on the way through the order's own index.
 */
export async function pageInOrder(pool: pg.Pool, ask: OrderAsk, areFew: boolean): Promise<readonly EntryRow[]> {
  const { column, order } = ORDERS[ask.sort];
  const query = ask.terms.length === 0 ? null : ask.terms.join(" & ");
  const values: unknown[] = [query, ask.limit];
  const beyond = positionOf(ask, values);
  // "is true" hides the words' index from the planner, which knows too little of how common they are together.
  const fits = query === null ? "$1::text is null" : "(e.search @@ $1::tsquery) is true";
  const text = areFew
    ? `with hit as materialized (select e.kind, e.subject_id, e.${column} from search_entry e where ${query === null ? fits : "e.search @@ $1::tsquery"}),
         first as (select * from hit e where true ${beyond} order by ${order} limit $2)
       select ${SHOWN}, 0 as rank from first f join search_entry e using (kind, subject_id) order by ${order}`
    : `select ${SHOWN}, 0 as rank from search_entry e where ${fits} and e.search is not null ${spanTerm(ask, values)} ${beyond} order by ${order} limit $2`;
  const { rows } = await pool.query<WireRow>({ text, values });
  return rows.map(fromWire);
}

function spanTerm({ sort, bands }: OrderAsk, values: unknown[]): string {
  const span = sort === "due" ? undefined : spanOf(bands);
  if (span === undefined) return "";
  return `and e.price_fen >= $${values.push(span.fromFen)}${span.toFen === null ? "" : ` and e.price_fen < $${values.push(span.toFen)}`}`;
}

function positionOf({ sort, after }: OrderAsk, values: unknown[]): string {
  if (after === null) return "";
  const { column, type, sign } = ORDERS[sort];
  const [first, id] = after;
  const value = (given: unknown): string => `$${values.push(given)}`;
  if (first === "-") return `and e.${column} is null and e.subject_id > ${value(id)}::uuid`;
  const [than, its] = [`${value(first)}::${type}`, `${value(id)}::uuid`];
  return `and (e.${column} ${sign} ${than} or (e.${column} = ${than} and e.subject_id > ${its}) or e.${column} is null)`;
}
