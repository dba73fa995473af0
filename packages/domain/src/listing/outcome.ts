import { keepAsReserve, releaseDeposit } from "../deposit/index.ts";
import type { Context } from "../shared/use-case.ts";
import { takeOffMarket } from "./end-listing.ts";
import { intentsOf, moveIntent } from "./intent.repository.ts";
import { ListingAwarded } from "./listing.events.ts";
import type { ListingEvent, ListingState } from "./listing.machine.ts";
import { lockListing, moveListing } from "./listing.repository.ts";
import { notFound } from "../shared/errors.ts";
import { tellBuyer } from "./tell.ts";

/**
 * What later features (auction, deal, settlement, certificate) do to a listing, inside their own acts. Each takes the listing's lock.
 */

export type Award = {
  readonly listingId: string;
  readonly intentId: string;
  readonly priceFen: bigint;
  readonly at: Date;
  /** The first reserve who agreed to stand by keeps his deposit in (trading §4.4 b). */
  readonly standbyIntentId?: string;
};

/** Somebody has won (成交): the others have lost, and their deposits are on the way back within 24 hours. */
export async function awardListing(ctx: Context, award: Award): Promise<ListingState> {
  const { at } = award;
  const listing = await lockListing(ctx.tx, award.listingId);
  const state = await moveListing(ctx, listing, "award", {}, { effectiveAt: at });
  const intents = await intentsOf(ctx.tx, listing.id);
  const admitted = intents.filter((intent) => intent.state === "ADMITTED");
  // The close of a bidding has already said who won and who lost.
  const winner = intents.find(({ id, state: standing }) => id === award.intentId && (standing === "ADMITTED" || standing === "WON")) ?? notFound("intent", award.intentId);
  for (const intent of admitted) {
    const isWinner = intent.id === winner.id;
    await moveIntent(ctx.tx, intent, isWinner ? "win" : "lose", { endedAt: at });
    if (intent.id === award.standbyIntentId) await keepAsReserve(ctx, intent.id, "standBy");
    else if (!isWinner) await releaseDeposit(ctx, intent.id, "lose", at);
    await tellBuyer(ctx, listing, intent.buyerId, isWinner ? "intent.won" : "intent.lost");
  }
  ctx.emit(ListingAwarded, { type: "listing", id: listing.id }, {
    listingId: listing.id,
    intentId: winner.id,
    buyerId: winner.buyerId,
    priceFen: award.priceFen.toString(),
    effectiveAt: at.toISOString(),
  });
  return state;
}

/** Those who can no longer win are out at once, with their deposits, while others are still to say whether they take the lot. */
export async function releaseLosers(ctx: Context, listingId: string, stillIn: ReadonlySet<string>, at: Date): Promise<void> {
  const listing = await lockListing(ctx.tx, listingId);
  for (const intent of await intentsOf(ctx.tx, listingId)) {
    if (intent.state !== "ADMITTED" || stillIn.has(intent.id)) continue;
    await moveIntent(ctx.tx, intent, "lose", { endedAt: at });
    await releaseDeposit(ctx, intent.id, "lose", at);
    await tellBuyer(ctx, listing, intent.buyerId, "intent.lost");
  }
}

/** The reserve bidder takes the place of a winner who backed out; only where it was announced. */
export async function offerToReserve(ctx: Context, listingId: string, intentId: string, at: Date): Promise<ListingState> {
  const listing = await lockListing(ctx.tx, listingId);
  const state = await moveListing(ctx, listing, "offerToReserve", {}, { effectiveAt: at });
  const reserve = (await intentsOf(ctx.tx, listingId)).find(({ id }) => id === intentId) ?? notFound("intent", intentId);
  await moveIntent(ctx.tx, reserve, "winAsReserve", {});
  await keepAsReserve(ctx, intentId, "promote");
  return state;
}

/** No sale (流拍, 协商未成) or an annulled one: off the market, everybody released with the deposit. */
export async function failListing(ctx: Context, listingId: string, event: "failToSell" | "annul", reason: string | undefined, at: Date): Promise<ListingState> {
  return takeOffMarket(ctx, await lockListing(ctx.tx, listingId), event, at, reason);
}

type LaterEvent = Extract<ListingEvent, "startContracting" | "settle" | "certify" | "close" | "default" | "failToSell" | "annul">;

/** Follows a listing from the end of its period to the close; no sale and annulment are {@link failListing}. */
export async function advanceListing(ctx: Context, listingId: string, event: LaterEvent, at: Date = ctx.clock.now(), reason?: string): Promise<ListingState> {
  if (event === "failToSell" || event === "annul") return failListing(ctx, listingId, event, reason, at);
  const listing = await lockListing(ctx.tx, listingId);
  const isOver = event === "close" || event === "default";
  return moveListing(ctx, listing, event, isOver ? { endedAt: at } : {}, { effectiveAt: at, ...(reason === undefined ? {} : { reason }) });
}
