import type { Context } from "../shared/use-case.ts";
import { WITHHELD_REASON } from "../shared/withheld.ts";
import { annul } from "./annul-auction.ts";
import { AUCTION_MOVES, type AuctionEvent } from "./auction.machine.ts";
import { lockLot, type Lot } from "./auction.repository.ts";
import { freeze } from "./freeze-auction.ts";
import { resume } from "./resume-auction.ts";
import { termsInForce } from "./terms.ts";
import { mayStep } from "../shared/machine.ts";

const can = (lot: Lot, event: AuctionEvent): boolean => mayStep(AUCTION_MOVES, lot.state, event);

/** Lots of a result that was just withheld take no bid any more (中止). One that is only announced stands still from its start. */
export async function stopLots(ctx: Context, resultId: string): Promise<void> {
  for (const lot of await lotsOf(ctx, resultId)) {
    const isOver = lot.state !== "PAUSE" && ctx.clock.now() >= (lot.stageEndsAt ?? lot.endsAt);
    if (can(lot, "freeze") && !isOver) await freeze(ctx, lot, WITHHELD_REASON);
  }
}

/** The result is back: what was frozen for it goes on as after an outage. Under the Auction Law the auctioneer resumes it himself. */
export async function goOnWithLots(ctx: Context, resultId: string): Promise<void> {
  for (const lot of await lotsOf(ctx, resultId)) {
    const waitsForAuctioneer = termsInForce(lot).procedure?.legalRegime === "AUCTION_LAW" && lot.presiderId === null;
    if (lot.state === "FROZEN" && lot.frozenReason === WITHHELD_REASON && !waitsForAuctioneer) await resume(ctx, lot);
  }
}

/** The result was sealed: whatever bidding there was is annulled, wherever it stood, and everybody has his deposit back. */
export async function annulLots(ctx: Context, resultId: string): Promise<void> {
  for (const lot of await lotsOf(ctx, resultId)) if (can(lot, "takeOut")) await annul(ctx, lot, "OTHER_GRAVE_BREACH", WITHHELD_REASON, ctx.clock.now(), "takeOut");
}

async function lotsOf(ctx: Context, resultId: string): Promise<Lot[]> {
  const rows = await ctx.tx.auction.findMany({ where: { listing: { resultId } }, select: { id: true }, orderBy: { id: "asc" } });
  const lots: Lot[] = [];
  for (const { id } of rows) lots.push(await lockLot(ctx.tx, id));
  return lots;
}
