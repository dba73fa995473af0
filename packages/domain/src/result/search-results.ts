import { z } from "zod";
import { Prisma } from "../generated/client.ts";
import { forgivingQuery, SEARCH_TEXT_MAX, searchQuery } from "../shared/bigrams.ts";
import { facetOf, FilterValues, sampleOf, SearchText, totalOf, type FacetCounts, type FacetRow, type FacetValue } from "../shared/facets.ts";
import { excerpt, highlight, highlightWords } from "../shared/highlight.ts";
import { Id } from "../shared/input.ts";
import { decodeCursor, pageOf, PageInput } from "../shared/paging.ts";
import { SYNONYMS } from "../shared/synonyms.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { PRICE_BANDS, type PriceBand } from "./price-bands.ts";
import type { ResultStage, TradeMode } from "./result.schema.ts";

export const RESULT_SORTS = ["relevance", "newest", "price-asc", "price-desc"] as const;
export type ResultSort = (typeof RESULT_SORTS)[number];

export const SearchResultsInput = PageInput.extend({
  q: SearchText(SEARCH_TEXT_MAX),
  field: FilterValues,
  /** First two digits of the division code: the province. */
  region: FilterValues,
  stage: FilterValues,
  price: FilterValues,
  mode: FilterValues,
  owner: Id.optional().catch(undefined),
  sort: z.enum(RESULT_SORTS).optional().catch(undefined),
});
type Input = z.infer<typeof SearchResultsInput>;

/** Relevance is worked out for the newest matches only, so that a common word costs no more than a rare one. */
const RANKED = 300;
const EXCERPT = 110;

type Row = {
  id: string; title: string; titleEn: string | null; summary: string; field: string; stage: ResultStage; readinessLevel: number; tradeModes: TradeMode[]; askedPriceFen: bigint | null;
  priceNegotiable: boolean; divisionCode: string; publishedAt: Date; ownerId: string; ownerName: string; rank: number; rightsCount: number;
};

/** Published results that fit words and filters, with counts by facet. What is not published is never looked at. */
export const searchResults = defineQuery("result.search", SearchResultsInput, async (ctx, input) => {
  ctx.authorise();
  const asked = input.q === "" ? null : searchQuery(input.q, SYNONYMS);
  const exact = await found(ctx, input, asked);
  const forgiven = exact.items.length === 0 && asked !== null && input.cursor === undefined ? forgivingQuery(input.q) : null;
  const near = forgiven === null ? exact : await found(ctx, input, forgiven);
  const words = input.q === "" ? [] : highlightWords(input.q, SYNONYMS);
  return {
    ...near,
    items: near.items.map(({ id: resultId, summary, rank: _rank, ...row }) => ({ resultId, ...row, titleParts: highlight(row.title, words), excerptParts: excerpt(summary, words, EXCERPT) })),
    /** True when nothing held every word, and one wrong character in each was let pass. */
    forgiven: forgiven !== null && near.items.length > 0,
    sort: sortOf(input),
  };
});

function sortOf({ sort, q }: Input): ResultSort {
  const wanted = sort ?? (q === "" ? "newest" : "relevance");
  return wanted === "relevance" && q === "" ? "newest" : wanted;
}

async function found(ctx: ReadContext, input: Input, tsquery: string | null) {
  const all = conditions(input, tsquery);
  const [rows, counts] = await Promise.all([ctx.db.$queryRaw<Row[]>(listing(input, tsquery, all)), facetCounts(ctx, input, tsquery)]);
  const page = pageOf(rows, input.limit, (row) => positionOf(sortOf(input), row));
  return { ...page, ...counts };
}

const FACETS = ["field", "region", "stage", "price", "mode"] as const;
type Facet = (typeof FACETS)[number];

/** All that a row must be; a facet's own filter is left out when its values are counted. */
function conditions(input: Input, tsquery: string | null, without?: Facet): Prisma.Sql {
  const wanted = (facet: Facet): readonly string[] => (facet === without ? [] : input[facet]);
  const parts = [Prisma.sql`r.state = 'PUBLISHED'`];
  if (tsquery !== null) parts.push(Prisma.sql`r.search @@ ${tsquery}::tsquery`);
  if (wanted("field").length > 0) parts.push(Prisma.sql`r.field = any(${wanted("field")}::text[])`);
  if (wanted("region").length > 0) parts.push(Prisma.sql`left(r.division_code, 2) = any(${wanted("region")}::text[])`);
  if (wanted("stage").length > 0) parts.push(Prisma.sql`r.stage::text = any(${wanted("stage")}::text[])`);
  if (wanted("mode").length > 0) parts.push(Prisma.sql`r.trade_modes && ${wanted("mode")}::text[]`);
  const bands = PRICE_BANDS.filter(({ code }) => wanted("price").includes(code));
  if (bands.length > 0) parts.push(Prisma.sql`(${Prisma.join(bands.map(inBand), " or ")})`);
  if (input.owner !== undefined) parts.push(Prisma.sql`r.owner_id = ${input.owner}::uuid`);
  return Prisma.join(parts, " and ");
}

function inBand({ fromFen, toFen }: PriceBand): Prisma.Sql {
  if (fromFen === null) return Prisma.sql`r.asked_price_fen is null`;
  return toFen === null ? Prisma.sql`r.asked_price_fen >= ${fromFen}` : Prisma.sql`(r.asked_price_fen >= ${fromFen} and r.asked_price_fen < ${toFen})`;
}

