export { PRICE_BANDS, type PriceBand } from "./price-bands.ts";
export { SEARCH_KINDS, type SearchKind } from "./search.schema.ts";
