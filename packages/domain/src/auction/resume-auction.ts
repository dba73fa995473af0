import { z } from "zod";
import { shanghaiTime } from "../shared/clock.ts";
import { Id } from "../shared/input.ts";
import { refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { afterHalt, clockRulesOf, resumption } from "./auction-clock.rules.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AuctionResumed } from "./auction.events.ts";
import { AUCTION_MOVES, type AuctionState } from "./auction.machine.ts";
import { lockLot, logEntry, moveLot, type Lot } from "./auction.repository.ts";
import type { Context } from "../shared/use-case.ts";
import { append, courseOf, saveStaged } from "./staged/staged-lot.ts";
import { demandNotWithheld, isWithheld } from "../shared/withheld.ts";
import { tellBidders } from "./tell-bidders.ts";
import { termsInForce } from "./terms.ts";

/**
 * The fault is repaired (恢复). After an hour at most the bidding goes on at once, after longer with 24 hours' notice; nobody loses time: the
 * free phase shifts by the outage, in the limited phase the countdown starts again. Trading §5.10.
 */
export const resumeAuction = defineUseCase("auction.resume", z.object({ auctionId: Id }), async (ctx, { auctionId }) => {
  const lot = await lockLot(ctx.tx, auctionId);
  ctx.authorise({ venueId: lot.listing.venueId, ownerId: lot.listing.sellerId, divisionCode: lot.divisionCode });
  demandNotWithheld(lot.listing.result);
  return resume(ctx, lot);
});

/** By the clock rules of an outage: at once, or with its notice. */
export async function resume(ctx: Context, lot: Lot): Promise<{ readonly state: AuctionState; readonly reopensAt: Date }> {
  const terms = termsInForce(lot);
  if (terms.procedure?.legalRegime === "AUCTION_LAW" && lot.presiderId === null) refuse("AUCTIONEER_NEEDED");
  const now = ctx.clock.now();
  const phase = lot.stateBeforeFreeze === "OPEN_FREE" ? "FREE" : "LIMITED";
  const { event, resumesAt, reopensAt } = resumption({ phase, clockForm: terms.clockForm, frozenAt: lot.faultAt ?? lot.frozenAt ?? now, repairedAt: now }, clockRulesOf(terms));
  const next = step(AUCTION_MOVES, lot.state, event);
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, before: { state: lot.state }, after: { event, resumesAt, reopensAt } });
  if (reopensAt > now) {
    // In the land form the pause begins again at once, or when the notice of a long outage is over.
    const state = event === "resumePause" && resumesAt <= now ? next : lot.state;
    await moveLot(ctx.tx, lot, state, state === lot.state ? {} : { faultAt: null, frozenReason: null, stateBeforeFreeze: null });
    await ctx.due(AUCTION_DUE.reopen, lot.id, reopensAt);
    await tellBidders(ctx, lot, "auction.resumes-at", { at: shanghaiTime(reopensAt) });
    return { state, reopensAt };
  }
  return reopen(ctx, lot, reopensAt);
}

/** The announced instant of going on has come: after a pause, or after the notice of a long outage. */
export const reopenAuction = defineUseCase("auction.reopen", z.object({ auctionId: Id, dueAt: z.coerce.date() }), async (ctx, { auctionId, dueAt }) => {
  ctx.authorise();
  const lot = await lockLot(ctx.tx, auctionId);
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, before: { state: lot.state }, after: { reopensAt: dueAt } });
  if ((lot.state !== "FROZEN" && lot.state !== "PAUSE") || isWithheld(lot.listing.result)) return { state: lot.state, reopensAt: dueAt };
  return reopen(ctx, lot, dueAt);
});

async function reopen(ctx: Context, lot: Lot, dueAt: Date): Promise<{ state: AuctionState; reopensAt: Date }> {
  // Until somebody reopens the lot nothing is taken: the outage lasts that much longer, and nobody loses time by a late worker.
  const now = ctx.clock.now();
  const reopensAt = now > dueAt ? now : dueAt;
  if (lot.stage !== null) return reopenStaged(ctx, lot, reopensAt);
  const shifted = afterHalt(termsInForce(lot), lot.endsAt, { haltedAt: lot.frozenAt ?? reopensAt, reopensAt });
  const isFree = lot.state === "FROZEN" && lot.stateBeforeFreeze === "OPEN_FREE";
  const state = step(AUCTION_MOVES, lot.state, lot.state === "PAUSE" ? "openLimited" : isFree ? "resumeFree" : "resumeLimited");
  const reopened = await logEntry(ctx.tx, lot, { kind: "REOPENED", at: reopensAt, endsAt: shifted.endsAt });
  await moveLot(ctx.tx, lot, state, {
    ...reopened,
    freeEndsAt: shifted.terms.freeEnd,
    hardStopsAt: shifted.terms.hardStop ?? null,
    endsAt: shifted.endsAt,
    frozenAt: null,
    faultAt: null,
    frozenReason: null,
    stateBeforeFreeze: null,
  });
  if (isFree) await ctx.due(AUCTION_DUE.endFreePeriod, lot.id, shifted.terms.freeEnd);
  await ctx.due(AUCTION_DUE.close, lot.id, shifted.endsAt);
  await tellBidders(ctx, lot, "auction.resumed", { endsAt: shanghaiTime(shifted.endsAt) });
  ctx.emit(AuctionResumed, { type: "auction", id: lot.id }, { auctionId: lot.id, listingId: lot.listingId, endsAt: shifted.endsAt.toISOString() });
  return { state, reopensAt };
}

/** A procedure in stages goes on where it stood: the running stage shifts by the outage. */
async function reopenStaged(ctx: Context, lot: Lot, reopensAt: Date): Promise<{ state: AuctionState; reopensAt: Date }> {
  const after = await append(ctx, { lot, course: await courseOf(ctx.tx, lot) }, { kind: "REOPENED", at: reopensAt });
  const state = step(AUCTION_MOVES, lot.state, "resumeFree");
  await saveStaged(ctx, lot, after, { state, frozenAt: null, faultAt: null, frozenReason: null, stateBeforeFreeze: null });
  await tellBidders(ctx, lot, "auction.resumed", { endsAt: shanghaiTime(after.course.endsAt) });
  ctx.emit(AuctionResumed, { type: "auction", id: lot.id }, { auctionId: lot.id, listingId: lot.listingId, endsAt: after.course.endsAt.toISOString() });
  return { state, reopensAt };
}
