import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

const At = z.iso.datetime();
const Fen = z.string().regex(/^\d+$/);
const Moved = z.object({ listingId: z.uuid(), effectiveAt: At, reason: z.string() });

export const ListingSubmitted = defineEvent("ListingSubmitted", z.object({ listingId: z.uuid(), venueId: z.uuid() }));
export const ListingPublished = defineEvent("ListingPublished", z.object({ listingId: z.uuid(), resultId: z.uuid(), publishedAt: At, periodEndsAt: At }));
export const ListingAmended = defineEvent("ListingAmended", z.object({ listingId: z.uuid(), termsNo: z.number().int(), periodEndsAt: At }));
export const ListingSuspended = defineEvent("ListingSuspended", Moved);
export const ListingResumed = defineEvent("ListingResumed", z.object({ listingId: z.uuid(), effectiveAt: At, periodEndsAt: At }));
/** Off the market without a sale: terminated, withdrawn, lapsed or failed. */
export const ListingEnded = defineEvent("ListingEnded", z.object({ listingId: z.uuid(), resultId: z.uuid(), event: z.string(), effectiveAt: At }));
/** The announcement period is over; `event` says what the rules made of it. */
export const ListingPeriodEnded = defineEvent(
  "ListingPeriodEnded",
  z.object({ listingId: z.uuid(), event: z.enum(["extend", "lapse", "agreeWithSole", "agreeAsAnnounced", "openBidding"]), effectiveAt: At }),
);
/** Two or more buyers: a bidding procedure has to be scheduled from the announced plan (`lotOf`). */
export const ListingWentToBidding = defineEvent("ListingWentToBidding", z.object({ listingId: z.uuid(), effectiveAt: At }));
/** One buyer: the deal is made at the higher of listing price and offer (trading §3). */
export const ListingFoundSoleBuyer = defineEvent(
  "ListingFoundSoleBuyer",
  z.object({ listingId: z.uuid(), intentId: z.uuid(), buyerId: z.uuid(), priceFen: Fen, effectiveAt: At }),
);
/** Several buyers, and the announcement promised talks. */
export const ListingWentToTalks = defineEvent("ListingWentToTalks", z.object({ listingId: z.uuid(), effectiveAt: At }));
export const ListingAwarded = defineEvent(
  "ListingAwarded",
  z.object({ listingId: z.uuid(), intentId: z.uuid(), buyerId: z.uuid(), priceFen: Fen, effectiveAt: At }),
);

export const IntentRegistered = defineEvent("IntentRegistered", z.object({ intentId: z.uuid(), listingId: z.uuid() }));
export const IntentAdmitted = defineEvent("IntentAdmitted", z.object({ intentId: z.uuid(), listingId: z.uuid(), admittedAt: At }));
