import { z } from "zod";
import { Prisma } from "../generated/client.ts";
import { forgivingQuery, SEARCH_TEXT_MAX, searchQuery } from "../shared/bigrams.ts";
import { facetOf, FilterValues, sampleOf, SearchText, totalOf, type FacetCounts, type FacetRow, type FacetValue } from "../shared/facets.ts";
import { excerpt, highlight, highlightWords } from "../shared/highlight.ts";
import { Id } from "../shared/input.ts";
import { decodeCursor, pageOf, PageInput } from "../shared/paging.ts";
import { SYNONYMS } from "../shared/synonyms.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";

export const DEMAND_SORTS = ["relevance", "newest", "deadline", "budget-desc"] as const;
export type DemandSort = (typeof DEMAND_SORTS)[number];

export const SearchDemandsInput = PageInput.extend({
  q: SearchText(SEARCH_TEXT_MAX),
  field: FilterValues,
  /** First two digits of the division code: the province. */
  region: FilterValues,
  owner: Id.optional().catch(undefined),
  sort: z.enum(DEMAND_SORTS).optional().catch(undefined),
});
type Input = z.infer<typeof SearchDemandsInput>;

const RANKED = 300;
const EXCERPT = 110;

type Row = {
  id: string; title: string; problem: string; field: string; budgetFen: bigint | null; deadlineOn: string | null; divisionCode: string; publishedAt: Date; ownerId: string; ownerName: string;
  rank: number;
};

/** Open demands that fit words and filters, with counts by facet. Drafts and ended demands are never looked at. */
export const searchDemands = defineQuery("demand.search", SearchDemandsInput, async (ctx, input) => {
  ctx.authorise();
  const asked = input.q === "" ? null : searchQuery(input.q, SYNONYMS);
  const exact = await found(ctx, input, asked);
  const forgiven = exact.items.length === 0 && asked !== null && input.cursor === undefined ? forgivingQuery(input.q) : null;
  const near = forgiven === null ? exact : await found(ctx, input, forgiven);
  const words = input.q === "" ? [] : highlightWords(input.q, SYNONYMS);
  return {
    ...near,
    items: near.items.map(({ id: demandId, problem, rank: _rank, ...row }) => ({ demandId, ...row, titleParts: highlight(row.title, words), excerptParts: excerpt(problem, words, EXCERPT) })),
    forgiven: forgiven !== null && near.items.length > 0,
    sort: sortOf(input),
  };
});

function sortOf({ sort, q }: Input): DemandSort {
  const wanted = sort ?? (q === "" ? "newest" : "relevance");
  return wanted === "relevance" && q === "" ? "newest" : wanted;
}

async function found(ctx: ReadContext, input: Input, tsquery: string | null) {
  const all = conditions(input, tsquery);
  const [rows, counts] = await Promise.all([ctx.db.$queryRaw<Row[]>(listing(input, tsquery, all)), facetCounts(ctx, input, tsquery)]);
  const page = pageOf(rows, input.limit, (row) => positionOf(sortOf(input), row));
  return { ...page, ...counts };
}

const FACETS = ["field", "region"] as const;
type Facet = (typeof FACETS)[number];

function conditions(input: Input, tsquery: string | null, without?: Facet): Prisma.Sql {
  const parts = [Prisma.sql`d.state = 'PUBLISHED'`];
  if (tsquery !== null) parts.push(Prisma.sql`d.search @@ ${tsquery}::tsquery`);
  if (without !== "field" && input.field.length > 0) parts.push(Prisma.sql`d.field = any(${input.field}::text[])`);
  if (without !== "region" && input.region.length > 0) parts.push(Prisma.sql`left(d.division_code, 2) = any(${input.region}::text[])`);
  if (input.owner !== undefined) parts.push(Prisma.sql`d.owner_id = ${input.owner}::uuid`);
  return Prisma.join(parts, " and ");
}

