import { z } from "zod";
import { Prisma } from "../generated/client.ts";
import { FilterValues, searchQuery, SEARCH_TEXT_MAX, SearchText, SYNONYMS, type Found } from "../search/index.ts";
import { Id, YuanText } from "../shared/input.ts";
import { decodeCursor, pageOf, PageInput } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { LISTING_MOVES, type ListingState } from "./listing.machine.ts";

/** Where a listing stands, in four words that a visitor knows. */
export const LISTING_GROUPS = {
  open: ["LISTED", "SUSPENDED"],
  trading: ["BIDDING", "AGREE_PRICE"],
  sold: ["AWARDED", "CONTRACTING", "SETTLING", "CERTIFIED", "CLOSED"],
  ended: ["LAPSED", "WITHDRAWN", "TERMINATED", "DEFAULT"],
} as const satisfies Record<string, readonly ListingState[]>;
export type ListingGroup = keyof typeof LISTING_GROUPS;

export const LISTING_SORTS = ["newest", "ending", "price-asc", "price-desc"] as const;
export type ListingSort = (typeof LISTING_SORTS)[number];

/** A filter that makes no sense is no filter: addresses are shared, and typed by hand. */
export const SearchListingsInput = PageInput.extend({
  q: SearchText(SEARCH_TEXT_MAX),
  group: z.enum(Object.keys(LISTING_GROUPS) as [ListingGroup, ...ListingGroup[]]).optional().catch(undefined),
  field: FilterValues,
  /** First two digits of the division code: the province. */
  region: FilterValues,
  mode: FilterValues,
  venue: Id.optional().catch(undefined),
  seller: Id.optional().catch(undefined),
  result: Id.optional().catch(undefined),
  priceFrom: YuanText.optional().catch(undefined),
  priceTo: YuanText.optional().catch(undefined),
  sort: z.enum(LISTING_SORTS).default("newest").catch("newest"),
});
type Input = z.infer<typeof SearchListingsInput>;

type Row = {
  listingId: string; no: string; state: ListingState; tradeMode: string; licenceKind: string | null; licenceYears: number | null; priceFen: bigint; publishedAt: Date;
  periodEndsAt: Date; divisionCode: string; resultId: string; title: string; titleEn: string | null; field: string | null; readinessLevel: number | null;
  sellerName: string; sellerNameEn: string | null; venueName: string; venueNameEn: string | null;
};

/** Listings that are or were public. Who wants to buy, and how many, is told to nobody while it runs. */
export const searchListings = defineQuery("listing.search", SearchListingsInput, async (ctx, input) => {
  ctx.authorise();
  const rows = await ctx.db.$queryRaw<Row[]>`
    select l.id as "listingId", l.no, l.state::text as state, l.trade_mode as "tradeMode", l.licence_kind as "licenceKind", l.licence_years as "licenceYears", l.price_fen as "priceFen",
           l.published_at as "publishedAt", l.period_ends_at as "periodEndsAt", l.division_code as "divisionCode", l.result_id as "resultId",
           r.title, r.title_en as "titleEn", r.field, r.readiness_level as "readinessLevel",
           s.name as "sellerName", s.name_en as "sellerNameEn", v.name as "venueName", v.name_en as "venueNameEn"
    from listing l join result r on r.id = l.result_id join organisation s on s.id = l.seller_id join organisation v on v.id = l.venue_id
    where ${conditions(input)} ${after(input)} order by ${ORDER[input.sort]} limit ${input.limit + 1}`;
  return pageOf(rows, input.limit, (row) => [positionOf(input.sort, row), row.listingId]);
});

function conditions(input: Input): Prisma.Sql {
  const states: readonly string[] = input.group === undefined ? [] : LISTING_GROUPS[input.group];
  const tsquery = input.q === "" ? null : searchQuery(input.q, SYNONYMS);
  return Prisma.join(
    [
      Prisma.sql`l.published_at is not null`,
      Prisma.sql`r.state not in ('WITHHELD', 'SEALED')`,
      ...(states.length === 0 ? [] : [Prisma.sql`l.state::text = any(${states}::text[])`]),
      ...(tsquery === null ? [] : [Prisma.sql`exists (select 1 from search_entry e where e.kind = 'LISTING' and e.subject_id = l.id and e.search @@ ${tsquery}::tsquery)`]),
      ...(input.field.length === 0 ? [] : [Prisma.sql`r.field = any(${input.field}::text[])`]),
      ...(input.region.length === 0 ? [] : [Prisma.sql`left(l.division_code, 2) = any(${input.region}::text[])`]),
      ...(input.mode.length === 0 ? [] : [Prisma.sql`l.trade_mode = any(${input.mode}::text[])`]),
      ...(input.venue === undefined ? [] : [Prisma.sql`l.venue_id = ${input.venue}::uuid`]),
      ...(input.seller === undefined ? [] : [Prisma.sql`l.seller_id = ${input.seller}::uuid`]),
      ...(input.result === undefined ? [] : [Prisma.sql`l.result_id = ${input.result}::uuid`]),
      ...(input.priceFrom === undefined ? [] : [Prisma.sql`l.price_fen >= ${input.priceFrom}`]),
      ...(input.priceTo === undefined ? [] : [Prisma.sql`l.price_fen <= ${input.priceTo}`]),
    ],
    " and ",
  );
}

const ORDER: Record<ListingSort, Prisma.Sql> = {
  newest: Prisma.sql`l.published_at desc, l.id desc`,
  ending: Prisma.sql`l.period_ends_at, l.id`,
  "price-asc": Prisma.sql`l.price_fen, l.id`,
  "price-desc": Prisma.sql`l.price_fen desc, l.id desc`,
};

function positionOf(sort: ListingSort, row: Row): string {
  if (sort === "newest") return row.publishedAt.toISOString();
  return sort === "ending" ? row.periodEndsAt.toISOString() : row.priceFen.toString();
}

function after({ sort, cursor }: Input): Prisma.Sql {
  const position = decodeCursor(cursor, 2);
  if (position === null) return Prisma.empty;
  const [first, id] = position;
  switch (sort) {
    case "newest":
      return Prisma.sql`and (l.published_at, l.id) < (${first}::timestamptz, ${id}::uuid)`;
    case "ending":
      return Prisma.sql`and (l.period_ends_at, l.id) > (${first}::timestamptz, ${id}::uuid)`;
    case "price-asc":
      return Prisma.sql`and (l.price_fen, l.id) > (${first}::bigint, ${id}::uuid)`;
    case "price-desc":
      return Prisma.sql`and (l.price_fen, l.id) < (${first}::bigint, ${id}::uuid)`;
  }
}

const Card = z.object({
  no: z.string(), state: z.enum(LISTING_MOVES.map(([, , , to]) => to) as [ListingState, ...ListingState[]]), tradeMode: z.string(), licenceKind: z.string().nullable(), licenceYears: z.number().nullable(),
  periodEndsAt: z.coerce.date(), venueName: z.string(), venueNameEn: z.string().nullable(),
});

/** A listing as lists show it, out of a search over everything. */
export function foundListing({ subjectId: listingId, title, titleEn, titleParts, field, divisionCode, priceFen, ownerName: sellerName, ownerNameEn: sellerNameEn, card }: Found) {
  return { listingId, title, titleEn, titleParts, field, divisionCode, priceFen: priceFen!, sellerName, sellerNameEn, ...Card.parse(card) };
}
