import { depositsOfLot, lockDeposits, postponeDeposits, releaseDeposit } from "../deposit/index.ts";
import { fen, toYuanText } from "../shared/money.ts";
import { refuse } from "../shared/errors.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { announcedRules, countPeriod } from "./announce.ts";
import { admit } from "./admit-intent.ts";
import { takeOffMarket } from "./end-listing.ts";
import { intentsOf, moveIntent, releaseIntent, type Intent } from "./intent.repository.ts";
import { ListingFoundSoleBuyer, ListingPeriodEnded, ListingWentToBidding, ListingWentToTalks } from "./listing.events.ts";
import { lockListing, moveListing, traceOf, type Listing } from "./listing.repository.ts";
import { soleBuyerPrice, whenPeriodEnds, type PeriodEndEvent } from "./listing.rules.ts";
import { EndPeriodInput } from "./listing.schema.ts";
import { minuteText, tellBuyer, tellSeller, tellVenue } from "./tell.ts";

/**
 * The announcement period is over (公告期届满). N is counted as of the due instant, and what follows holds from that instant, however
 * late this runs: acts of people stop at the end of the period by themselves (`runningRefusal`), money by its deadline. Trading §3.
 */
export const endListingPeriod = defineUseCase("listing.end-period", EndPeriodInput, async (ctx, { listingId, dueAt }) => {
  ctx.authorise();
  const listing = await lockListing(ctx.tx, listingId);
  if (listing.state !== "LISTED" || listing.periodEndsAt?.getTime() !== dueAt.getTime()) {
    // Withdrawn, suspended or restarted in the very moment; whatever did it has set its own due act.
    ctx.record(traceOf(listing, { nothingDue: true }));
    return { listingId, event: null };
  }
  if (ctx.clock.now() < dueAt) refuse("NOT_DUE_YET");
  const admitted = await admittedAsOf(ctx, listing, dueAt);
  const event = whenPeriodEnds({
    sellerClass: listing.sellerClass,
    qualifiedBuyers: admitted.length,
    extensionPromised: listing.extensionCycles > 0,
    extensionCycles: listing.extensionCycles,
    extensionsUsed: listing.cyclesUsed,
    ifSole: listing.promise.ifSole,
    ifSeveral: listing.promise.ifSeveral,
  });
  await CONSEQUENCES[event](ctx, listing, admitted, dueAt);
  ctx.record(traceOf(listing, { event, effectiveAt: dueAt, admitted: admitted.length }));
  ctx.emit(ListingPeriodEnded, { type: "listing", id: listing.id }, { listingId: listing.id, event, effectiveAt: dueAt.toISOString() });
  return { listingId, event };
});

/** Those who count: admitted already, or with a deposit that arrived in time and whose admission is only on its way. */
async function admittedAsOf(ctx: Context, listing: Listing, dueAt: Date): Promise<Intent[]> {
  const heldInTime = new Set(
    (await depositsOfLot(ctx, listing.id)).filter(({ state, heldAt }) => state === "HELD" && heldAt !== null && heldAt <= dueAt).map(({ intentId }) => intentId),
  );
  for (const intent of await intentsOf(ctx.tx, listing.id)) {
    if (intent.state === "QUALIFIED" && heldInTime.has(intent.id)) await admit(ctx, listing, intent, dueAt);
  }
  return (await intentsOf(ctx.tx, listing.id)).filter(({ state }) => state === "ADMITTED");
}

type Consequence = (ctx: Context, listing: Listing, admitted: readonly Intent[], at: Date) => Promise<void>;

const CONSEQUENCES: Record<PeriodEndEvent, Consequence> = {
  extend: async (ctx, listing, _admitted, at) => {
    const venue = await announcedRules(ctx.tx, listing);
    const period = countPeriod(at, listing.extensionDays, venue);
    await moveListing(ctx, listing, "extend", { cyclesUsed: listing.cyclesUsed + 1, periodStartedAt: at, daysRun: 0 }, { effectiveAt: at, period });
    await ctx.due("listing.end-period", listing.id, period.endsAt);
    await postponeDeposits(ctx, listing.id, period.endsAt);
    await tellSeller(ctx, listing, "listing.extended", { endsAt: minuteText(period.endsAt) });
  },

  lapse: async (ctx, listing, _admitted, at) => {
    await takeOffMarket(ctx, listing, "lapse", at);
    await tellSeller(ctx, listing, "listing.lapsed");
  },

  agreeWithSole: async (ctx, listing, admitted, at) => {
    await closeEntry(ctx, listing, "agreeWithSole", at);
    const sole = admitted[0]!;
    const priceFen = soleBuyerPrice(listing.priceFen, sole.offerFen ?? 0n);
    ctx.emit(ListingFoundSoleBuyer, { type: "listing", id: listing.id }, {
      listingId: listing.id,
      intentId: sole.id,
      buyerId: sole.buyerId,
      priceFen: priceFen.toString(),
      effectiveAt: at.toISOString(),
    });
    await tellSeller(ctx, listing, "listing.found-sole-buyer", { price: toYuanText(fen(priceFen)) });
    await tellBuyer(ctx, listing, sole.buyerId, "listing.found-sole-buyer", { price: toYuanText(fen(priceFen)) });
  },

  agreeAsAnnounced: async (ctx, listing, admitted, at) => {
    await closeEntry(ctx, listing, "agreeAsAnnounced", at);
    ctx.emit(ListingWentToTalks, { type: "listing", id: listing.id }, { listingId: listing.id, effectiveAt: at.toISOString() });
    await tellSeller(ctx, listing, "listing.went-to-talks");
    for (const { buyerId } of admitted) await tellBuyer(ctx, listing, buyerId, "listing.went-to-talks");
  },

  openBidding: async (ctx, listing, admitted, at) => {
    await closeEntry(ctx, listing, "openBidding", at);
    ctx.emit(ListingWentToBidding, { type: "listing", id: listing.id }, { listingId: listing.id, effectiveAt: at.toISOString() });
    await tellSeller(ctx, listing, "listing.went-to-bidding");
    await tellVenue(ctx, listing, ["AUCTIONEER", "VENUE_OPERATOR"], "listing.went-to-bidding");
    for (const { buyerId } of admitted) await tellBuyer(ctx, listing, buyerId, "listing.went-to-bidding");
  },
};

/** Nobody comes in any more; who is in stays with his deposit, everybody else is out. */
async function closeEntry(ctx: Context, listing: Listing, event: "agreeWithSole" | "agreeAsAnnounced" | "openBidding", at: Date): Promise<void> {
  await moveListing(ctx, listing, event, { endedAt: null }, { effectiveAt: at });
  await lockDeposits(ctx, listing.id, at);
  for (const intent of await intentsOf(ctx.tx, listing.id)) {
    if (intent.state === "QUALIFIED") {
      await moveIntent(ctx.tx, intent, "drop", { endedAt: at });
      await releaseDeposit(ctx, intent.id, "release", at);
      await tellBuyer(ctx, listing, intent.buyerId, "intent.dropped");
    } else if (intent.state === "REGISTERED" || intent.state === "CHECKING" || intent.state === "RECONFIRM") {
      await releaseIntent(ctx, listing, intent, at);
    }
  }
}
