import { z } from "zod";
import { releaseDeposit } from "../deposit/index.ts";
import { unseal } from "../shared/secret-box.ts";
import { Id } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import type { Context } from "../shared/use-case.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AuctionFailed, AuctionResultDeclared } from "./auction.events.ts";
import { AUCTION_MOVES } from "./auction.machine.ts";
import { lockLot, moveLot, type Lot } from "./auction.repository.ts";
import { failListing } from "./fail-lot.ts";
import { reserveMet, whenClosed } from "./outcome.rules.ts";
import { isOpenForBids, termsInForce } from "./terms.ts";

/**
 * The end E has come (竞价截止). Effective at E, however late it is run, and only once: late workers find the lot closed. A lot whose end a bid
 * has moved since this was due is left alone and becomes due again at its new end. Trading §5.4, §5.10.
 */
export const closeAuction = defineUseCase("auction.close", z.object({ auctionId: Id, dueAt: z.coerce.date() }), async (ctx, { auctionId }) => {
  ctx.authorise();
  const lot = await lockLot(ctx.tx, auctionId);
  const isOver = isOpenForBids(lot.state) && ctx.clock.now() >= lot.endsAt;
  if (!isOver) {
    if (isOpenForBids(lot.state)) await ctx.due(AUCTION_DUE.close, lot.id, lot.endsAt);
    ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { notNow: "close", state: lot.state, endsAt: lot.endsAt } });
    return { state: lot.state };
  }
  const closed = step(AUCTION_MOVES, lot.state, "close");
  const reserve = lot.reserveSealed === null ? undefined : BigInt(unseal(ctx.config.secretKey, lot.reserveSealed));
  const met = lot.currentFen === null ? null : reserveMet(lot.currentFen, reserve);
  const event = whenClosed({
    ...(lot.currentFen === null ? {} : { priceFen: lot.currentFen }),
    ...(reserve === undefined ? {} : { reservePriceFen: reserve }),
    priorityMode: termsInForce(lot).priorityMode,
    openPriorityHolders: 0,
    roundsLeft: 0,
    isTied: false,
  });
  const state = step(AUCTION_MOVES, closed, event);
  await moveLot(ctx.tx, lot, state, { closedAt: lot.endsAt, reserveMet: met });
  await ctx.notDue(AUCTION_DUE.endFreePeriod, lot.id);
  ctx.record({
    type: "auction",
    id: lot.id,
    divisionCode: lot.divisionCode,
    before: { state: lot.state },
    after: { state, effectiveAt: lot.endsAt, priceFen: lot.currentFen, leaderNo: lot.leaderNo, chainHead: lot.chainHead },
  });
  if (event === "declareResult") await declareResult(ctx, lot);
  else await declareFailure(ctx, lot);
  return { state };
});

async function declareResult(ctx: Context, lot: Lot): Promise<void> {
  const bidders = await ctx.tx.auctionBidder.findMany({ where: { auctionId: lot.id } });
  for (const { intentId, bidderNo } of bidders) {
    const event = bidderNo === lot.leaderNo ? "win" : "lose";
    await ctx.tx.intent.updateMany({ where: { id: intentId, state: "ADMITTED" }, data: { state: event === "win" ? "WON" : "LOST", version: { increment: 1 } } });
    if (event === "lose") await releaseDeposit(ctx, intentId, "lose", lot.endsAt);
  }
  ctx.emit(AuctionResultDeclared, { type: "auction", id: lot.id }, {
    auctionId: lot.id,
    listingId: lot.listingId,
    bidderNo: lot.leaderNo!,
    priceFen: String(lot.currentFen),
    effectiveAt: lot.endsAt.toISOString(),
  });
}

async function declareFailure(ctx: Context, lot: Lot): Promise<void> {
  await failListing(ctx, lot, lot.endsAt);
  ctx.emit(AuctionFailed, { type: "auction", id: lot.id }, {
    auctionId: lot.id,
    listingId: lot.listingId,
    reason: lot.currentFen === null ? "NO_BID" : "RESERVE_NOT_MET",
    effectiveAt: lot.endsAt.toISOString(),
  });
}
