import { AUCTION_DUE, closeAuction, endFreePeriod, endOffer, endStage, expireStandby, openAuction, reopenAuction, sendReminder } from "@ttx/domain/auction";
import { whenDue, type DueHandler } from "../due-handler.ts";
import { act } from "../handler.ts";

export const AUCTION_DUE_HANDLERS: readonly DueHandler[] = [
  whenDue(AUCTION_DUE.open, (auctionId, dueAt) => act(openAuction, { auctionId, dueAt })),
  whenDue(AUCTION_DUE.endFreePeriod, (auctionId, dueAt) => act(endFreePeriod, { auctionId, dueAt })),
  whenDue(AUCTION_DUE.close, (auctionId, dueAt) => act(closeAuction, { auctionId, dueAt })),
  whenDue(AUCTION_DUE.endStage, (auctionId, dueAt) => act(endStage, { auctionId, dueAt })),
  whenDue(AUCTION_DUE.endOffer, (auctionId, dueAt) => act(endOffer, { auctionId, dueAt })),
  whenDue(AUCTION_DUE.standbyOver, (auctionId, dueAt) => act(expireStandby, { auctionId, dueAt })),
  whenDue(AUCTION_DUE.reopen, (auctionId, dueAt) => act(reopenAuction, { auctionId, dueAt })),
  whenDue(AUCTION_DUE.remind, (reminderId, dueAt) => act(sendReminder, { reminderId, dueAt })),
];
