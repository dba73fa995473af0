import { z } from "zod";
import { Id } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

/** What can be found: a result of the library, a demand, a listing of a venue. */
export const SEARCH_KINDS = ["RESULT", "DEMAND", "LISTING"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const SEARCH_SORTS = ["relevance", "newest", "due", "price-asc", "price-desc"] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

export const SEARCH_TEXT_MAX = 60;

/** A filter of an address: given once, several times, or separated by commas. */
export const FilterValues = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => [given ?? []].flat().flatMap((text) => text.split(",")).map((text) => text.trim()).filter((text) => /^[\w-]{1,40}$/.test(text)).slice(0, 40));

/** What somebody typed to look for, cut to what a search takes. */
export function SearchText(max: number) {
  return z.string().max(2_000).optional().transform((text) => (text ?? "").trim().slice(0, max));
}

/** What an address may ask for. A filter that makes no sense is no filter: addresses are shared, and typed by hand. */
export const SearchInput = PageInput.extend({
  q: SearchText(SEARCH_TEXT_MAX),
  field: FilterValues,
  /** First two digits of the division code: the province. */
  region: FilterValues,
  stage: FilterValues,
  price: FilterValues,
  mode: FilterValues,
  owner: Id.optional().catch(undefined),
  sort: z.enum(SEARCH_SORTS).optional().catch(undefined),
});
export type SearchInput = z.infer<typeof SearchInput>;
