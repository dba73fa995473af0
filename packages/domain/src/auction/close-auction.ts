import { z } from "zod";
import { openReserve } from "../listing/index.ts";
import { Id } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import type { Fen } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AUCTION_MOVES } from "./auction.machine.ts";
import { lockLot, moveLot, type Lot } from "./auction.repository.ts";
import { declareResult } from "./declare-result.ts";
import { failLot } from "./fail-lot.ts";
import { offerLot, openHolders } from "./offer-lot.ts";
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
  const reserve = reserveOf(ctx, lot);
  const met = lot.currentFen === null || reserve === undefined ? null : reserveMet(lot.currentFen, reserve);
  const event = whenClosed({
    ...(lot.currentFen === null ? {} : { priceFen: lot.currentFen }),
    ...(reserve === undefined ? {} : { reservePriceFen: reserve }),
    priorityMode: termsInForce(lot).priorityMode,
    openPriorityHolders: openHolders(lot, lot.leaderNo).length,
    roundsLeft: 0,
    isTied: false,
  });
  const state = step(AUCTION_MOVES, closed, event);
  const offered = event === "waitForPriority" ? await offerLot(ctx, lot, lot.leaderNo!, lot.currentFen!) : {};
  await moveLot(ctx.tx, lot, state, { closedAt: lot.endsAt, reserveMet: met, ...offered });
  await ctx.notDue(AUCTION_DUE.endFreePeriod, lot.id);
  ctx.record({
    type: "auction",
    id: lot.id,
    divisionCode: lot.divisionCode,
    before: { state: lot.state },
    after: { state, effectiveAt: lot.endsAt, priceFen: lot.currentFen, leaderNo: lot.leaderNo, chainHead: lot.chainHead },
  });
  if (event === "declareResult") await declareResult(ctx, lot, lot.leaderNo!, lot.currentFen!, lot.endsAt);
  else if (event === "fail") await failLot(ctx, lot, lot.currentFen === null ? "NO_BID" : "RESERVE_NOT_MET", lot.endsAt);
  return { state };
});

/** Opened only here, and checked against the commitment that was published with the announcement. */
function reserveOf(ctx: Context, { reserveSealed, reserveHash, listing }: Lot): Fen | undefined {
  return reserveSealed === null || reserveHash === null ? undefined : openReserve(ctx.config.secretKey, listing.no, { sealed: reserveSealed, hash: reserveHash });
}
