import { NoticeCleared, NoticeEnded, NoticePublished, NoticeReturned } from "@ttx/domain/agreed-price";
import { DemandClosed } from "@ttx/domain/demand";
import { tellFollowers, type FollowedChange } from "@ttx/domain/interest";
import { ListingAmended, ListingAwarded, ListingEnded, ListingPeriodEnded, ListingPublished, ListingResumed, ListingSuspended } from "@ttx/domain/listing";
import { ResultPublished, ResultWithdrawn } from "@ttx/domain/result";
import { act, on, type Handler } from "../handler.ts";

const tell = (change: FollowedChange, id: string) => act(tellFollowers, { change, id });
const ofListing = ({ payload }: { readonly payload: { readonly listingId: string } }) => tell("LISTING_CHANGED", payload.listingId);

/** Whoever follows something hears of its changes. */
export const INTEREST_HANDLERS: readonly Handler[] = [
  on(ResultPublished, "interest.result-updated", ({ payload }) => (payload.versionNo > 1 ? [tell("RESULT_UPDATED", payload.resultId)] : [])),
  on(ResultWithdrawn, "interest.result-withdrawn", ({ payload }) => tell("RESULT_WITHDRAWN", payload.resultId)),
  on(ListingPublished, "interest.result-listed", ({ payload }) => tell("RESULT_LISTED", payload.listingId)),
  on(NoticePublished, "interest.result-on-notice", ({ payload }) => tell(payload.round > 1 ? "NOTICE_RESTARTED" : "RESULT_ON_NOTICE", payload.noticeId)),
  on(NoticeReturned, "interest.notice-returned", ({ payload }) => tell("NOTICE_RETURNED", payload.noticeId)),
  on(NoticeCleared, "interest.notice-cleared", ({ payload }) => tell("NOTICE_CLEARED", payload.noticeId)),
  on(NoticeEnded, "interest.notice-ended", ({ payload }) => tell(payload.state === "EXPIRED" ? "NOTICE_EXPIRED" : "NOTICE_CANCELLED", payload.noticeId)),
  on(ListingAmended, "interest.listing-amended", ofListing),
  on(ListingSuspended, "interest.listing-suspended", ofListing),
  on(ListingResumed, "interest.listing-resumed", ofListing),
  on(ListingPeriodEnded, "interest.listing-period-ended", ofListing),
  on(ListingAwarded, "interest.listing-awarded", ofListing),
  on(ListingEnded, "interest.listing-ended", ofListing),
  on(DemandClosed, "interest.demand-closed", ({ payload }) => tell("DEMAND_CLOSED", payload.demandId)),
];
