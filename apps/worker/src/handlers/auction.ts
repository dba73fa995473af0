import { scheduleAuction } from "@ttx/domain/auction";
import { ListingWentToBidding } from "@ttx/domain/listing";
import { act, on, type Handler } from "../handler.ts";

export const AUCTION_HANDLERS: readonly Handler[] = [
  on(ListingWentToBidding, "auction.schedule", ({ payload }) => act(scheduleAuction, { listingId: payload.listingId, effectiveAt: new Date(payload.effectiveAt) })),
];
