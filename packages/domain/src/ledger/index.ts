export { post } from "./post.ts";
export { balanceOf, sumOfBook } from "./balance.ts";
export {
  depositApplied,
  depositForfeited,
  depositReceived,
  depositRefunded,
  feeCharged,
  feeDrawn,
  feeReceived,
  forfeitDistributed,
  priceDueToSeller,
  priceReceived,
  priceRefunded,
  releasedToSeller,
  reversed,
  rewardOwed,
  rewardPaid,
  type Account,
  type Posting,
} from "./ledger.rules.ts";
