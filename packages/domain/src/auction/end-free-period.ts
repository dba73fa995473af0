import { z } from "zod";
import { Id } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AUCTION_MOVES } from "./auction.machine.ts";
import { lockLot, moveLot } from "./auction.repository.ts";
import { pauseLot, whatFollowsFree } from "./pause-lot.ts";

/**
 * The free period is over (自由竞价期结束): the limited period begins; in the land form only after a pause, and only if there was a
 * contest in the last hour. Trading §5.4. The clock E does not move here, so it does not matter when this is run.
 */
export const endFreePeriod = defineUseCase("auction.end-free-period", z.object({ auctionId: Id, dueAt: z.coerce.date() }), async (ctx, { auctionId, dueAt }) => {
  ctx.authorise();
  const lot = await lockLot(ctx.tx, auctionId);
  if (lot.state !== "OPEN_FREE" || lot.freeEndsAt > dueAt) {
    ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { alreadyPast: "end-free-period" } });
    return { state: lot.state };
  }
  const event = await whatFollowsFree(ctx.tx, lot);
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, before: { state: lot.state }, after: { event, effectiveAt: lot.freeEndsAt } });
  if (event === "close") {
    await ctx.due(AUCTION_DUE.close, lot.id, lot.endsAt);
    return { state: lot.state };
  }
  if (event === "pause") return { state: await pauseLot(ctx, lot) };
  const state = step(AUCTION_MOVES, lot.state, event);
  await moveLot(ctx.tx, lot, state);
  return { state };
});
