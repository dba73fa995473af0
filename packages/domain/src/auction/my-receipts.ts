import { z } from "zod";
import { organisationOf } from "../shared/actor.ts";
import { Id } from "../shared/input.ts";
import { defineQuery } from "../shared/use-case.ts";
import { isPlaceTold } from "./auction.queries.ts";
import { AUTOMATIC_BODY } from "./log-row.ts";

const MOST = 200;

/** Every act of the caller's organisation on a lot as the log has it, refused ones too, newest first: the receipts, to be found again at any time. */
export const readMyReceipts = defineQuery("bid.read-own", z.object({ auctionId: Id }), async (ctx, { auctionId }) => {
  const organisationId = organisationOf(ctx.actor)?.id ?? "";
  ctx.authorise({ ownerId: organisationId });
  const bidder = await ctx.db.auctionBidder.findUnique({ where: { auctionId_buyerId: { auctionId, buyerId: organisationId } }, select: { bidderNo: true, auction: { select: { stage: true, state: true } } } });
  if (bidder === null) return { items: [] };
  const isPlaced = isPlaceTold(bidder.auction);
  const rows = await ctx.db.bidLogEntry.findMany({ where: { auctionId, bidderNo: bidder.bidderNo, kind: { in: ["BID", "COMMITTED", "REVEALED", "TAKEN", "BEST", "ANSWERED"] } }, orderBy: { sequence: "desc" }, take: MOST });
  return {
    items: rows.map(({ sequence, kind, amountFen, verdict, reason, body, receivedAt, hash }) => ({
      sequence: isPlaced ? sequence : null,
      kind,
      amountFen,
      verdict,
      reason,
      isAutomatic: Object.keys(AUTOMATIC_BODY).some((mark) => mark in ((body ?? {}) as object)),
      receivedAt,
      hash,
    })),
  };
});
