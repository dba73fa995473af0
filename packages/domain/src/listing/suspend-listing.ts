import { pauseDeposits, postponeDeposits } from "../deposit/index.ts";
import { calendarFor } from "../reference/index.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { isWithheld } from "../shared/withheld.ts";
import { announcedRules, countPeriod, demandRunning } from "./announce.ts";
import { ListingResumed, ListingSuspended } from "./listing.events.ts";
import type { ListingState } from "./listing.machine.ts";
import { factsOf, lockListing, moveListing, traceOf, type Listing } from "./listing.repository.ts";
import { remainingOnResume, suspensionEnd, workingDaysRun } from "./listing.rules.ts";
import { ReasonedListingInput, ResumeListingInput } from "./listing.schema.ts";
import { minuteText, tellSeller } from "./tell.ts";

/** Stops the clock of a listing (中止): it takes no intents, deposits or bids until it is resumed, or at the latest until the venue's limit. */
export const suspendListing = defineUseCase("listing.suspend", ReasonedListingInput, async (ctx, input) => {
  const listing = await lockListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  demandRunning(ctx, listing);
  return suspend(ctx, listing, input.reason);
});

/** Nothing runs, and the due acts wait; tells until when at the latest. */
export async function suspend(ctx: Context, listing: Listing, reason: string): Promise<{ readonly listingId: string; readonly state: ListingState; readonly suspensionEndsAt: Date }> {
  const suspendedAt = ctx.clock.now();
  const venue = await announcedRules(ctx.tx, listing);
  const daysRun = listing.daysRun + (listing.periodStartedAt ? workingDaysRun(listing.periodStartedAt, suspendedAt, calendarFor()) : 0);
  const endsAt = suspensionEnd(suspendedAt, venue);
  const state = await moveListing(ctx, listing, "suspend", { suspendedAt, daysRun }, { reason });
  await ctx.notDue("listing.end-period", listing.id);
  await ctx.due("listing.end-suspension", listing.id, endsAt);
  await pauseDeposits(ctx, listing.id);
  ctx.record(traceOf(listing, { state, reason, suspensionEndsAt: endsAt }));
  ctx.emit(ListingSuspended, { type: "listing", id: listing.id }, { listingId: listing.id, effectiveAt: suspendedAt.toISOString(), reason });
  await tellSeller(ctx, listing, "listing.suspended", { reason });
  return { listingId: listing.id, state, suspensionEndsAt: endsAt };
}

/**
 * Lets a listing go on (恢复): the unserved days follow, never fewer than the venue's floor. By the clock it takes effect from the
 * instant at which the suspension was over.
 */
export const resumeListing = defineUseCase("listing.resume", ResumeListingInput, async (ctx, input) => {
  const listing = await lockListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  const isByClock = input.dueAt !== undefined;
  if (isByClock && listing.state !== "SUSPENDED") {
    ctx.record(traceOf(listing, { nothingDue: true }));
    return { listingId: listing.id, state: listing.state, periodEndsAt: listing.periodEndsAt };
  }
  if (isByClock && isWithheld(listing.result)) {
    await ctx.due("listing.end-suspension", listing.id, new Date(ctx.clock.now().getTime() + ASK_AGAIN_MS));
    ctx.record(traceOf(listing, { notNow: "resume" }));
    return { listingId: listing.id, state: listing.state, periodEndsAt: listing.periodEndsAt };
  }
  return resume(ctx, listing, input.dueAt ?? ctx.clock.now(), input.reason);
});

/** What is withheld does not go on by the clock: whether it may is asked again then. */
const ASK_AGAIN_MS = 86_400_000;

/** The days not served follow from an instant on. */
export async function resume(ctx: Context, listing: Listing, effectiveAt: Date, reason: string): Promise<{ readonly listingId: string; readonly state: ListingState; readonly periodEndsAt: Date }> {
  const venue = await announcedRules(ctx.tx, listing);
  const remaining = remainingOnResume({ sellerClass: listing.sellerClass, ...totalDays(listing) }, venue);
  const period = countPeriod(effectiveAt, remaining, venue);
  const state = await moveListing(ctx, listing, "resume", { suspendedAt: null, periodStartedAt: effectiveAt }, { reason, effectiveAt, period });
  await ctx.notDue("listing.end-suspension", listing.id);
  await ctx.due("listing.end-period", listing.id, period.endsAt);
  await postponeDeposits(ctx, listing.id, period.endsAt);
  ctx.record(traceOf(listing, { state, periodEndsAt: period.endsAt, remainingWorkingDays: remaining }));
  ctx.emit(ListingResumed, { type: "listing", id: listing.id }, { listingId: listing.id, effectiveAt: effectiveAt.toISOString(), periodEndsAt: period.endsAt.toISOString() });
  await tellSeller(ctx, listing, "listing.resumed", { endsAt: minuteText(period.endsAt) });
  return { listingId: listing.id, state, periodEndsAt: period.endsAt };
}

/** Days announced in all and days that have run in all, extensions included. */
function totalDays({ workingDays, cyclesUsed, extensionDays, daysRun }: Listing): { readonly workingDays: number; readonly workingDaysRun: number } {
  const before = cyclesUsed === 0 ? 0 : workingDays + (cyclesUsed - 1) * extensionDays;
  return { workingDays: workingDays + cyclesUsed * extensionDays, workingDaysRun: before + daysRun };
}
