import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/**
 * A listing (挂牌) from draft to close. Trading §2.3; an extension stays LISTED. Which event a period's end names is decided by
 * `whenPeriodEnds`. Relisting after LAPSED or DEFAULT makes a new DRAFT linked by `previousListing`, so both can be final.
 */
export const LISTING_MOVES = [
  // from         event               by          to
  ["DRAFT",       "submit",           "seller",   "REVIEW"],
  ["REVIEW",      "returnForRework",  "reviewer", "DRAFT"],
  ["REVIEW",      "reject",           "reviewer", "REJECTED"],
  ["REVIEW",      "accept",           "reviewer", "ACCEPTED"],
  ["ACCEPTED",    "publish",          "operator", "LISTED"],
  ["LISTED",      "amend",            "operator", "LISTED"], // the period restarts, intents must reconfirm
  ["LISTED",      "suspend",          "operator", "SUSPENDED"],
  ["SUSPENDED",   "resume",           "operator", "LISTED"],
  ["LISTED",      "terminate",        "operator", "TERMINATED"],
  ["SUSPENDED",   "terminate",        "operator", "TERMINATED"],
  ["LISTED",      "withdraw",         "seller",   "WITHDRAWN"], // 拍卖法 art. 29
  ["LISTED",      "extend",           "clock",    "LISTED"],
  ["LISTED",      "lapse",            "clock",    "LAPSED"],
  ["LISTED",      "agreeWithSole",    "clock",    "AGREE_PRICE"],
  ["LISTED",      "agreeAsAnnounced", "clock",    "AGREE_PRICE"], // several buyers, and the announcement promised talks (§3)
  ["LISTED",      "openBidding",      "clock",    "BIDDING"],
  ["AGREE_PRICE", "award",            "operator", "AWARDED"],
  ["BIDDING",     "award",            "clock",    "AWARDED"],
  ["AGREE_PRICE", "failToSell",       "operator", "LAPSED"], // the talks came to nothing
  ["BIDDING",     "failToSell",       "clock",    "LAPSED"], // 流拍, §5.10
  ["AGREE_PRICE", "annul",            "operator", "TERMINATED"],
  ["BIDDING",     "annul",            "operator", "TERMINATED"], // annulment grounds, §5.10
  ["AWARDED",     "startContracting", "clock",    "CONTRACTING"],
  ["AWARDED",     "annul",            "operator", "TERMINATED"], // an objection was upheld
  ["CONTRACTING", "settle",           "clock",    "SETTLING"], // signed by all
  ["CONTRACTING", "default",          "clock",    "DEFAULT"],
  ["CONTRACTING", "annul",            "operator", "TERMINATED"],
  ["SETTLING",    "certify",          "operator", "CERTIFIED"],
  ["SETTLING",    "default",          "operator", "DEFAULT"],
  ["SETTLING",    "annul",            "operator", "TERMINATED"],
  ["CERTIFIED",   "close",            "operator", "CLOSED"],
  ["CERTIFIED",   "annul",            "operator", "TERMINATED"],
  ["DEFAULT",     "offerToReserve",   "operator", "AWARDED"], // only if announced beforehand, §4.4 (b)
] as const satisfies readonly Move[];

export type ListingState = StateOf<typeof LISTING_MOVES>;
export type ListingEvent = EventOf<typeof LISTING_MOVES>;
