import type { Fen } from "../shared/money.ts";
import { entryHash } from "./auction.chain.ts";
import type { BidReceipt } from "./bid-receipt.ts";
import { judgeBid, type BidStanding } from "./bid.rules.ts";
import type { BidEntry } from "./replay.rules.ts";
import { nextProxyBid, type Proxy } from "./proxy.rules.ts";
import { standingOf, termsInForce } from "./terms.ts";

/** The lot's row as it was read under its lock. */
export type BatchLot = {
  readonly id: string;
  readonly state: string;
  readonly announcement: unknown;
  readonly freeEndsAt: Date;
  readonly hardStopsAt: Date | null;
  /** While this is set the clock stands still and nothing is taken. */
  readonly frozenAt: Date | null;
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
export type DecidedBid = { readonly receipt: BidReceipt; readonly previousHash: string; readonly standing: BidStanding; readonly automatic: boolean };

/** A bidder's limit as the row stands, opened for this batch only. */
export type BidderProxy = Proxy & { readonly bidder: BidderRow };

export type BatchJudge = {
  bid(bidder: BidderRow, amountFen: Fen): DecidedBid;
  /** The bids that the limits of others answer with, in order; none when nothing has changed. */
  answers(): DecidedBid[];
};

/**
 * Decides bids one after another, all received at the instant that was read under the lock. No database here. A lot is open unless its clock
 * stands still: before its start and from its end on the clock itself refuses, whether or not the lot's state was moved already.
 */
export function judgeBatch(lot: BatchLot, now: Date, proxies: readonly BidderProxy[] = []): BatchJudge {
  const terms = termsInForce(lot);
  let standing = standingOf(lot, terms);
  let { sequence, chainHead } = lot;

  function decide(bidder: BidderRow, amountFen: Fen, automatic: boolean): DecidedBid {
    const facts = {
      isAdmitted: true,
      isDepositLocked: bidder.depositState === "LOCKED",
      isBarred: false,
      ...(bidder.priorityRank === null ? {} : { priorityRank: bidder.priorityRank }),
    };
    const verdict = judgeBid(terms, standing, facts, { bidderNo: bidder.bidderNo, amountFen, receivedAt: now }, lot.frozenAt === null);
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
      ...(automatic ? { automatic } : {}),
    };
    const previousHash = chainHead;
    chainHead = entryHash(previousHash, entry);
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
        hash: chainHead,
      },
      previousHash,
      standing,
      automatic,
    };
  }

  function answers(): DecidedBid[] {
    const isTaken = lot.frozenAt === null && now >= terms.freeStart && now < standing.endsAt;
    const inForce = isTaken && terms.procedure?.proxy === true ? proxies.filter(({ bidder }) => bidder.depositState === "LOCKED") : [];
    const decided: DecidedBid[] = [];
    for (let next = nextProxyBid(terms, standing, inForce); next; next = nextProxyBid(terms, standing, inForce)) {
      const { bidderNo, amountFen } = next;
      const answer = decide(inForce.find((proxy) => proxy.bidderNo === bidderNo)!.bidder, amountFen, true);
      decided.push(answer);
      if (answer.receipt.verdict === "REFUSED") break;
    }
    return decided;
  }

  return { bid: (bidder, amountFen) => decide(bidder, amountFen, false), answers };
}
