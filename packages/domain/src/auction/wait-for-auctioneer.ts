import type { Context } from "../shared/use-case.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AuctionFrozen } from "./auction.events.ts";
import { step } from "../shared/machine.ts";
import { AUCTION_MOVES } from "./auction.machine.ts";
import { logEntry, moveLot, type Lot } from "./auction.repository.ts";
import { tellBidders } from "./tell-bidders.ts";

/** Why a lot under the Auction Law stands still at its start. */
export const WAITING_FOR_AUCTIONEER = "主持拍卖师尚未到场";

/** Under the Auction Law nothing is bid before an auctioneer is in the chair: the lot stands still from its start until he resumes it. */
export async function waitForAuctioneer(ctx: Context, lot: Lot, reason: string = WAITING_FOR_AUCTIONEER): Promise<void> {
  const at = ctx.clock.now();
  const halted = await logEntry(ctx.tx, lot, { kind: "HALTED", at, endsAt: lot.stageEndsAt ?? lot.endsAt });
  await moveLot(ctx.tx, lot, step(AUCTION_MOVES, lot.state, "freeze"), { ...halted, frozenAt: at, frozenReason: reason, stateBeforeFreeze: lot.state });
  for (const kind of [AUCTION_DUE.close, AUCTION_DUE.endFreePeriod, AUCTION_DUE.endStage]) await ctx.notDue(kind, lot.id);
  await tellBidders(ctx, lot, "auction.frozen", { reason });
  ctx.emit(AuctionFrozen, { type: "auction", id: lot.id }, { auctionId: lot.id, listingId: lot.listingId, reason });
}
