import { z } from "zod";
import { lockDeposits } from "../deposit/index.ts";
import { Id } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AuctionOpened } from "./auction.events.ts";
import { AUCTION_MOVES } from "./auction.machine.ts";
import { lockLot, moveLot } from "./auction.repository.ts";
import { isWithheld, WITHHELD_REASON } from "../shared/withheld.ts";
import { termsInForce } from "./terms.ts";
import { waitForAuctioneer } from "./wait-for-auctioneer.ts";
import { failLot } from "./fail-lot.ts";
import { whenStartComes } from "./outcome.rules.ts";

/** The announced start has come (自由竞价期开始): deposits are locked and bids are taken, or nobody was admitted and the lot fails. Trading §5.10. */
export const openAuction = defineUseCase("auction.open", z.object({ auctionId: Id, dueAt: z.coerce.date() }), async (ctx, { auctionId, dueAt }) => {
  ctx.authorise();
  const lot = await lockLot(ctx.tx, auctionId);
  if (lot.state !== "SCHEDULED") {
    ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { alreadyPast: "open" } });
    return { state: lot.state };
  }
  const bidders = await ctx.tx.auctionBidder.count({ where: { auctionId } });
  const event = whenStartComes(bidders);
  const state = step(AUCTION_MOVES, lot.state, event);
  await moveLot(ctx.tx, lot, state, event === "fail" ? { closedAt: dueAt } : {});
  if (event === "open") {
    await lockDeposits(ctx, lot.listingId, dueAt);
    if (lot.stageEndsAt !== null) {
      await ctx.due(AUCTION_DUE.endStage, lot.id, lot.stageEndsAt);
    } else {
      await ctx.due(AUCTION_DUE.endFreePeriod, lot.id, lot.freeEndsAt);
      await ctx.due(AUCTION_DUE.close, lot.id, lot.endsAt);
    }
    const isUnconducted = termsInForce(lot).procedure?.legalRegime === "AUCTION_LAW" && lot.presiderId === null;
    const opened = { ...lot, state, version: lot.version + 1 };
    // Nor is anything bid on what is withheld: it stands still from its start.
    if (isWithheld(lot.listing.result)) await waitForAuctioneer(ctx, opened, WITHHELD_REASON);
    else if (isUnconducted) await waitForAuctioneer(ctx, opened);
    ctx.emit(AuctionOpened, { type: "auction", id: lot.id }, { auctionId: lot.id, listingId: lot.listingId });
  } else {
    await failLot(ctx, lot, "NOBODY_ADMITTED", dueAt);
  }
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, before: { state: lot.state }, after: { state, effectiveAt: dueAt } });
  return { state };
});
