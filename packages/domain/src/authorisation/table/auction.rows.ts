import type { Row } from "../rule.ts";

export const AUCTION_ROWS = [
  ["auction.search", "ANYONE", "-", "-"],
  ["auction.read", "ANYONE", "-", "-"],
  ["auction.verify", "ANYONE", "-", "-"],
  ["auction.schedule", "VENUE_OPERATOR", "VENUE", "-"],
  ["auction.schedule", "SYSTEM", "-", "-"],
  ["auction.read-bidders", "VENUE_REVIEWER", "VENUE", "-"],
  ["auction.list-own", "MEMBER", "OWNER", "-"],
  ["auction.open", "SYSTEM", "-", "-"],
  ["auction.end-free-period", "SYSTEM", "-", "-"],
  ["auction.freeze", "AUCTIONEER", "VENUE", "-"],
  ["auction.resume", "AUCTIONEER", "VENUE", "-"],
  ["auction.reopen", "SYSTEM", "-", "-"],
  ["auction.close", "SYSTEM", "-", "-"],
  ["auction.answer-offer", "BUYER", "OWNER", "-"],
  ["auction.end-offer", "SYSTEM", "-", "-"],
  ["auction.confirm", "AUCTIONEER", "VENUE", "-"],
  ["bid.place", "BUYER", "NOT_OWNER", "-"],
  ["bid.set-proxy", "BUYER", "NOT_OWNER", "-"],
  ["bid.read-own", "MEMBER", "OWNER", "-"],
] as const satisfies readonly Row[];
