import { awardListing } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import type { Context } from "../shared/use-case.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AuctionResultDeclared } from "./auction.events.ts";
import type { Lot } from "./auction.repository.ts";
import { standbyEnd, type Standby } from "./standby.ts";
import { termsInForce } from "./terms.ts";

/** Somebody has won: the listing is awarded, the losers are released, the auctioneer is to confirm. The lot's row names winner and price already. */
export async function declareResult(ctx: Context, lot: Lot, bidderNo: string, priceFen: bigint, at: Date, standby: Standby | null = null): Promise<void> {
  const winner = await ctx.tx.auctionBidder.findUniqueOrThrow({ where: { auctionId_bidderNo: { auctionId: lot.id, bidderNo } } });
  await awardListing(ctx, { listingId: lot.listingId, intentId: winner.intentId, priceFen, at, ...(standby ? { standbyIntentId: standby.intentId } : {}) });
  if (standby) {
    await ctx.due(AUCTION_DUE.standbyOver, lot.id, standbyEnd(termsInForce(lot), at));
    await notifyOrganisation(ctx, standby.buyerId, ["BUYER"], { kind: "auction.standby", params: { title: lot.listing.result.title }, link: `/desk/auctions/${lot.id}` });
  }
  await notifyOrganisation(ctx, lot.listing.venueId, ["AUCTIONEER"], { kind: "auction.to-confirm", params: { title: lot.listing.result.title }, link: `/desk/auctions/${lot.id}` });
  ctx.emit(AuctionResultDeclared, { type: "auction", id: lot.id }, {
    auctionId: lot.id,
    listingId: lot.listingId,
    bidderNo,
    priceFen: String(priceFen),
    effectiveAt: at.toISOString(),
  });
}
