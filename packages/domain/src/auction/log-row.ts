import { fen } from "../shared/money.ts";
import type { ChainedEntry } from "./auction.chain.ts";
import type { BidReceipt } from "./bid-receipt.ts";
import type { BidRefusal } from "./bid.rules.ts";
import type { ActKind } from "./replay.rules.ts";

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
  readonly body?: unknown;
  readonly previousHash: string;
  readonly hash: string;
};

const AUTOMATIC = "automatic";
/** The body of a bid that the platform made by itself. */
export const AUTOMATIC_BODY = { [AUTOMATIC]: "true" } as const;

export function entryOfRow(row: LogRow): ChainedEntry {
  const common = { sequence: row.sequence, at: row.receivedAt, endsAt: row.endsAtAfter, previousHash: row.previousHash, hash: row.hash };
  if (row.kind === "HALTED" || row.kind === "REOPENED") return { ...common, kind: row.kind };
  const body = (row.body ?? {}) as Readonly<Record<string, string>>;
  if (row.kind !== "BID") {
    return {
      ...common,
      kind: row.kind as ActKind,
      ...(row.bidderNo === null ? {} : { bidderNo: row.bidderNo }),
      ...(row.amountFen === null ? {} : { amountFen: fen(row.amountFen) }),
      ...(row.verdict === null ? {} : { verdict: row.verdict as "ACCEPTED" | "REFUSED" }),
      ...(row.reason === null ? {} : { reason: row.reason }),
      body,
    };
  }
  return {
    ...common,
    kind: "BID",
    bidderNo: row.bidderNo!,
    amountFen: fen(row.amountFen!),
    verdict: row.verdict as "ACCEPTED" | "MATCHED" | "REFUSED",
    ...(row.reason === null ? {} : { reason: row.reason as BidRefusal }),
    ...(body[AUTOMATIC] === undefined ? {} : { automatic: true }),
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
