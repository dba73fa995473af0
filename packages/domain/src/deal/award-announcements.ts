import { AnnouncedTerms, resultAnnouncementEnd, sellerClassOf, venueParametersAt, type IntentRelation } from "../listing/index.ts";
import { calendarFor } from "../reference/index.ts";
import type { Tx } from "../shared/database.ts";
import { afterTimeCursor, pageOf, PageInput } from "../shared/paging.ts";
import { NOT_WITHHELD } from "../shared/withheld.ts";
import { defineQuery } from "../shared/use-case.ts";

const PARTY = { select: { name: true, nameEn: true, kind: true, divisionCode: true } } as const;

/**
 * Results of trading on the market (成交结果公告): what was sold, how, at what price, and until when a State seller's result is announced. The buyer is
 * shown by kind and place, and by name where the listing was announced so. Trading §2.2, §5.11.
 */
export const listAwards = defineQuery("deal.list-awards", PageInput, async (ctx, { limit, cursor }) => {
  ctx.authorise();
  const now = await ctx.now();
  const rows = await ctx.db.deal.findMany({
    where: { AND: [{ listingId: { not: null }, state: { not: "ANNULLED" }, result: NOT_WITHHELD }, afterTimeCursor(cursor, "desc", "awardedAt")] },
    include: { seller: PARTY, buyer: PARTY, venue: PARTY, result: { select: { title: true } }, listing: { select: { id: true, no: true, termsVersion: true } } },
    orderBy: [{ awardedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.awardedAt.toISOString(), row.id]);
  const intents = await ctx.db.intent.findMany({ where: { id: { in: page.items.flatMap(({ intentId }) => intentId ?? []) } }, select: { id: true, relations: true } });
  const named = await namedWinners(ctx.db, page.items.flatMap(({ listing }) => (listing ? [{ listingId: listing.id, no: listing.termsVersion }] : [])));
  const items = await Promise.all(page.items.map(async ({ no, origin, state, priceFen, awardedAt, venueId, intentId, seller, buyer, venue, result, listing }) => {
    const announcedUntil = resultAnnouncementEnd(awardedAt, sellerClassOf(seller.kind), calendarFor(), await venueParametersAt(ctx.db, venueId!, awardedAt));
    return {
      no, origin, priceFen, awardedAt, announcedUntil,
      standing: announcedUntil !== undefined && now < announcedUntil ? ("RUNNING" as const) : ("OVER" as const),
      defaulted: state === "DEFAULTED",
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
      relations: (intents.find(({ id }) => id === intentId)?.relations ?? []) as IntentRelation[],
    };
  }));
  return { ...page, items };
});

/** Of these lots, those whose announced terms name the winner. */
async function namedWinners(db: Pick<Tx, "listingTerms">, lots: readonly { readonly listingId: string; readonly no: number }[]): Promise<ReadonlySet<string>> {
  const rows = lots.length === 0 ? [] : await db.listingTerms.findMany({ where: { OR: [...lots] }, select: { listingId: true, terms: true } });
  return new Set(rows.filter(({ terms }) => AnnouncedTerms.parse(terms).bidding.identityMode === "WINNER_NAMED").map(({ listingId }) => listingId));
}
