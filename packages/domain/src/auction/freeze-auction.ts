import { z } from "zod";
import { Id, line } from "../shared/input.ts";
import { DomainError } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AuctionFrozen } from "./auction.events.ts";
import { AUCTION_MOVES, type AuctionState } from "./auction.machine.ts";
import { lockLot, logEntry, moveLot, type Lot } from "./auction.repository.ts";
import { tellBidders } from "./tell-bidders.ts";

export const FreezeInput = z.object({ auctionId: Id, reason: line(200, 4) });

/** The auctioneer stops the bidding because of a fault (中止); the clock stands still until it is resumed. Trading §5.10. */
export const freezeAuction = defineUseCase("auction.freeze", FreezeInput, async (ctx, { auctionId, reason }) => {
  const lot = await lockLot(ctx.tx, auctionId);
  ctx.authorise({ venueId: lot.listing.venueId, ownerId: lot.listing.sellerId, divisionCode: lot.divisionCode });
  return { state: await freeze(ctx, lot, reason) };
});

export async function freeze(ctx: Context, lot: Lot, reason: string): Promise<AuctionState> {
  const now = ctx.clock.now();
  const state = step(AUCTION_MOVES, lot.state, "freeze");
  const endsAt = lot.stageEndsAt ?? lot.endsAt;
  const isPaused = lot.state === "PAUSE"; // the clock stands still and the log is halted already
  if (!isPaused && now >= endsAt) throw new DomainError("FREEZE_AFTER_END", "conflict");
  const halted = isPaused ? {} : await logEntry(ctx.tx, lot, { kind: "HALTED", at: now, endsAt });
  await moveLot(ctx.tx, lot, state, { ...(lot.stage === "SEALED" ? {} : halted), frozenAt: isPaused ? lot.frozenAt : now, faultAt: now, frozenReason: reason, stateBeforeFreeze: lot.state });
  for (const kind of [AUCTION_DUE.close, AUCTION_DUE.endFreePeriod, AUCTION_DUE.reopen, AUCTION_DUE.endStage]) await ctx.notDue(kind, lot.id);
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, before: { state: lot.state }, after: { state, reason, frozenAt: now } });
  await tellBidders(ctx, lot, "auction.frozen", { reason });
  ctx.emit(AuctionFrozen, { type: "auction", id: lot.id }, { auctionId: lot.id, listingId: lot.listingId, reason });
  return state;
}
