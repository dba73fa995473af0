import type { BidRefusal } from "./bid.rules.ts";

/** The answer to a bid, and what the bidder can check against the public log later. */
export type BidReceipt = {
  readonly auctionId: string;
  /** Place in the lot's one order. */
  readonly sequence: number;
  readonly bidderNo: string;
  readonly amountFen: bigint;
  readonly verdict: "ACCEPTED" | "MATCHED" | "REFUSED";
  readonly reason: BidRefusal | null;
  readonly receivedAt: Date;
  /** E after this bid. */
  readonly endsAt: Date;
  readonly hash: string;
};
