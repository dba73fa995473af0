import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/**
 * One bidding procedure (竞价). Trading §5.10. A rerun after FAILED is a new procedure linked to this one. A sealed procedure
 * takes its bids in OPEN_FREE; further rounds, or one among the tied, reopen it from CLOSED (§5.6).
 */
export const AUCTION_MOVES = [
  // from           event              by          to
  ["SCHEDULED",     "open",            "clock",    "OPEN_FREE"],
  ["SCHEDULED",     "fail",            "clock",    "FAILED"], // nobody was admitted: 流拍
  ["SCHEDULED",     "annul",           "operator", "ANNULLED"],
  ["OPEN_FREE",     "openLimited",     "clock",    "OPEN_LIMITED"],
  ["OPEN_FREE",     "pause",           "clock",    "PAUSE"],
  ["OPEN_FREE",     "close",           "clock",    "CLOSED"],
  ["OPEN_FREE",     "freeze",          "operator", "FROZEN"],
  ["PAUSE",         "openLimited",     "clock",    "OPEN_LIMITED"],
  ["PAUSE",         "freeze",          "operator", "FROZEN"],
  ["OPEN_LIMITED",  "close",           "clock",    "CLOSED"],
  ["OPEN_LIMITED",  "freeze",          "operator", "FROZEN"],
  ["FROZEN",        "resumeFree",      "clock",    "OPEN_FREE"],
  ["FROZEN",        "resumePause",     "clock",    "PAUSE"],
  ["FROZEN",        "resumeLimited",   "clock",    "OPEN_LIMITED"],
  ["FROZEN",        "annul",           "operator", "ANNULLED"],
  ["CLOSED",        "openNextRound",   "clock",    "OPEN_FREE"],
  ["CLOSED",        "fail",            "clock",    "FAILED"], // no bid, or the reserve not met
  ["CLOSED",        "waitForPriority", "clock",    "PRIORITY_WAIT"],
  ["CLOSED",        "declareResult",   "clock",    "RESULT"],
  ["PRIORITY_WAIT", "declareResult",   "clock",    "RESULT"],
  ["RESULT",        "confirm",         "operator", "AWARDED"], // 成交确认书, 拍卖法 52
  ["RESULT",        "annul",           "operator", "ANNULLED"],
  ["AWARDED",       "annul",           "operator", "ANNULLED"], // a ground proven later, Court-Online 31
  // The object was found to be secret: whatever was going on is annulled, wherever it stands. Rights and income §11.
  ["SCHEDULED",     "takeOut",         "operator", "ANNULLED"],
  ["OPEN_FREE",     "takeOut",         "operator", "ANNULLED"],
  ["PAUSE",         "takeOut",         "operator", "ANNULLED"],
  ["OPEN_LIMITED",  "takeOut",         "operator", "ANNULLED"],
  ["FROZEN",        "takeOut",         "operator", "ANNULLED"],
  ["CLOSED",        "takeOut",         "operator", "ANNULLED"],
  ["PRIORITY_WAIT", "takeOut",         "operator", "ANNULLED"],
  ["RESULT",        "takeOut",         "operator", "ANNULLED"],
  ["AWARDED",       "takeOut",         "operator", "ANNULLED"],
] as const satisfies readonly Move[];

export type AuctionState = StateOf<typeof AUCTION_MOVES>;
export type AuctionEvent = EventOf<typeof AUCTION_MOVES>;
