import { NoticePublished } from "@ttx/domain/agreed-price";
import { DemandClosed } from "@ttx/domain/demand";
import { tellFollowers } from "@ttx/domain/interest";
import { ListingAmended, ListingAwarded, ListingEnded, ListingPeriodEnded, ListingPublished, ListingResumed, ListingSuspended } from "@ttx/domain/listing";
import { ResultPublished, ResultWithdrawn } from "@ttx/domain/result";
import { act, on, type Handler } from "../handler.ts";

type Change = "RESULT_UPDATED" | "RESULT_WITHDRAWN" | "RESULT_LISTED" | "RESULT_ON_NOTICE" | "LISTING_CHANGED" | "DEMAND_CLOSED";
const tell = (change: Change, id: string) => act(tellFollowers, { change, id });
const ofListing = ({ payload }: { readonly payload: { readonly listingId: string } }) => tell("LISTING_CHANGED", payload.listingId);

/** Whoever follows something hears of its changes. */
export const INTEREST_HANDLERS: readonly Handler[] = [
  on(ResultPublished, "interest.result-updated", ({ payload }) => (payload.versionNo > 1 ? [tell("RESULT_UPDATED", payload.resultId)] : [])),
  on(ResultWithdrawn, "interest.result-withdrawn", ({ payload }) => tell("RESULT_WITHDRAWN", payload.resultId)),
  on(ListingPublished, "interest.result-listed", ({ payload }) => tell("RESULT_LISTED", payload.listingId)),
  on(NoticePublished, "interest.result-on-notice", ({ payload }) => tell("RESULT_ON_NOTICE", payload.noticeId)),
  on(ListingAmended, "interest.listing-amended", ofListing),
  on(ListingSuspended, "interest.listing-suspended", ofListing),
  on(ListingResumed, "interest.listing-resumed", ofListing),
  on(ListingPeriodEnded, "interest.listing-period-ended", ofListing),
  on(ListingAwarded, "interest.listing-awarded", ofListing),
  on(ListingEnded, "interest.listing-ended", ofListing),
  on(DemandClosed, "interest.demand-closed", ({ payload }) => tell("DEMAND_CLOSED", payload.demandId)),
];
