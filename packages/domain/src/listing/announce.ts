import { requiredDeposit } from "../deposit/index.ts";
import { calendarFor } from "../reference/index.ts";
import { refuse } from "../shared/errors.ts";
import { fen } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import { AnnouncedTerms, conditionsIn, termsJson } from "./announced-terms.schema.ts";
import { announcementEnd, auctionNoticeRefusal, runningRefusal, viewingFits, viewingRefusal, type VenueListingParameters } from "./listing.rules.ts";
import type { Listing } from "./listing.repository.ts";
import { minuteText } from "./tell.ts";
import { venueParametersAt, type VersionedVenueParameters } from "./venue-parameters.ts";

/** A period as it is stored: its end, its length and the calendar it was counted by (§9.14). */
export type CountedPeriod = { readonly endsAt: Date; readonly workingDays: number; readonly calendarVersion: string };

export function countPeriod(from: Date, workingDays: number, venue: VenueListingParameters): CountedPeriod {
  const calendar = calendarFor();
  return { endsAt: announcementEnd(from, workingDays, calendar, venue.closingHour), workingDays, calendarVersion: calendar.version };
}

/** The listing's terms as the announcement states them under the venue's rules. */
export function termsOf(listing: Listing, venue: VenueListingParameters, change: Partial<AnnouncedTerms> = {}): AnnouncedTerms {
  const { promise } = listing;
  const priceFen = fen(change.priceFen ?? listing.priceFen);
  return {
    tradeMode: listing.tradeMode as AnnouncedTerms["tradeMode"],
    licenceKind: listing.licenceKind as AnnouncedTerms["licenceKind"],
    licenceYears: listing.licenceYears,
    licenceTerritory: listing.tradeMode === "LICENCE" ? listing.licenceTerritory : null,
    sellerClass: listing.sellerClass,
    workingDays: listing.workingDays,
    extensionCycles: listing.extensionCycles,
    extensionDays: listing.extensionDays,
    buyerConditions: conditionsIn(listing.buyerConditions),
    paymentTerms: listing.paymentTerms,
    bidding: listing.bidding,
    promise,
    disclosure: listing.disclosure,
    venueParameters: venue.version,
    reason: null,
    approvalPaper: null,
    ...change,
    priceFen,
    depositFen: requiredDeposit(priceFen, { ...venue.deposit, rateBp: promise.depositRateBp }),
  };
}

/** Writes the next version of the terms; versions are never changed. */
export async function announceTerms(ctx: Context, listingId: string, no: number, terms: AnnouncedTerms): Promise<void> {
  await ctx.tx.listingTerms.create({ data: { listingId, no, terms: termsJson(terms), at: ctx.clock.now() } });
}

/** The terms in force. */
export async function currentTerms(tx: Pick<Context["tx"], "listingTerms">, listing: { readonly id: string; readonly termsVersion: number }): Promise<AnnouncedTerms> {
  const row = await tx.listingTerms.findUniqueOrThrow({ where: { listingId_no: { listingId: listing.id, no: listing.termsVersion } } });
  return AnnouncedTerms.parse(row.terms);
}

export function demandAuctionNotice(terms: AnnouncedTerms, publishedAt: Date, periodEndsAt: Date): void {
  const biddingStartsAt = new Date(periodEndsAt.getTime() + terms.bidding.startDelaySeconds * 1_000);
  const refusal = auctionNoticeRefusal({ isAuctionLaw: terms.bidding.legalRegime === "AUCTION_LAW", publishedAt, biddingStartsAt });
  if (refusal) refuse(refusal);
  const { viewingDays, viewing, legalRegime } = terms.bidding;
  const viewingProblem = viewingRefusal({ isAuctionLaw: legalRegime === "AUCTION_LAW", viewingDays, viewing });
  if (viewingProblem) refuse(viewingProblem);
  if (viewingDays > 0 && !viewingFits(viewingDays, publishedAt, biddingStartsAt)) refuse("VIEWING_DOES_NOT_FIT");
}

/** The venue's rules under which a listing stands: those of its announcement, whatever the venue has changed since. Trading §2.2. */
export async function announcedRules(tx: Pick<Context["tx"], "listingTerms" | "parameter">, listing: Pick<Listing, "id" | "venueId" | "termsVersion">): Promise<VersionedVenueParameters> {
  const { at } = await tx.listingTerms.findUniqueOrThrow({ where: { listingId_no: { listingId: listing.id, no: listing.termsVersion } }, select: { at: true } });
  return venueParametersAt(tx, listing.venueId, at);
}

/** No act of a person moves a listing whose period is over, even while the worker has not said so yet. */
export function demandRunning(ctx: Context, listing: Listing): void {
  const refusal = runningRefusal({ state: listing.state, periodEndsAt: listing.periodEndsAt, now: ctx.clock.now() });
  if (refusal) refuse(refusal, { endsAt: minuteText(listing.periodEndsAt!) });
}
