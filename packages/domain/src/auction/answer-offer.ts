import { z } from "zod";
import { organisationOf } from "../shared/actor.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { Id, YuanText } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { toYuanText } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AUCTION_MOVES, type AuctionState } from "./auction.machine.ts";
import { lockLot, logEntry, moveLot, type Lot } from "./auction.repository.ts";
import { declareResult } from "./declare-result.ts";
import { answerOffer as answerTo, takerAt, type Offer } from "./offer.rules.ts";
import { offerInLog } from "./offer-lot.ts";
import { reserveOf } from "./reserve-of-lot.ts";
import { standbyOf } from "./standby.ts";

/** The price is repeated so that nobody takes a lot at a price he did not read. */
export const AnswerOfferInput = z.object({ auctionId: Id, answer: z.enum(["ACCEPT", "DECLINE"]), price: YuanText });

/** A priority holder takes the lot at its final price or waives (行使或放弃优先购买权). The first in rank who accepts has it. Trading §5.6. */
export const answerOffer = defineUseCase("auction.answer-offer", AnswerOfferInput, async (ctx, { auctionId, answer, price }) => {
  const lot = await lockLot(ctx.tx, auctionId);
  const bidder = await ctx.tx.auctionBidder.findUnique({ where: { auctionId_buyerId: { auctionId, buyerId: organisationOf(ctx.actor)?.id ?? auctionId } } });
  ctx.authorise({ ownerId: bidder?.buyerId });
  const now = ctx.clock.now();
  if (lot.state !== "PRIORITY_WAIT" || !bidder) throw new DomainError("NO_OFFER_OPEN", "conflict");
  const offer = await offerInLog(ctx, lot);
  if (!offer || now >= offer.dueAt) throw new DomainError("NO_OFFER_OPEN", "conflict");
  if (!offer.holders.some(({ bidderNo }) => bidderNo === bidder.bidderNo)) refuse("NO_PRIORITY_RIGHT");
  if (price !== lot.currentFen) throw new DomainError("CONFIRM_PRICE_DIFFERS", "refused", { price: toYuanText(lot.currentFen ?? 0n) });
  const entry = { kind: "ANSWERED", at: now, endsAt: offer.closedAt, bidderNo: bidder.bidderNo, body: { answer } } as const;
  const answered = answerTo(offer, entry);
  if (!answered) throw new DomainError("OFFER_ANSWERED_ALREADY", "conflict");
  const after = { ...lot, ...(await logEntry(ctx.tx, lot, entry)) };
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { answer, bidderNo: bidder.bidderNo } });
  const state = (await settleOffer(ctx, after, answered, now)) ?? (await keepWaiting(ctx, after));
  return { state, answer };
});

/** The deadline is over: silence is a waiver (Court-Online 16). Effective at the deadline, however late it is run. */
export const endOffer = defineUseCase("auction.end-offer", z.object({ auctionId: Id, dueAt: z.coerce.date() }), async (ctx, { auctionId, dueAt }) => {
  ctx.authorise();
  const lot = await lockLot(ctx.tx, auctionId);
  const offer = lot.state === "PRIORITY_WAIT" ? await offerInLog(ctx, lot) : undefined;
  const isOver = offer !== undefined && dueAt.getTime() === offer.dueAt.getTime() && ctx.clock.now() >= dueAt;
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, before: { state: lot.state }, after: isOver ? { effectiveAt: dueAt } : { notNow: "end-offer" } });
  const settled = isOver ? await settleOffer(ctx, lot, offer, dueAt) : undefined;
  return { state: settled ?? lot.state };
});

async function settleOffer(ctx: Context, lot: Lot, offer: Offer, at: Date): Promise<AuctionState | undefined> {
  const taker = takerAt(offer, at);
  if (!taker) return undefined;
  const winnerNo = taker.bidderNo ?? lot.leaderNo!;
  const state = step(AUCTION_MOVES, lot.state, "declareResult");
  const logged = await logEntry(ctx.tx, lot, { kind: "OFFER_ENDED", at: ctx.clock.now(), endsAt: offer.closedAt, ...(taker.bidderNo === undefined ? {} : { bidderNo: taker.bidderNo }), body: {} });
  const standby = await standbyOf(ctx, lot, winnerNo, reserveOf(ctx, lot));
  await moveLot(ctx.tx, lot, state, { ...logged, leaderNo: winnerNo, standbyNo: standby?.bidderNo ?? null });
  await ctx.notDue(AUCTION_DUE.endOffer, lot.id);
  await declareResult(ctx, lot, winnerNo, lot.currentFen!, at, standby);
  return state;
}

async function keepWaiting(ctx: Context, lot: Lot): Promise<AuctionState> {
  await moveLot(ctx.tx, lot, lot.state, { sequence: lot.sequence, chainHead: lot.chainHead });
  return lot.state;
}
