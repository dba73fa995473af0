import { z } from "zod";
import { notifyOrganisation } from "../notification/index.ts";
import { Id, YuanText } from "../shared/input.ts";
import { DomainError } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { toYuanText } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { AuctionAwarded } from "./auction.events.ts";
import { AUCTION_MOVES } from "./auction.machine.ts";
import { demandNotWithheld } from "../shared/withheld.ts";
import { lockLot, moveLot } from "./auction.repository.ts";
import { writeSignature } from "./sign-record.ts";

/** The price is repeated so that nobody confirms a result he did not read. */
export const ConfirmInput = z.object({ auctionId: Id, price: YuanText });

/** The auctioneer signs the confirmation of the result (成交确认书). 拍卖法 52; Trading §5.10. */
export const confirmAuction = defineUseCase("auction.confirm", ConfirmInput, async (ctx, { auctionId, price }) => {
  const lot = await lockLot(ctx.tx, auctionId);
  ctx.authorise({ venueId: lot.listing.venueId, ownerId: lot.listing.sellerId, divisionCode: lot.divisionCode });
  const state = step(AUCTION_MOVES, lot.state, "confirm");
  demandNotWithheld(lot.listing.result);
  if (lot.currentFen === null || price !== lot.currentFen) throw new DomainError("CONFIRM_PRICE_DIFFERS", "refused", { price: toYuanText(lot.currentFen ?? 0n) });
  const winner = await ctx.tx.auctionBidder.findUniqueOrThrow({ where: { auctionId_bidderNo: { auctionId, bidderNo: lot.leaderNo! } } });
  await moveLot(ctx.tx, lot, state);
  const confirmedAt = ctx.clock.now();
  const { personName, signature } = await writeSignature(ctx, lot, "AUCTIONEER", { bidderNo: winner.bidderNo, priceFen: lot.currentFen }, confirmedAt);
  await ctx.tx.auction.update({ where: { id: lot.id }, data: { result: { confirmation: { at: confirmedAt.toISOString(), name: personName } } } });
  const toSign = { kind: "auction.to-sign", params: { title: lot.listing.result.title }, link: `/desk/auctions/${lot.id}/confirmation` } as const;
  await notifyOrganisation(ctx, winner.buyerId, ["BUYER"], toSign);
  await notifyOrganisation(ctx, lot.listing.venueId, ["VENUE_OPERATOR"], toSign);
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, before: { state: lot.state }, after: { state, priceFen: lot.currentFen, bidderNo: lot.leaderNo, signature } });
  ctx.emit(AuctionAwarded, { type: "auction", id: lot.id }, {
    auctionId: lot.id,
    listingId: lot.listingId,
    intentId: winner.intentId,
    buyerId: winner.buyerId,
    priceFen: String(lot.currentFen),
    awardedAt: confirmedAt.toISOString(),
  });
  return { state, priceFen: lot.currentFen, bidderNo: lot.leaderNo };
});
