import { z } from "zod";
import { Id } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AUCTION_MOVES } from "./auction.machine.ts";
import { lockLot } from "./auction.repository.ts";
import { concludeLot } from "./conclude-lot.ts";
import { whatFollowsFree, pauseLot } from "./pause-lot.ts";
import { isOpenForBids } from "./terms.ts";

/**
 * The end E has come (竞价截止). Effective at E, however late it is run, and only once: late workers find the lot closed. A lot whose end a bid
 * has moved since this was due is left alone and becomes due again at its new end. Trading §5.4, §5.10.
 */
export const closeAuction = defineUseCase("auction.close", z.object({ auctionId: Id, dueAt: z.coerce.date() }), async (ctx, { auctionId }) => {
  ctx.authorise();
  const lot = await lockLot(ctx.tx, auctionId);
  const isOver = isOpenForBids(lot.state) && lot.stage === null && ctx.clock.now() >= lot.endsAt;
  if (!isOver) {
    if (isOpenForBids(lot.state) && lot.stage === null) await ctx.due(AUCTION_DUE.close, lot.id, lot.endsAt);
    ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { notNow: "close", state: lot.state, endsAt: lot.endsAt } });
    return { state: lot.state };
  }
  // In the land form the free period ends at E too: whoever comes first decides what follows.
  if (lot.state === "OPEN_FREE" && (await whatFollowsFree(ctx.tx, lot)) === "pause") {
    ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, before: { state: lot.state }, after: { event: "pause", effectiveAt: lot.freeEndsAt } });
    return { state: await pauseLot(ctx, lot) };
  }
  await ctx.notDue(AUCTION_DUE.endFreePeriod, lot.id);
  return { state: await concludeLot(ctx, lot, step(AUCTION_MOVES, lot.state, "close"), {}, lot.endsAt) };
});
