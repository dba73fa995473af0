export { draftListing } from "./draft-listing.ts";
export { editListing } from "./edit-listing.ts";
export { submitListing } from "./submit-listing.ts";
export { acceptListing, rejectListing, returnListing, secondReviewListing } from "./review-listing.ts";
export { publishListing } from "./publish-listing.ts";
export { amendListing } from "./amend-listing.ts";
export { resumeListing, suspendListing } from "./suspend-listing.ts";
export { endListings, goOnWithListings, stopListings } from "./withhold-listings.ts";
export { terminateListing, withdrawListing } from "./end-listing.ts";
export { relistListing } from "./relist-listing.ts";
export { setReserve } from "./set-reserve.ts";
export { endListingPeriod } from "./end-period.ts";
export { completeIntent, registerIntent } from "./register-intent.ts";
export { qualifyIntent, refuseIntent } from "./decide-intent.ts";
export { recognisePriority } from "./recognise-priority.ts";
export { admitIntent } from "./admit-intent.ts";
export { dropIntent, leaveIntent, reconfirmIntent } from "./leave-intent.ts";
export { LISTING_GROUPS, LISTING_SORTS, foundListing, searchListings, type ListingGroup, type ListingSort } from "./search-listings.ts";
export { listOwnListings, listVenueListings, listVenues, readListing, readPublishedListing } from "./listing.queries.ts";
export { listOwnIntents, listVenueIntents, readIntent, readStanding } from "./intent.queries.ts";
export { advanceListing, awardListing, failListing, offerToReserve, releaseLosers, type Award } from "./outcome.ts";
export { listingInBidding, lotOf, type Bidder, type Lot } from "./lot.ts";
export { announcedRules } from "./announce.ts";
export { openReserve, type SealedReserve } from "./reserve.ts";
export { venueParametersAt, type VersionedVenueParameters } from "./venue-parameters.ts";
export { announcementEnd, completersStandFirst, contractHeldUntil, resultAnnouncementEnd, sellerClassOf, soleBuyerOwesNotice, soleBuyerPrice, type SellerClass, type VenueListingParameters } from "./listing.rules.ts";
export { BiddingPlan, type BiddingPlanInput } from "./bidding-plan.schema.ts";
export { AnnouncedTerms, planJson, termsJson } from "./announced-terms.schema.ts";
export { ListingPromise } from "./listing.schema.ts";
export type { DraftListingInput } from "./listing.schema.ts";
export {
  IntentAdmitted,
  IntentRegistered,
  ListingAmended,
  ListingAwarded,
  ListingEnded,
  ListingFoundSoleBuyer,
  ListingPeriodEnded,
  ListingPublished,
  ListingResumed,
  ListingSubmitted,
  ListingSuspended,
  ListingWentToBidding,
  ListingWentToTalks,
} from "./listing.events.ts";
export { LISTING_TEXTS } from "./listing.texts.ts";
export { LISTING_STATE_LABELS } from "./listing.labels.ts";
export { INTENT_STATE_LABELS } from "./intent.labels.ts";
export type { ListingEvent, ListingState } from "./listing.machine.ts";
export type { IntentState } from "./intent.machine.ts";
export type { IntentRelation } from "./intent.rules.ts";
export { putListingEntry } from "./listing-entry.ts";
export { extendListingPeriods } from "./extend-periods.ts";
export { demandRightsFree, licencesInForce, type Offer } from "./rights-on-offer.ts";
export { recordWithdrawalPayment } from "./withdrawal-costs.ts";
export { LISTING_EVENT_LABELS } from "./terms.labels.ts";
