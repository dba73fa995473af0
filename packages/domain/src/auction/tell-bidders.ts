import { notifyOrganisation } from "../notification/index.ts";
import type { Context } from "../shared/use-case.ts";
import type { Lot } from "./auction.repository.ts";

/** Every admitted bidder is told the same thing about a lot: that it stands still, when it goes on, that it has gone on. Trading §5.10. */
export async function tellBidders(ctx: Context, lot: Lot, kind: "auction.frozen" | "auction.resumes-at" | "auction.resumed", params: Readonly<Record<string, string>>): Promise<void> {
  const bidders = await ctx.tx.auctionBidder.findMany({ where: { auctionId: lot.id }, select: { buyerId: true }, orderBy: { bidderNo: "asc" } });
  for (const { buyerId } of bidders) await notifyOrganisation(ctx, buyerId, ["BUYER"], { kind, params: { title: lot.listing.result.title, ...params }, link: `/auctions/${lot.id}` });
}
