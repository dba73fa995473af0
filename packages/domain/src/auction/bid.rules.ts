import type { Fen } from "../shared/money.ts";
import { endAfterBid, isLate, type ClockTerms } from "./auction-clock.rules.ts";
import { incrementProblem, type IncrementMode, type IncrementProblem, type IncrementTable } from "./increment.rules.ts";
import { mayMatch, type PriorityMode } from "./priority.rules.ts";

/** The announced terms that decide a bid. All of them are part of the announcement's version (trading §5.3). */
export type BiddingTerms = ClockTerms & {
  readonly procedureId: string;
  readonly startPriceFen: Fen;
  readonly incrementTable: IncrementTable;
  readonly incrementMode: IncrementMode;
  readonly priorityMode: PriorityMode;
  /** 是否允许最高报价人追加报价. */
  readonly allowTopUpByLeader: boolean;
};

/** Where the bidding stands: only accepted bids and matches change it. */
export type BidStanding = {
  readonly endsAt: Date;
  readonly currentFen?: Fen;
  readonly leader?: string;
  readonly leaderRank?: number;
};

export type Bid = { readonly bidderNo: string; readonly amountFen: Fen; readonly receivedAt: Date };

export type BidderFacts = {
  readonly isAdmitted: boolean;
  readonly isDepositLocked: boolean;
  /** Defaulted before in this lot, or related to the operator. */
  readonly isBarred: boolean;
  /** Lower goes first; absent for a bidder without priority. */
  readonly priorityRank?: number;
};

export type BidRefusal =
  | "NOT_OPEN"
  | "NOT_ADMITTED"
  | "DEPOSIT_NOT_LOCKED"
  | "BARRED"
  | "LATE"
  | "AMOUNT_NOT_POSITIVE"
  | "ALREADY_LEADER"
  | IncrementProblem;

export type BidVerdict =
  | { readonly kind: "ACCEPTED" | "MATCHED"; readonly standing: BidStanding }
  | { readonly kind: "REFUSED"; readonly reason: BidRefusal; readonly standing: BidStanding };

/**
 * Decides one bid, §5.5. A refusal is a value, stored and shown to nobody else; it changes neither price nor clock. An accepted
 * bid is irrevocable (拍卖法 36). `isOpen` is false while the procedure is scheduled, paused or
 * frozen; from E on the clock speaks, whether or not the procedure was moved to CLOSED yet.
 */
export function judgeBid(terms: BiddingTerms, standing: BidStanding, bidder: BidderFacts, bid: Bid, isOpen: boolean): BidVerdict {
  const refused = (reason: BidRefusal): BidVerdict => ({ kind: "REFUSED", reason, standing });
  // While the procedure is not open its clock stands still, so nothing can be late then.
  if (!isOpen || bid.receivedAt < terms.freeStart) return refused("NOT_OPEN");
  if (isLate(bid.receivedAt, standing.endsAt)) return refused("LATE");
  if (!bidder.isAdmitted) return refused("NOT_ADMITTED");
  if (bidder.isBarred) return refused("BARRED");
  if (!bidder.isDepositLocked) return refused("DEPOSIT_NOT_LOCKED");
  if (bid.amountFen <= 0n) return refused("AMOUNT_NOT_POSITIVE");
  if (standing.leader === bid.bidderNo && !terms.allowTopUpByLeader) return refused("ALREADY_LEADER");
  const next: BidStanding = {
    endsAt: endAfterBid(terms, standing.endsAt, bid.receivedAt),
    currentFen: bid.amountFen,
    leader: bid.bidderNo,
    leaderRank: bidder.priorityRank,
  };
  if (mayMatch(terms.priorityMode, standing, bidder.priorityRank, bid)) return { kind: "MATCHED", standing: next };
  const problem = incrementProblem(terms, standing.currentFen, bid.amountFen);
  return problem ? refused(problem) : { kind: "ACCEPTED", standing: next };
}
