/** Exact up to here; above it a list says "more than 500". */
const COUNT_CAP = 500;
/** No more hits are ever counted: as many as show that there are more. */
export const COUNTED = COUNT_CAP + 1;

/** How many there are; `more` when there are at least that many, and perhaps more. */
export type Counted = { readonly count: number; readonly more: boolean };
export type FacetValue = Counted & { readonly value: string };

export const FACET_NAMES = ["field", "region", "stage", "price", "mode"] as const;
/** What a search can be narrowed by beside its kinds. */
export type FilterName = (typeof FACET_NAMES)[number];
export type FacetName = FilterName | "kind";
export const ALL_FACETS: readonly FacetName[] = ["kind", ...FACET_NAMES];
export type EntryFacets = Readonly<Record<FacetName, readonly FacetValue[]>>;

/** How often each value of each facet was seen in the newest `seen` entries that fit; `isCut` when there may be more of them. */
export type FacetCounts = { readonly values: ReadonlyMap<FacetName, ReadonlyMap<string, number>>; readonly seen: number; readonly isCut: boolean };

const VALUES: Readonly<Record<FacetName, string>> = { kind: "kind::text", field: "field", region: "region::text", stage: "stage", price: "price_band", mode: "nullif(array_to_string(modes, ','), '')" };

/** What all rows have of these facets as one text, in one pass: to be counted by {@link countValues}, which is quicker than groups of the database. */
export function valuesText(facets: readonly FacetName[]): string {
  return `concat_ws(';', ${facets.map((facet) => `coalesce(string_agg(${VALUES[facet]}, ','), '')`).join(", ")})`;
}

export function countValues(facets: readonly FacetName[], text: string): FacetCounts["values"] {
  const texts = text.split(";");
  return new Map(
    facets.map((facet, at) => {
      const counts = new Map<string, number>();
      for (const value of texts[at] ? texts[at].split(",") : []) counts.set(value, (counts.get(value) ?? 0) + 1);
      return [facet, counts];
    }),
  );
}

function counted(found: number, isCut: boolean): Counted {
  return found > COUNT_CAP ? { count: COUNT_CAP, more: true } : { count: found, more: isCut };
}

/** How many there are in all. */
export function totalOf({ seen, isCut }: FacetCounts): Counted {
  return counted(seen, isCut);
}

/** The values of each facet, most frequent first; one that is filtered by has counts of its own. */
export function facetsOf(common: FacetCounts, own: Partial<Record<FacetName, FacetCounts>>): EntryFacets {
  const valuesOf = (facet: FacetName): readonly FacetValue[] => {
    const { values, isCut } = own[facet] ?? common;
    return [...(values.get(facet) ?? [])].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([value, n]) => ({ value, ...counted(n, isCut) }));
  };
  return { kind: valuesOf("kind"), field: valuesOf("field"), region: valuesOf("region"), stage: valuesOf("stage"), price: valuesOf("price"), mode: valuesOf("mode") };
}
