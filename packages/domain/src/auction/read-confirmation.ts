import { z } from "zod";
import { DomainError, notFound } from "../shared/errors.ts";
import { Id } from "../shared/input.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { awardedFen, confirmationIn } from "./award-terms.ts";
import { winnerOf } from "./published-winner.ts";

const PARTY = { select: { id: true, name: true, nameEn: true, creditCode: true } } as const;

/** The confirmation of the result (成交确认书) and what the record of the bidding says beside it (笔录); for the parties and the venue. 拍卖法 52, 53. */
export const readConfirmation = defineQuery("auction.read-confirmation", z.object({ auctionId: Id }), async (ctx, { auctionId }) => {
  const lot = await ctx.db.auction.findUnique({
    where: { id: auctionId },
    include: { listing: { select: { id: true, no: true, sellerId: true, venueId: true, tradeMode: true, seller: PARTY, venue: PARTY, result: { select: { title: true, titleEn: true } } } }, _count: { select: { bidders: true } } },
  });
  if (!lot) notFound("auction", auctionId);
  const winner = await winnerOf(ctx.db, lot);
  ctx.authorise({ venueId: lot.listing.venueId, ownerId: lot.listing.sellerId, counterpartyId: winner?.buyerId ?? null });
  const confirmation = confirmationIn(lot);
  if (winner === null || confirmation === null) throw new DomainError("RESULT_NOT_CONFIRMED", "conflict");
  const { listing, no, format, startPriceFen, freeStartsAt, closedAt, acceptedCount, sequence, announcementHash, chainHead, presiderName, presiderLicence } = lot;
  return {
    auctionId, no, format, startPriceFen, freeStartsAt, closedAt, acceptedCount, sequence, announcementHash, chainHead,
    bidderCount: lot._count.bidders,
    presider: presiderName === null ? null : { name: presiderName, licence: presiderLicence ?? "" },
    listing: { id: listing.id, no: listing.no, tradeMode: listing.tradeMode },
    title: listing.result.title,
    titleEn: listing.result.titleEn,
    seller: listing.seller,
    venue: listing.venue,
    buyer: await ctx.db.organisation.findUniqueOrThrow({ where: { id: winner.buyerId }, ...PARTY }),
    bidderNo: winner.bidderNo,
    priceFen: awardedFen(lot)!,
    confirmedAt: confirmation.at,
    confirmedBy: confirmation.name,
  };
});

/** Whether there is a confirmation that the caller may read. */
export async function mayReadConfirmation(ctx: ReadContext, lot: Parameters<typeof winnerOf>[1] & { readonly listing: { readonly venueId: string; readonly sellerId: string } }): Promise<boolean> {
  if (confirmationIn(lot) === null) return false;
  return ctx.may("auction.read-confirmation", { venueId: lot.listing.venueId, ownerId: lot.listing.sellerId, counterpartyId: (await winnerOf(ctx.db, lot))?.buyerId ?? null });
}
