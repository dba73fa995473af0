import { z } from "zod";
import { defineQuery } from "../shared/use-case.ts";
import { countByKind, findEntries } from "./find-entries.ts";
import { FilterValues, SEARCH_KINDS, SEARCH_TEXT_MAX, SearchInput, SearchText } from "./search.schema.ts";

const MarketInput = SearchInput.extend({ kind: FilterValues });

/** One search over results, demands and listings (全站检索). Only what is public has an entry. */
export const findInMarket = defineQuery("search.find", MarketInput, async (ctx, { kind, ...input }) => {
  ctx.authorise();
  const wanted = SEARCH_KINDS.filter((one) => kind.includes(one));
  const narrowed = wanted.length === 0 || wanted.length === SEARCH_KINDS.length ? SEARCH_KINDS : wanted;
  const [page, kinds] = await Promise.all([findEntries(ctx, input, narrowed), narrowed === SEARCH_KINDS ? null : countByKind(ctx, input)]);
  return { ...page, facets: { ...page.facets, kind: kinds ?? page.facets.kind } };
});

const SUGGESTED = 8;

/** What may be meant, while it is being typed: names of what would be found. */
export const suggest = defineQuery("search.suggest", z.object({ q: SearchText(SEARCH_TEXT_MAX), kind: FilterValues }), async (ctx, { q, kind }) => {
  ctx.authorise();
  if (q === "") return { items: [] };
  const wanted = SEARCH_KINDS.filter((one) => kind.includes(one));
  const { items, forgiven } = await findEntries(ctx, SearchInput.parse({ q, limit: SUGGESTED * 2 }), wanted.length === 0 ? SEARCH_KINDS : wanted);
  const seen = new Set<string>();
  const distinct = items.filter(({ title }) => !seen.has(title) && seen.add(title)).slice(0, SUGGESTED);
  return { items: distinct.map(({ kind: is, subjectId, title, titleEn, titleParts, ownerName, ownerNameEn }) => ({ kind: is, id: subjectId, title, titleEn, titleParts, ownerName, ownerNameEn })), forgiven };
});
