import { z } from "zod";
import { findEntries, SearchInput, type Found } from "../search/index.ts";
import { defineQuery } from "../shared/use-case.ts";
import type { ResultStage, TradeMode } from "./result.schema.ts";

export const RESULT_SORTS = ["relevance", "newest", "price-asc", "price-desc"] as const;
export type ResultSort = (typeof RESULT_SORTS)[number];

const SearchResultsInput = SearchInput.extend({ sort: z.enum(RESULT_SORTS).optional().catch(undefined) });
const Card = z.object({ readinessLevel: z.number(), priceNegotiable: z.boolean(), rightsCount: z.number() });

/** A result as lists show it. */
export function foundResult({ subjectId: resultId, title, titleEn, titleParts, excerptParts, field, stage, modes, priceFen, divisionCode, at, ownerId, ownerName, ownerNameEn, card }: Found) {
  return {
    resultId, title, titleEn, titleParts, excerptParts, field: field!, stage: stage as ResultStage, tradeModes: modes as readonly TradeMode[], askedPriceFen: priceFen, divisionCode, publishedAt: at, ownerId, ownerName, ownerNameEn,
    ...Card.parse(card),
  };
}
export type FoundResult = ReturnType<typeof foundResult>;

/** Published results that fit words and filters, with counts by facet. */
export const searchResults = defineQuery("result.search", SearchResultsInput, async (ctx, input) => {
  ctx.authorise();
  const { items, sort, ...page } = await findEntries(ctx, input, ["RESULT"]);
  return { ...page, items: items.map(foundResult), sort: sort as ResultSort };
});
