import { z } from "zod";
import { findEntries, SearchInput, type Found, type SearchSort } from "../search/index.ts";
import { defineQuery } from "../shared/use-case.ts";

export const DEMAND_SORTS = ["relevance", "newest", "deadline", "budget-desc"] as const;
export type DemandSort = (typeof DEMAND_SORTS)[number];

const SORTED_AS: Readonly<Record<DemandSort, SearchSort>> = { relevance: "relevance", newest: "newest", deadline: "due", "budget-desc": "price-desc" };
const SearchDemandsInput = SearchInput.extend({ sort: z.enum(DEMAND_SORTS).optional().catch(undefined) });
const Card = z.object({ deadlineOn: z.string().nullable() });

/** A demand as lists show it. */
export function foundDemand({ subjectId: demandId, title, titleParts, excerptParts, field, priceFen, divisionCode, at, ownerId, ownerName, ownerNameEn, card }: Found) {
  return { demandId, title, titleParts, excerptParts, field: field!, budgetFen: priceFen, divisionCode, publishedAt: at, ownerId, ownerName, ownerNameEn, ...Card.parse(card) };
}
export type FoundDemand = ReturnType<typeof foundDemand>;

/** Open demands that fit words and filters, with counts by facet. */
export const searchDemands = defineQuery("demand.search", SearchDemandsInput, async (ctx, { sort: wanted, ...input }) => {
  ctx.authorise();
  const { items, sort, ...page } = await findEntries(ctx, { ...input, sort: wanted && SORTED_AS[wanted] }, ["DEMAND"]);
  return { ...page, items: items.map(foundDemand), sort: DEMAND_SORTS.find((one) => SORTED_AS[one] === sort)! };
});
