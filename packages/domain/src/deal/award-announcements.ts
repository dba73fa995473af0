import { AnnouncedTerms, sellerClassOf, type IntentRelation } from "../listing/index.ts";
import type { Prisma } from "../generated/client.ts";
import type { Tx } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { afterTimeCursor, pageOf, PageInput } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { demandShown, NOT_WITHHELD } from "../shared/withheld.ts";
import type { AwardInterest, AwardObjectionGround } from "./award-objection.rules.ts";
import { awardObjectionRefusal } from "./award-objection.rules.ts";
import { AwardInput } from "./award-objection.schema.ts";
import { resultAnnouncement } from "./result-hold.ts";

const PARTY = { select: { name: true, nameEn: true, kind: true, divisionCode: true } } as const;
const ANNOUNCED = {
  seller: PARTY, buyer: PARTY, venue: PARTY, result: { select: { title: true, state: true } }, listing: { select: { id: true, no: true, termsVersion: true } },
  objections: { orderBy: { filedAt: "asc" } },
} as const satisfies Prisma.DealInclude;
type Row = Prisma.DealGetPayload<{ include: typeof ANNOUNCED }>;
type Db = Pick<Tx, "intent" | "listing" | "listingTerms" | "parameter" | "publicNotice">;

/**
 * Results of trading on the market (成交结果公告): what was sold, how, at what price, and until when a State seller's result is announced. The buyer is
 * shown by kind and place, and by name where the listing was announced so. Trading §2.2, §5.11.
 */
export const listAwards = defineQuery("deal.list-awards", PageInput, async (ctx, { limit, cursor }) => {
  ctx.authorise();
  const now = await ctx.now();
  const rows = await ctx.db.deal.findMany({
    where: { AND: [{ listingId: { not: null }, state: { not: "ANNULLED" }, result: NOT_WITHHELD }, afterTimeCursor(cursor, "desc", "awardedAt")] },
    include: ANNOUNCED,
    orderBy: [{ awardedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.awardedAt.toISOString(), row.id]);
  return { ...page, items: await announced(ctx.db, page.items, now) };
});

/** One result as it is announced, with every objection and ruling, and whether one may object now. Also when it was annulled: that is what an objection may lead to. */
export const readAward = defineQuery("deal.read-award", AwardInput, async (ctx, { dealId }) => {
  ctx.authorise();
  const row = await ctx.db.deal.findUnique({ where: { id: dealId }, include: ANNOUNCED });
  if (!row || row.listingId === null) return notFound("award", dealId);
  demandShown(row.result);
  const now = await ctx.now();
  const [award] = await announced(ctx.db, [row], now);
  return {
    ...award!,
    now,
    annulledBecause: row.state === "ANNULLED" ? row.stateReason : null,
    sellerClass: sellerClassOf(row.seller.kind),
    objectionOpen: awardObjectionRefusal({ state: row.state, awardedAt: row.awardedAt, announcedUntil: award!.announcedUntil, now }) === undefined,
    /** Who objected, and what he says, is between him and the exchange; ground and ruling are everybody's. */
    objections: row.objections.map(({ id, state, ground, interest, filedAt, ruling, ruledAt }) => ({ id, state, ground: ground as AwardObjectionGround, interest: interest as AwardInterest, filedAt, ruling, ruledAt })),
  };
});

async function announced(db: Db, rows: readonly Row[], now: Date) {
  const intents = await db.intent.findMany({ where: { id: { in: rows.flatMap(({ intentId }) => intentId ?? []) } }, select: { id: true, relations: true } });
  const named = await namedWinners(db, rows.flatMap(({ listing }) => (listing ? [{ listingId: listing.id, no: listing.termsVersion }] : [])));
  return Promise.all(rows.map(async (row) => {
    const { id, no, origin, state, priceFen, awardedAt, intentId, seller, buyer, venue, result, listing, objections } = row;
    const { until } = await resultAnnouncement(db, row);
    return {
      dealId: id, no, origin, priceFen, awardedAt, announcedUntil: until,
      standing: until !== undefined && now < until ? ("RUNNING" as const) : ("OVER" as const),
      defaulted: state === "DEFAULTED",
      openObjections: objections.filter((objection) => objection.state === "FILED").length,
      title: result.title,
      listing: { id: listing!.id, no: listing!.no },
      seller: seller.name,
      sellerEn: seller.nameEn,
      venue: venue?.name ?? "",
      venueEn: venue?.nameEn ?? null,
      /** Where the announcement said that the winner is named; else kind and place only. */
      buyer: named.has(listing!.id) ? buyer.name : null,
      buyerKind: buyer.kind,
      buyerDivision: buyer.divisionCode,
      /** Ties of the buyer to the seller's side (关联), announced with the result. */
      relations: (intents.find((intent) => intent.id === intentId)?.relations ?? []) as IntentRelation[],
    };
  }));
}

/** Of these lots, those whose announced terms name the winner. */
async function namedWinners(db: Pick<Tx, "listingTerms">, lots: readonly { readonly listingId: string; readonly no: number }[]): Promise<ReadonlySet<string>> {
  const rows = lots.length === 0 ? [] : await db.listingTerms.findMany({ where: { OR: [...lots] }, select: { listingId: true, terms: true } });
  return new Set(rows.filter(({ terms }) => AnnouncedTerms.parse(terms).bidding.identityMode === "WINNER_NAMED").map(({ listingId }) => listingId));
}
