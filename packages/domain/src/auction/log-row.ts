import { fen } from "../shared/money.ts";
import type { ChainedEntry } from "./auction.chain.ts";
import type { BidReceipt } from "./bid-receipt.ts";
import type { BidRefusal } from "./bid.rules.ts";

/** A row of the lot's log as the database keeps it. */
export type LogRow = {
  readonly sequence: number;
  readonly kind: string;
  readonly bidderNo: string | null;
  readonly amountFen: bigint | null;
  readonly verdict: string | null;
  readonly reason: string | null;
  readonly receivedAt: Date;
  readonly endsAtAfter: Date;
  readonly previousHash: string;
  readonly hash: string;
};

export function entryOfRow(row: LogRow): ChainedEntry {
  const common = { sequence: row.sequence, at: row.receivedAt, endsAt: row.endsAtAfter, previousHash: row.previousHash, hash: row.hash };
  if (row.kind !== "BID") return { ...common, kind: row.kind as "HALTED" | "REOPENED" };
  return {
    ...common,
    kind: "BID",
    bidderNo: row.bidderNo!,
    amountFen: fen(row.amountFen!),
    verdict: row.verdict as "ACCEPTED" | "MATCHED" | "REFUSED",
    ...(row.reason === null ? {} : { reason: row.reason as BidRefusal }),
  };
}

/** The receipt that the bidder was given for this row; the same request gets it again. */
export function receiptOfRow(auctionId: string, row: LogRow): BidReceipt {
  return {
    auctionId,
    sequence: row.sequence,
    bidderNo: row.bidderNo!,
    amountFen: row.amountFen!,
    verdict: row.verdict as BidReceipt["verdict"],
    reason: row.reason as BidReceipt["reason"],
    receivedAt: row.receivedAt,
    endsAt: row.endsAtAfter,
    hash: row.hash,
  };
}
