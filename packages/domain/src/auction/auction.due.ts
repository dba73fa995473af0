/** Kinds of due acts of a lot; the subject is the lot's id. */
export const AUCTION_DUE = {
  open: "auction.open",
  endFreePeriod: "auction.end-free-period",
  close: "auction.close",
  reopen: "auction.reopen",
  endStage: "auction.end-stage",
  endOffer: "auction.end-offer",
  standbyOver: "auction.standby-over",
  /** The subject is the reminder's id. */
  remind: "auction.remind",
} as const;