function listing(input: Input, tsquery: string | null, all: Prisma.Sql): Prisma.Sql {
  const sort = sortOf(input);
  const chosen =
    sort === "relevance"
      ? Prisma.sql`
          select * from (
            select c.*, round((ts_rank(c.search, ${tsquery}::tsquery) + case when position(lower(${input.q}) in lower(c.title)) > 0 then 1 else 0 end)::numeric * 1000000)::int as rank
            from (select * from demand d where ${all} order by d.published_at desc, d.id desc limit ${RANKED}) as c
          ) as d where true ${afterCursor(sort, input.cursor)} order by ${ORDER[sort]} limit ${input.limit + 1}`
      : Prisma.sql`select d.*, 0 as rank from demand d where ${all} ${afterCursor(sort, input.cursor)} order by ${ORDER[sort]} limit ${input.limit + 1}`;
  return Prisma.sql`
    select d.id, d.title, d.problem, d.field, d.budget_fen as "budgetFen", d.deadline_on::text as "deadlineOn", d.division_code as "divisionCode", d.published_at as "publishedAt",
           d.owner_id as "ownerId", o.name as "ownerName", d.rank
    from (${chosen}) as d join organisation o on o.id = d.owner_id
    order by ${ORDER[sort]}`;
}

const ORDER: Record<DemandSort, Prisma.Sql> = {
  relevance: Prisma.sql`d.rank desc, d.published_at desc, d.id desc`,
  newest: Prisma.sql`d.published_at desc, d.id desc`,
  deadline: Prisma.sql`d.deadline_on nulls last, d.id`,
  "budget-desc": Prisma.sql`d.budget_fen desc nulls last, d.id`,
};

/** "-" stands for no deadline or no budget: after all others. */
function positionOf(sort: DemandSort, row: Row): readonly (string | number)[] {
  switch (sort) {
    case "relevance":
      return [row.rank, row.publishedAt.toISOString(), row.id];
    case "newest":
      return [row.publishedAt.toISOString(), row.id];
    case "deadline":
      return [row.deadlineOn ?? "-", row.id];
    case "budget-desc":
      return [row.budgetFen?.toString() ?? "-", row.id];
  }
}

function afterCursor(sort: DemandSort, cursor: string | undefined): Prisma.Sql {
  const position = decodeCursor(cursor, sort === "relevance" ? 3 : 2);
  if (position === null) return Prisma.empty;
  const [first, second, third] = position;
  switch (sort) {
    case "relevance":
      return Prisma.sql`and (d.rank, d.published_at, d.id) < (${Number(first)}::int, ${second}::timestamptz, ${third}::uuid)`;
    case "newest":
      return Prisma.sql`and (d.published_at, d.id) < (${first}::timestamptz, ${second}::uuid)`;
    case "deadline":
      return first === "-"
        ? Prisma.sql`and d.deadline_on is null and d.id > ${second}::uuid`
        : Prisma.sql`and ((d.deadline_on, d.id) > (${first}::date, ${second}::uuid) or d.deadline_on is null)`;
    case "budget-desc":
      return first === "-"
        ? Prisma.sql`and d.budget_fen is null and d.id > ${second}::uuid`
        : Prisma.sql`and (d.budget_fen < ${first}::bigint or (d.budget_fen = ${first}::bigint and d.id > ${second}::uuid) or d.budget_fen is null)`;
  }
}

export type DemandFacets = Record<Facet, readonly FacetValue[]>;

/** A facet's own filter is left out when its values are counted; the total is counted with all filters. */
async function facetCounts(ctx: ReadContext, input: Input, tsquery: string | null) {
  const filtered = FACETS.filter((facet) => input[facet].length > 0);
  const [common, ...own] = await Promise.all([undefined, ...filtered].map((without) => count(ctx, conditions(input, tsquery, without), sampleOf(tsquery))));
  const valuesOf = (facet: Facet): readonly FacetValue[] => facetOf(facet, own[filtered.indexOf(facet)] ?? common!);
  const facets: DemandFacets = { field: valuesOf("field"), region: valuesOf("region") };
  return { total: totalOf(common!), facets };
}

async function count(ctx: ReadContext, where: Prisma.Sql, sample: number): Promise<FacetCounts> {
  const rows = await ctx.db.$queryRaw<FacetRow[]>`
    with hit as materialized (select d.field, left(d.division_code, 2) as region from demand d where ${where} limit ${sample + 1})
    select 'all' as facet, '' as value, count(*)::int as n from hit
    union all select 'field', field, count(*)::int from hit group by field
    union all select 'region', region, count(*)::int from hit group by region`;
  return { rows, sample };
}
