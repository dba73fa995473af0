import type { Fen } from "../shared/money.ts";
import { chainEntry } from "./auction.chain.ts";
import type { BidReceipt } from "./bid-receipt.ts";
import { judgeBid, type BidStanding } from "./bid.rules.ts";
import type { BidEntry } from "./replay.rules.ts";
import { isOpenForBids, standingOf, termsInForce } from "./terms.ts";

/** The lot's row as it was read under its lock. */
export type BatchLot = {
  readonly id: string;
  readonly state: string;
  readonly announcement: unknown;
  readonly freeEndsAt: Date;
  readonly hardStopsAt: Date | null;
  readonly endsAt: Date;
  readonly currentFen: bigint | null;
  readonly leaderNo: string | null;
  readonly sequence: number;
  readonly acceptedCount: number;
  readonly chainHead: string;
};

export type BidderRow = {
  readonly buyerId: string;
  readonly bidderNo: string;
  readonly priorityRank: number | null;
  readonly depositState: string | null;
};

/** A bid with its place, its verdict, and where the lot stands after it. */
export type DecidedBid = { readonly receipt: BidReceipt; readonly previousHash: string; readonly standing: BidStanding };

/** Decides bids one after another, all received at the instant that was read under the lock. No database here. */
export function judgeBatch(lot: BatchLot, now: Date): (bidder: BidderRow, amountFen: Fen, requestId: string) => DecidedBid {
  const terms = termsInForce(lot);
  const isOpen = isOpenForBids(lot.state);
  let standing = standingOf(lot, terms);
  let { sequence, chainHead } = lot;

  return (bidder, amountFen) => {
    const facts = {
      isAdmitted: true,
      isDepositLocked: bidder.depositState === "LOCKED",
      isBarred: false,
      ...(bidder.priorityRank === null ? {} : { priorityRank: bidder.priorityRank }),
    };
    const verdict = judgeBid(terms, standing, facts, { bidderNo: bidder.bidderNo, amountFen, receivedAt: now }, isOpen);
    const reason = verdict.kind === "REFUSED" ? verdict.reason : undefined;
    standing = verdict.standing;
    sequence += 1;
    const entry: BidEntry = {
      kind: "BID",
      sequence,
      at: now,
      endsAt: standing.endsAt,
      bidderNo: bidder.bidderNo,
      amountFen,
      verdict: verdict.kind,
      ...(reason === undefined ? {} : { reason }),
    };
    const chained = chainEntry(chainHead, entry);
    const previousHash = chainHead;
    chainHead = chained.hash;
    return {
      receipt: {
        auctionId: lot.id,
        sequence,
        bidderNo: bidder.bidderNo,
        amountFen,
        verdict: verdict.kind,
        reason: reason ?? null,
        receivedAt: now,
        endsAt: standing.endsAt,
        hash: chained.hash,
      },
      previousHash,
      standing,
    };
  };
}