function listing(input: Input, tsquery: string | null, all: Prisma.Sql): Prisma.Sql {
  const sort = sortOf(input);
  const chosen =
    sort === "relevance"
      ? Prisma.sql`
          select * from (
            select c.*, round((ts_rank(c.search, ${tsquery}::tsquery) + case when position(lower(${input.q}) in lower(c.title)) > 0 then 1 else 0 end)::numeric * 1000000)::int as rank
            from (select * from result r where ${all} order by r.published_at desc, r.id desc limit ${RANKED}) as c
          ) as r where true ${afterCursor(sort, input.cursor)} order by ${ORDER[sort]} limit ${input.limit + 1}`
      : Prisma.sql`select r.*, 0 as rank from result r where ${all} ${afterCursor(sort, input.cursor)} order by ${ORDER[sort]} limit ${input.limit + 1}`;
  return Prisma.sql`
    select r.id, r.title, r.title_en as "titleEn", r.summary, r.field, r.stage::text as stage, r.readiness_level as "readinessLevel", r.trade_modes as "tradeModes",
           r.asked_price_fen as "askedPriceFen", r.price_negotiable as "priceNegotiable", r.division_code as "divisionCode", r.published_at as "publishedAt",
           r.owner_id as "ownerId", o.name as "ownerName", r.rank, (select count(*)::int from result_right t where t.result_id = r.id) as "rightsCount"
    from (${chosen}) as r join organisation o on o.id = r.owner_id
    order by ${ORDER[sort]}`;
}

const ORDER: Record<ResultSort, Prisma.Sql> = {
  relevance: Prisma.sql`r.rank desc, r.published_at desc, r.id desc`,
  newest: Prisma.sql`r.published_at desc, r.id desc`,
  "price-asc": Prisma.sql`r.asked_price_fen, r.id`,
  "price-desc": Prisma.sql`r.asked_price_fen desc nulls last, r.id`,
};

/** "-" stands for a price to be negotiated: after all prices, in either order. */
function positionOf(sort: ResultSort, row: Row): readonly (string | number)[] {
  switch (sort) {
    case "relevance":
      return [row.rank, row.publishedAt.toISOString(), row.id];
    case "newest":
      return [row.publishedAt.toISOString(), row.id];
    default:
      return [row.askedPriceFen?.toString() ?? "-", row.id];
  }
}

function afterCursor(sort: ResultSort, cursor: string | undefined): Prisma.Sql {
  const position = decodeCursor(cursor, sort === "relevance" ? 3 : 2);
  if (position === null) return Prisma.empty;
  const [first, second, third] = position;
  switch (sort) {
    case "relevance":
      return Prisma.sql`and (r.rank, r.published_at, r.id) < (${Number(first)}::int, ${second}::timestamptz, ${third}::uuid)`;
    case "newest":
      return Prisma.sql`and (r.published_at, r.id) < (${first}::timestamptz, ${second}::uuid)`;
    default:
      if (first === "-") return Prisma.sql`and r.asked_price_fen is null and r.id > ${second}::uuid`;
      return sort === "price-asc"
        ? Prisma.sql`and ((r.asked_price_fen, r.id) > (${first}::bigint, ${second}::uuid) or r.asked_price_fen is null)`
        : Prisma.sql`and (r.asked_price_fen < ${first}::bigint or (r.asked_price_fen = ${first}::bigint and r.id > ${second}::uuid) or r.asked_price_fen is null)`;
  }
}

export type ResultFacets = Record<Facet, readonly FacetValue[]>;

/** One look at the matches serves the total and every facet that is not filtered by; a filtered facet is counted as if it were not. */
async function facetCounts(ctx: ReadContext, input: Input, tsquery: string | null) {
  const filtered = FACETS.filter((facet) => input[facet].length > 0);
  const [common, ...own] = await Promise.all([undefined, ...filtered].map((without) => count(ctx, conditions(input, tsquery, without), sampleOf(tsquery))));
  const valuesOf = (facet: Facet): readonly FacetValue[] => facetOf(facet, own[filtered.indexOf(facet)] ?? common!);
  const facets: ResultFacets = { field: valuesOf("field"), region: valuesOf("region"), stage: valuesOf("stage"), price: valuesOf("price"), mode: valuesOf("mode") };
  return { total: totalOf(common!), facets };
}

const BAND_OF_PRICE = Prisma.sql`case ${Prisma.join(PRICE_BANDS.map((band) => Prisma.sql`when ${inBand(band)} then ${band.code}`), " ")} end`;

async function count(ctx: ReadContext, where: Prisma.Sql, sample: number): Promise<FacetCounts> {
  const rows = await ctx.db.$queryRaw<FacetRow[]>`
    with hit as materialized (
      select r.field, left(r.division_code, 2) as region, r.stage::text as stage, ${BAND_OF_PRICE} as price, r.trade_modes as modes from result r where ${where} limit ${sample + 1}
    )
    select 'all' as facet, '' as value, count(*)::int as n from hit
    union all select 'field', field, count(*)::int from hit group by field
    union all select 'region', region, count(*)::int from hit group by region
    union all select 'stage', stage, count(*)::int from hit group by stage
    union all select 'price', price, count(*)::int from hit group by price
    union all select 'mode', mode, count(*)::int from hit, unnest(modes) as mode group by mode`;
  return { rows, sample };
}
