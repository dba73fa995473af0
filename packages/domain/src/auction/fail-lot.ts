import { advanceListing, releaseIntents } from "../listing/index.ts";
import { releaseDeposit } from "../deposit/index.ts";
import type { Context } from "../shared/use-case.ts";
import type { Lot } from "./auction.repository.ts";

/** A lot that was not sold (流拍): the listing lapses, its bidders are released, and their deposits go back. Trading §5.10, §9.10. */
export async function failListing(ctx: Context, lot: Lot, effectiveAt: Date): Promise<void> {
  const bidders = await ctx.tx.auctionBidder.findMany({ where: { auctionId: lot.id }, select: { intentId: true } });
  for (const { intentId } of bidders) await releaseDeposit(ctx, intentId, lot.state === "SCHEDULED" ? "release" : "lose", effectiveAt);
  await releaseIntents(ctx, lot.listingId);
  await advanceListing(ctx, lot.listingId, "failToSell", effectiveAt);
}
