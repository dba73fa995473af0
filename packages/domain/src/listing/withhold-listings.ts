import type { Context } from "../shared/use-case.ts";
import { dropEntry } from "../search/index.ts";
import { WITHHELD_REASON } from "../shared/withheld.ts";
import { runningRefusal } from "./listing.rules.ts";
import { lockListing, type Listing } from "./listing.repository.ts";
import { takeOffMarket } from "./end-listing.ts";
import { resume, suspend } from "./suspend-listing.ts";
import { putListingEntry } from "./listing-entry.ts";

/** Listings of a result that was just withheld: none is found any more, and those that run are suspended (中止). */
export async function stopListings(ctx: Context, resultId: string): Promise<void> {
  for (const listing of await listingsOf(ctx, resultId)) {
    await dropEntry(ctx.tx, "LISTING", listing.id);
    const isRunning = listing.state === "LISTED" && runningRefusal({ ...listing, now: ctx.clock.now() }) === undefined;
    if (isRunning) await suspend(ctx, listing, WITHHELD_REASON);
  }
}

/** The result is back: what stood still for it goes on with the days not served (恢复). */
export async function goOnWithListings(ctx: Context, resultId: string): Promise<void> {
  for (const listing of await listingsOf(ctx, resultId)) {
    if (listing.state === "SUSPENDED" && listing.stateReason === WITHHELD_REASON) await resume(ctx, listing, ctx.clock.now(), "恢复展示");
    else await putListingEntry(ctx.tx, listing.id);
  }
}

/** The result was sealed: an obstacle that cannot be removed (终结). Bidding and deals end by their own rules. */
export async function endListings(ctx: Context, resultId: string): Promise<void> {
  for (const listing of await listingsOf(ctx, resultId)) {
    const at = ctx.clock.now();
    if (listing.state === "LISTED" || listing.state === "SUSPENDED") await takeOffMarket(ctx, listing, "terminate", at, WITHHELD_REASON);
    const hasDeal = listing.state === "AGREE_PRICE" && (await ctx.tx.deal.count({ where: { listingId: listing.id, state: { notIn: ["ANNULLED", "DEFAULTED"] } } })) > 0;
    if (listing.state === "AGREE_PRICE" && !hasDeal) await takeOffMarket(ctx, listing, "annul", at, WITHHELD_REASON);
  }
}

/** By id, so that two acts on the same listings never wait for each other crosswise. */
async function listingsOf(ctx: Context, resultId: string): Promise<Listing[]> {
  const rows = await ctx.tx.listing.findMany({ where: { resultId }, select: { id: true }, orderBy: { id: "asc" } });
  const listings: Listing[] = [];
  for (const { id } of rows) listings.push(await lockListing(ctx.tx, id));
  return listings;
}
