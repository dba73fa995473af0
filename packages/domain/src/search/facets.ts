/** Exact up to here; above it a list says "more than 1,000". */
export const COUNT_CAP = 1_000;

/** How many there are; `more` when there are at least that many, and perhaps more. */
export type Counted = { readonly count: number; readonly more: boolean };
export type FacetValue = Counted & { readonly value: string };

export const FACET_NAMES = ["field", "region", "stage", "price", "mode"] as const;
export type FacetName = (typeof FACET_NAMES)[number];
export type EntryFacets = Readonly<Record<FacetName | "kind", readonly FacetValue[]>>;

/** Rows of one count: each value of each facet with how often it was seen. */
export type FacetRow = { readonly facet: string; readonly value: string | null; readonly n: number };
/** Of the newest `seen` entries that fit; `isCut` when there may be more. */
export type FacetCounts = { readonly rows: readonly FacetRow[]; readonly seen: number; readonly isCut: boolean };

function counted(found: number, isCut: boolean): Counted {
  return found > COUNT_CAP ? { count: COUNT_CAP, more: true } : { count: found, more: isCut };
}

/** How many there are in all. */
export function totalOf({ seen, isCut }: FacetCounts): Counted {
  return counted(seen, isCut);
}

/** The values of each facet, most frequent first; a facet that is filtered by has counts of its own. */
export function facetsOf(common: FacetCounts, own: Partial<Record<FacetName, FacetCounts>>): EntryFacets {
  const valuesOf = (facet: FacetName | "kind"): readonly FacetValue[] => {
    const { rows, isCut } = (facet === "kind" ? undefined : own[facet]) ?? common;
    return rows
      .flatMap((row) => (row.facet === facet && row.value !== null ? [{ value: row.value, n: row.n, ...counted(row.n, isCut) }] : []))
      .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
      .map(({ value, count, more }) => ({ value, count, more }));
  };
  return { kind: valuesOf("kind"), field: valuesOf("field"), region: valuesOf("region"), stage: valuesOf("stage"), price: valuesOf("price"), mode: valuesOf("mode") };
}
