import { z } from "zod";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";
import { Id, line, prose } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import type { AuctionState } from "./auction.machine.ts";
import { lockLot, moveLot } from "./auction.repository.ts";

const NOT_OVER: ReadonlySet<AuctionState> = new Set<AuctionState>(["SCHEDULED", "OPEN_FREE", "PAUSE", "OPEN_LIMITED", "FROZEN", "CLOSED"]);

/** The auctioneer's registration (拍卖师执业资格证号); his name is shown with it. */
export const PresideInput = z.object({ auctionId: Id, licence: line(60, 4) });

/** An auctioneer takes the chair (主持): under the Auction Law no lot runs without one (拍卖法 14). */
export const presideAuction = defineUseCase("auction.preside", PresideInput, async (ctx, { auctionId, licence }) => {
  const lot = await lockLot(ctx.tx, auctionId);
  ctx.authorise({ venueId: lot.listing.venueId, ownerId: lot.listing.sellerId });
  if (!NOT_OVER.has(lot.state)) throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: lot.state, event: "preside" });
  const personId = personIdOf(ctx.actor);
  const person = personId === null ? null : await ctx.tx.person.findUnique({ where: { id: personId }, select: { name: true } });
  const presider = { presiderId: personId ?? organisationOf(ctx.actor)!.id, presiderName: person?.name ?? organisationOf(ctx.actor)!.name, presiderLicence: licence };
  await moveLot(ctx.tx, lot, lot.state, presider);
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, before: { presider: lot.presiderName }, after: { presider: presider.presiderName, licence } });
  return { presider: presider.presiderName };
});

export const AnnounceInput = z.object({ auctionId: Id, text: prose(500, 2) });

/** The auctioneer says something to everybody in the hall (现场公告). What was said stays as it was. */
export const announceToHall = defineUseCase("auction.announce", AnnounceInput, async (ctx, { auctionId, text }) => {
  const lot = await lockLot(ctx.tx, auctionId);
  ctx.authorise({ venueId: lot.listing.venueId, ownerId: lot.listing.sellerId });
  if (!NOT_OVER.has(lot.state)) throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: lot.state, event: "announce" });
  const no = (await ctx.tx.auctionMessage.count({ where: { auctionId } })) + 1;
  await ctx.tx.auctionMessage.create({ data: { auctionId, no, text, authorId: personIdOf(ctx.actor) ?? lot.listing.venueId, at: ctx.clock.now() } });
  // The version tells watchers that there is something to read.
  await moveLot(ctx.tx, lot, lot.state);
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { announced: no } });
  return { no };
});
