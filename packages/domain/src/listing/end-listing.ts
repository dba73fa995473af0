import { defineUseCase, type Context } from "../shared/use-case.ts";
import { demandRunning } from "./announce.ts";
import { moveIntentsWith } from "./intent.repository.ts";
import { ListingEnded } from "./listing.events.ts";
import type { ListingEvent, ListingState } from "./listing.machine.ts";
import { factsOf, lockListing, moveListing, traceOf, type Listing } from "./listing.repository.ts";
import { ReasonedListingInput } from "./listing.schema.ts";
import { tellSeller } from "./tell.ts";
import { demandCostsSettled } from "./withdrawal-costs.ts";

type EndingEvent = Extract<ListingEvent, "terminate" | "withdraw" | "lapse" | "failToSell" | "annul">;

/** Takes a listing off the market without a sale: everybody registered is released, deposits go back. */
export async function takeOffMarket(ctx: Context, listing: Listing, event: EndingEvent, at: Date, reason?: string): Promise<ListingState> {
  const state = await moveListing(ctx, listing, event, { endedAt: at, suspendedAt: null }, { effectiveAt: at, ...(reason === undefined ? {} : { reason }) });
  await ctx.notDue("listing.end-period", listing.id);
  await ctx.notDue("listing.end-suspension", listing.id);
  await moveIntentsWith(ctx, listing, event, at);
  ctx.emit(ListingEnded, { type: "listing", id: listing.id }, { listingId: listing.id, resultId: listing.resultId, event, effectiveAt: at.toISOString() });
  return state;
}

/** Ends a listing whose obstacle cannot be removed (终结). */
export const terminateListing = defineUseCase("listing.terminate", ReasonedListingInput, async (ctx, input) => {
  const listing = await lockListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  demandRunning(ctx, listing);
  const state = await takeOffMarket(ctx, listing, "terminate", ctx.clock.now(), input.reason);
  ctx.record(traceOf(listing, { state, reason: input.reason }));
  await tellSeller(ctx, listing, "listing.terminated", { reason: input.reason });
  return { listingId: listing.id, state };
});

/** The seller takes his listing back before bidding opens (撤牌, 拍卖法 art. 29). */
export const withdrawListing = defineUseCase("listing.withdraw", ReasonedListingInput, async (ctx, input) => {
  const listing = await lockListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  demandRunning(ctx, listing);
  await demandCostsSettled(ctx.tx, listing, ctx.clock.now());
  const state = await takeOffMarket(ctx, listing, "withdraw", ctx.clock.now(), input.reason);
  ctx.record(traceOf(listing, { state, reason: input.reason }));
  await tellSeller(ctx, listing, "listing.withdrawn", { reason: input.reason });
  return { listingId: listing.id, state };
});
