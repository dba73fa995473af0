import { endListingPeriod, resumeListing } from "@ttx/domain/listing";
import { whenDue, type DueHandler } from "../due-handler.ts";
import { act } from "../handler.ts";

export const LISTING_DUE_HANDLERS: readonly DueHandler[] = [
  whenDue("listing.end-period", (listingId, dueAt) => act(endListingPeriod, { listingId, dueAt })),
  whenDue("listing.end-suspension", (listingId, dueAt) => act(resumeListing, { listingId, dueAt, reason: "中止期满，自动恢复" })),
];
