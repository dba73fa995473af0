import { z } from "zod";
import { releaseDeposit } from "../deposit/index.ts";
import { failListing } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { Id, prose } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AuctionAnnulled } from "./auction.events.ts";
import { AUCTION_MOVES, type AuctionState } from "./auction.machine.ts";
import { lockLot, logEntry, moveLot, type Lot } from "./auction.repository.ts";
import { ANNULMENT_GROUNDS, type AnnulmentGround } from "./outcome.rules.ts";

export const ProposeAnnulmentInput = z.object({ auctionId: Id, ground: z.enum(ANNULMENT_GROUNDS), reason: prose(2_000, 10) });
export const DecideAnnulmentInput = z.object({ annulmentId: Id, decision: z.enum(["ANNULLED", "REJECTED"]), note: prose(2_000, 4) });

/** Grounds for which the winner answers himself: his deposit stays until that is decided (Court-Online 24, Fujian 48). */
const WINNERS_FAULT: ReadonlySet<AnnulmentGround> = new Set<AnnulmentGround>(["COLLUSION", "WINNER_NOT_QUALIFIED"]);

/** Up to here no result is declared: everybody is still in, the leader with them. */
const UNDECIDED: ReadonlySet<AuctionState> = new Set<AuctionState>(["SCHEDULED", "OPEN_FREE", "PAUSE", "OPEN_LIMITED", "FROZEN", "CLOSED", "PRIORITY_WAIT"]);
/** Standing still already, as the log says. */
const HALTED: ReadonlySet<AuctionState> = new Set<AuctionState>(["FROZEN", "PAUSE"]);

/** Somebody proposes that a procedure or its result be annulled (提请撤销), on one of the grounds of Court-Online 31. Another person decides. */
export const proposeAnnulment = defineUseCase("auction.propose-annulment", ProposeAnnulmentInput, async (ctx, { auctionId, ground, reason }) => {
  const lot = await lockLot(ctx.tx, auctionId);
  ctx.authorise({ venueId: lot.listing.venueId, ownerId: lot.listing.sellerId });
  step(AUCTION_MOVES, lot.state, "annul");
  const open = await ctx.tx.auctionAnnulment.findFirst({ where: { auctionId, decidedAt: null }, select: { id: true } });
  if (open) throw new DomainError("ANNULMENT_PROPOSED_ALREADY", "conflict");
  const proposal = await ctx.tx.auctionAnnulment.create({ data: { auctionId, ground, reason, proposedById: personIdOf(ctx.actor) ?? lot.listing.venueId, proposedAt: ctx.clock.now() } });
  await moveLot(ctx.tx, lot, lot.state);
  await notifyOrganisation(ctx, lot.listing.venueId, ["VENUE_REVIEWER"], { kind: "auction.annulment-proposed", params: { title: lot.listing.result.title }, link: `/desk/auctions/${lot.id}` });
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { proposed: proposal.id, ground, reason } });
  return { annulmentId: proposal.id };
});

/** A second person annuls or rejects. Deposits go back, but for a winner whose own fault the ground is. Trading §5.10. */
export const decideAnnulment = defineUseCase("auction.decide-annulment", DecideAnnulmentInput, async (ctx, { annulmentId, decision, note }) => {
  const proposal = (await ctx.tx.auctionAnnulment.findUnique({ where: { id: annulmentId } })) ?? notFound("annulment", annulmentId);
  const lot = await lockLot(ctx.tx, proposal.auctionId);
  ctx.authorise({ venueId: lot.listing.venueId, ownerId: lot.listing.sellerId, authorId: proposal.proposedById });
  const at = ctx.clock.now();
  const { count } = await ctx.tx.auctionAnnulment.updateMany({ where: { id: annulmentId, decidedAt: null }, data: { decision, decisionNote: note, decidedById: personIdOf(ctx.actor) ?? lot.listing.venueId, decidedAt: at } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, before: { state: lot.state }, after: { decision, ground: proposal.ground, note } });
  if (decision === "REJECTED") {
    await moveLot(ctx.tx, lot, lot.state);
    return { state: lot.state };
  }
  return { state: await annul(ctx, lot, proposal.ground as AnnulmentGround, `${proposal.reason}\n${note}`, at) };
});

export async function annul(ctx: Context, lot: Lot, ground: AnnulmentGround, reason: string, at: Date, event: "annul" | "takeOut" = "annul"): Promise<string> {
  const state = step(AUCTION_MOVES, lot.state, event);
  const isBefore = UNDECIDED.has(lot.state);
  // From here on nothing is taken: the log says so, where it does not already.
  const endsAt = lot.stageEndsAt ?? lot.endsAt;
  const halted = isBefore && !HALTED.has(lot.state) && at < endsAt ? { ...(await logEntry(ctx.tx, lot, { kind: "HALTED", at, endsAt })), frozenAt: at } : {};
  await moveLot(ctx.tx, lot, state, { ...halted, ...(isBefore ? { closedAt: lot.closedAt ?? at } : {}) });
  for (const kind of Object.values(AUCTION_DUE)) await ctx.notDue(kind, lot.id);
  const deal = await ctx.tx.deal.findFirst({ where: { auctionId: lot.id, state: { notIn: ["DEFAULTED", "ANNULLED"] } }, select: { id: true } });
  // Where a deal was opened its own annulment unwinds price, deposit and listing.
  if (!deal) {
    await failListing(ctx, lot.listingId, "annul", reason, at);
    if (!isBefore && !WINNERS_FAULT.has(ground)) await releaseWinner(ctx, lot, at);
  }
  ctx.emit(AuctionAnnulled, { type: "auction", id: lot.id }, { auctionId: lot.id, listingId: lot.listingId, dealId: deal?.id ?? null, ground, reason });
  return state;
}

async function releaseWinner(ctx: Context, lot: Lot, at: Date): Promise<void> {
  if (lot.leaderNo === null) return;
  const winner = await ctx.tx.auctionBidder.findUniqueOrThrow({ where: { auctionId_bidderNo: { auctionId: lot.id, bidderNo: lot.leaderNo } } });
  await releaseDeposit(ctx, winner.intentId, "release", at);
}
