import { z } from "zod";

/** Exact up to here; above it a list says "more than 1,000". */
export const COUNT_CAP = 1_000;

/** How many there are; `more` when there are at least that many, and perhaps more. */
export type Counted = { readonly count: number; readonly more: boolean };
export type FacetValue = Counted & { readonly value: string };

/**
 * Rows that counts look at: a bound on the work, whatever is searched for. Looking whether a row holds a word costs ten times as much as
 * looking at its columns.
 */
const SAMPLE = 20_000;
const SAMPLE_WITH_WORDS = 2_000;

export function sampleOf(tsquery: string | null): number {
  return tsquery === null ? SAMPLE : SAMPLE_WITH_WORDS;
}

export function counted(found: number, sampled = false): Counted {
  return found > COUNT_CAP ? { count: COUNT_CAP, more: true } : { count: found, more: sampled };
}

/** Rows of one count: each value of each facet with how often it was seen, and "all" with how many rows were. */
export type FacetRow = { readonly facet: string; readonly value: string | null; readonly n: number };
export type FacetCounts = { readonly rows: readonly FacetRow[]; readonly sample: number };

/** How many rows there are in all. */
export function totalOf({ rows }: FacetCounts): Counted {
  return counted(rows.find(({ facet }) => facet === "all")?.n ?? 0);
}

/** The values of one facet, most frequent first. */
export function facetOf(facet: string, { rows, sample }: FacetCounts): FacetValue[] {
  const sampled = rows.some((row) => row.facet === "all" && row.n > sample);
  return rows
    .flatMap((row) => (row.facet === facet && row.value !== null ? [{ value: row.value, ...counted(row.n, sampled), n: row.n }] : []))
    .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
    .map(({ value, count, more }) => ({ value, count, more }));
}

/** A filter of an address: given once, several times, or separated by commas. */
export const FilterValues = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => [given ?? []].flat().flatMap((text) => text.split(",")).map((text) => text.trim()).filter((text) => /^[\w-]{1,40}$/.test(text)).slice(0, 40));

/** What somebody typed to look for, cut to what a search takes. */
export function SearchText(max: number) {
  return z.string().max(2_000).optional().transform((text) => (text ?? "").trim().slice(0, max));
}
