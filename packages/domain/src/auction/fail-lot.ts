import { failListing } from "../listing/index.ts";
import type { Context } from "../shared/use-case.ts";
import { AuctionFailed } from "./auction.events.ts";
import type { Lot } from "./auction.repository.ts";

export type FailureReason = "NOBODY_ADMITTED" | "NO_BID" | "RESERVE_NOT_MET";

/** A lot that was not sold (流拍): the listing lapses, its bidders are released, and their deposits go back. Trading §5.10, §9.10. */
export async function failLot(ctx: Context, lot: Lot, reason: FailureReason, effectiveAt: Date): Promise<void> {
  await failListing(ctx, lot.listingId, "failToSell", reason, effectiveAt);
  ctx.emit(AuctionFailed, { type: "auction", id: lot.id }, { auctionId: lot.id, listingId: lot.listingId, reason, effectiveAt: effectiveAt.toISOString() });
}
