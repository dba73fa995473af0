import { z } from "zod";
import { releaseDeposit } from "../deposit/index.ts";
import { offerToReserve } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";
import { Id } from "../shared/input.ts";
import { fen, toYuanText } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { addDays, dayOf, endOfDay } from "../shared/clock.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AuctionAwarded } from "./auction.events.ts";
import { lockLot, moveLot, type Lot } from "./auction.repository.ts";
import type { Announcement } from "./replay.rules.ts";
import { termsInForce } from "./terms.ts";

export type Standby = { readonly bidderNo: string; readonly intentId: string; readonly buyerId: string; readonly priceFen: bigint };

/** The best bidder after the winner, at his own price, where the announcement lets him take the winner's place (备选受让方). Trading §4.4 (b). */
export async function standbyOf(ctx: Context, lot: Lot, winnerNo: string, reserveFen: bigint | undefined): Promise<Standby | null> {
  if (termsInForce(lot).procedure?.standby !== "OFFER_TO_RESERVE") return null;
  const best = await ctx.tx.bidLogEntry.findFirst({
    where: { auctionId: lot.id, bidderNo: { not: winnerNo }, kind: { in: ["BID", "REVEALED", "BEST", "TAKEN"] }, verdict: { in: ["ACCEPTED", "MATCHED"] } },
    orderBy: [{ amountFen: "desc" }, { sequence: "asc" }],
  });
  if (!best || best.amountFen === null || (reserveFen !== undefined && best.amountFen < reserveFen)) return null;
  const bidder = await ctx.tx.auctionBidder.findUniqueOrThrow({ where: { auctionId_bidderNo: { auctionId: lot.id, bidderNo: best.bidderNo! } } });
  return { bidderNo: bidder.bidderNo, intentId: bidder.intentId, buyerId: bidder.buyerId, priceFen: best.amountFen };
}

/** The winner has defaulted: the reserve bidder takes his place at his own last price; a new deal is opened with him. */
export const offerStandby = defineUseCase("auction.offer-standby", z.object({ listingId: Id, intentId: Id.nullable(), effectiveAt: z.coerce.date() }), async (ctx, { listingId, intentId }) => {
  ctx.authorise();
  const lot = await awardedLot(ctx, listingId);
  const winner = lot && (await ctx.tx.auctionBidder.findUnique({ where: { auctionId_bidderNo: { auctionId: lot.id, bidderNo: lot.leaderNo ?? "" } } }));
  const standby = lot?.standbyNo && winner?.intentId === intentId ? await standbyOf(ctx, lot, lot.leaderNo!, undefined) : null;
  if (!lot || !standby) {
    ctx.record({ type: "listing", id: listingId, after: { standby: null } });
    return { offered: false };
  }
  const at = ctx.clock.now();
  await offerToReserve(ctx, listingId, standby.intentId, at);
  await moveLot(ctx.tx, lot, lot.state, { standbyNo: null });
  await ctx.notDue(AUCTION_DUE.standbyOver, lot.id);
  await ctx.tx.auction.update({ where: { id: lot.id }, data: { result: { ...(lot.result as object | null), standby: { bidderNo: standby.bidderNo, priceFen: String(standby.priceFen) } } } });
  await notifyOrganisation(ctx, standby.buyerId, ["BUYER"], { kind: "auction.standby-awarded", params: { title: lot.listing.result.title, price: toYuanText(fen(standby.priceFen)) }, link: `/desk/auctions/${lot.id}` });
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { standby: standby.bidderNo, priceFen: standby.priceFen } });
  ctx.emit(AuctionAwarded, { type: "auction", id: lot.id }, { auctionId: lot.id, listingId, intentId: standby.intentId, buyerId: standby.buyerId, priceFen: String(standby.priceFen), awardedAt: at.toISOString() });
  return { offered: true };
});

/** The winner has signed, or the deal was annulled: nobody needs to stand by any more. */
export const endStandby = defineUseCase("auction.end-standby", z.object({ listingId: Id }), async (ctx, { listingId }) => {
  ctx.authorise();
  const lot = await awardedLot(ctx, listingId);
  ctx.record({ type: "listing", id: listingId, after: { standbyEnded: lot?.standbyNo ?? null } });
  if (lot?.standbyNo) await stepDown(ctx, lot, lot.standbyNo);
  return { ended: lot?.standbyNo != null };
});

/** For so long he stands by, where nothing was announced of it (proposed). */
const UNANNOUNCED_DAYS = 30;

export function standbyEnd({ procedure }: Pick<Announcement, "procedure">, closedAt: Date): Date {
  return endOfDay(addDays(dayOf(closedAt), procedure?.standbyDays ?? UNANNOUNCED_DAYS));
}

/** The announced days are over: nobody stands by without end, whatever the winner does (§4.2). */
export const expireStandby = defineUseCase("auction.expire-standby", z.object({ auctionId: Id, dueAt: z.coerce.date() }), async (ctx, { auctionId, dueAt }) => {
  ctx.authorise();
  const lot = await lockLot(ctx.tx, auctionId);
  const isOver = lot.standbyNo !== null && ctx.clock.now() >= dueAt;
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { standbyExpired: isOver ? lot.standbyNo : null } });
  if (isOver) await stepDown(ctx, lot, lot.standbyNo!);
  return { expired: isOver };
});

/** The reserve bidder leaves, with his deposit; he may at any time. */
export const leaveStandby = defineUseCase("auction.leave-standby", z.object({ auctionId: Id }), async (ctx, { auctionId }) => {
  const lot = await lockLot(ctx.tx, auctionId);
  const bidder = await ctx.tx.auctionBidder.findUnique({ where: { auctionId_buyerId: { auctionId, buyerId: organisationOf(ctx.actor)?.id ?? auctionId } } });
  ctx.authorise({ ownerId: bidder?.buyerId });
  if (!bidder || lot.standbyNo !== bidder.bidderNo) throw new DomainError("NOT_STANDING_BY", "conflict");
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { left: bidder.bidderNo } });
  await stepDown(ctx, lot, bidder.bidderNo);
  return { auctionId };
});

async function stepDown(ctx: Context, lot: Lot, bidderNo: string): Promise<void> {
  const { intentId } = await ctx.tx.auctionBidder.findUniqueOrThrow({ where: { auctionId_bidderNo: { auctionId: lot.id, bidderNo } } });
  await moveLot(ctx.tx, lot, lot.state, { standbyNo: null });
  await ctx.notDue(AUCTION_DUE.standbyOver, lot.id);
  await releaseDeposit(ctx, intentId, "stepDown");
}

async function awardedLot(ctx: Context, listingId: string): Promise<Lot | null> {
  const found = await ctx.tx.auction.findFirst({ where: { listingId, state: { in: ["RESULT", "AWARDED", "ANNULLED"] } }, orderBy: { round: "desc" }, select: { id: true } });
  return found && lockLot(ctx.tx, found.id);
}
