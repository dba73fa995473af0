import { z } from "zod";
import { DomainError, notFound } from "../shared/errors.ts";
import { Id } from "../shared/input.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { awardedFen, confirmationIn } from "./award-terms.ts";
import { winnerOf } from "./published-winner.ts";
import type { RecordSigner } from "./record-statement.ts";
import { signingKeyOf } from "../shared/signing-key.ts";

const PARTY = { select: { id: true, name: true, nameEn: true, creditCode: true } } as const;

/** The confirmation of the result (成交确认书) and what the record of the bidding says beside it (笔录); for the parties and the venue. 拍卖法 52, 53. */
export const readConfirmation = defineQuery("auction.read-confirmation", z.object({ auctionId: Id }), async (ctx, { auctionId }) => {
  const lot = await ctx.db.auction.findUnique({
    where: { id: auctionId },
    include: { listing: { select: { id: true, no: true, sellerId: true, venueId: true, tradeMode: true, seller: PARTY, venue: PARTY, result: { select: { title: true, titleEn: true } } } }, signatures: { orderBy: { no: "asc" } }, _count: { select: { bidders: true } } },
  });
  if (!lot) notFound("auction", auctionId);
  const winner = await winnerOf(ctx.db, lot);
  ctx.authorise({ venueId: lot.listing.venueId, ownerId: lot.listing.sellerId, counterpartyId: winner?.buyerId ?? null });
  const confirmation = confirmationIn(lot);
  if (winner === null || confirmation === null) throw new DomainError("RESULT_NOT_CONFIRMED", "conflict");
  const facts = { venueId: lot.listing.venueId, ownerId: lot.listing.sellerId, counterpartyId: winner.buyerId };
  const auctioneer = lot.signatures.find(({ role }) => role === "AUCTIONEER");
  const signedAs = (role: RecordSigner, bidderNo: string | null): boolean => lot.signatures.some((one) => one.role === role && one.bidderNo === bidderNo);
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
    /** Of results that were confirmed before records were signed there are none, and nothing is added to them. */
    isSigned: auctioneer !== undefined,
    keyFingerprint: signingKeyOf(ctx.config.secretKey).fingerprint,
    signatures: lot.signatures.map(({ role, bidderNo, priceFen, personName, account, signedAt, signature }) => ({ role: role as RecordSigner, bidderNo, priceFen, personName, account, signedAt, signature })),
    maySign: {
      RECORDER: auctioneer !== undefined && !signedAs("RECORDER", lot.leaderNo) && ctx.may("auction.sign-record", { ...facts, authorId: auctioneer.personId }),
      BUYER: auctioneer !== undefined && !signedAs("BUYER", winner.bidderNo) && ctx.may("auction.sign-confirmation", facts),
    },
    recordedFen: lot.currentFen!,
    recordedNo: lot.leaderNo!,
  };
});

/** Whether there is a confirmation that the caller may read. */
export async function mayReadConfirmation(ctx: ReadContext, lot: Parameters<typeof winnerOf>[1] & { readonly listing: { readonly venueId: string; readonly sellerId: string } }): Promise<boolean> {
  if (confirmationIn(lot) === null) return false;
  return ctx.may("auction.read-confirmation", { venueId: lot.listing.venueId, ownerId: lot.listing.sellerId, counterpartyId: (await winnerOf(ctx.db, lot))?.buyerId ?? null });
}
