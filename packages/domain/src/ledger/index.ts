export { post } from "./post.ts";
export { balanceOf, sumOfBook } from "./balance.ts";
export { bookProblems, type BookedTransaction } from "./book-check.rules.ts";
export {
  commissionOwed,
  commissionPaid,
  depositApplied,
  depositForfeited,
  depositInterest,
  depositReceived,
  depositRefunded,
  feeCharged,
  feeDrawn,
  feeReceived,
  forfeitDistributed,
  interestReceived,
  interestReleased,
  priceDueToSeller,
  priceReceived,
  priceRefunded,
  priceReturned,
  releasedToSeller,
  reversed,
  rewardOwed,
  rewardPaid,
  type Account,
  type Posting,
} from "./ledger.rules.ts";
