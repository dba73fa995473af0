import { announcementFrom } from "@ttx/domain/auction";
import type { Deps } from "@ttx/domain/shared/database";
import type { LotRecord } from "@ttx/domain/testing/bid-history";
import { entriesOfRows } from "@ttx/domain/testing/log-entries";

/** What the database says of a lot when everything is over. */
export async function recordOf({ db }: Deps, auctionId: string): Promise<LotRecord> {
  const lot = await db.auction.findUniqueOrThrow({ where: { id: auctionId } });
  const rows = await db.bidLogEntry.findMany({ where: { auctionId }, orderBy: { sequence: "asc" } });
  const told = await db.outboxEvent.findMany({ where: { type: { in: ["AuctionResultDeclared", "AuctionFailed"] }, subjectId: auctionId }, orderBy: { id: "asc" } });
  const bidders = await db.auctionBidder.findMany({ where: { auctionId } });
  const deposits = await db.deposit.findMany({ where: { intentId: { in: bidders.map(({ intentId }) => intentId) } } });
  return {
    announcement: announcementFrom(lot.announcement),
    log: entriesOfRows(rows),
    row: { leaderNo: lot.leaderNo, currentFen: lot.currentFen, endsAt: lot.endsAt, sequence: lot.sequence, chainHead: lot.chainHead },
    closes: told.map(({ payload }) => {
      const { bidderNo, priceFen, effectiveAt } = payload as { readonly bidderNo?: string; readonly priceFen?: string; readonly effectiveAt: string };
      return { effectiveAt: new Date(effectiveAt), winner: bidderNo ?? null, priceFen: priceFen === undefined ? null : BigInt(priceFen) };
    }),
    deposits: deposits.map(({ intentId, state }) => ({ bidderNo: bidders.find((bidder) => bidder.intentId === intentId)!.bidderNo, state })),
  };
}
