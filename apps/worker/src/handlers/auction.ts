import { endStandby, offerStandby, scheduleAuction } from "@ttx/domain/auction";
import { DealFailed, DealSigned } from "@ttx/domain/deal";
import { ListingWentToBidding } from "@ttx/domain/listing";
import { act, on, type Handler } from "../handler.ts";

export const AUCTION_HANDLERS: readonly Handler[] = [
  on(ListingWentToBidding, "auction.schedule", ({ payload }) => act(scheduleAuction, { listingId: payload.listingId, effectiveAt: new Date(payload.effectiveAt) })),
  on(DealSigned, "auction.end-standby", ({ payload }) => (payload.listingId === null ? [] : act(endStandby, { listingId: payload.listingId }))),
  on(DealFailed, "auction.standby-after-failure", ({ payload: { listingId, intentId, state, effectiveAt } }) =>
    listingId === null ? [] : state === "DEFAULTED" ? act(offerStandby, { listingId, intentId, effectiveAt: new Date(effectiveAt) }) : act(endStandby, { listingId }),
  ),
];
