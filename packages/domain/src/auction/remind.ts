import { z } from "zod";
import { notifyPerson } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { shanghaiTime } from "../shared/clock.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { Id } from "../shared/input.ts";
import { defineQuery, defineUseCase } from "../shared/use-case.ts";
import { AUCTION_DUE } from "./auction.due.ts";

/** How long before the start somebody is reminded who asked for it (proposed). */
export const REMINDER_MINUTES = 30;
const Lot = z.object({ auctionId: Id });

/** Somebody wants to be reminded before a lot begins (竞价提醒). Asked twice it is asked once. */
export const remindMe = defineUseCase("auction-reminder.ask", Lot, async (ctx, { auctionId }) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  const lot = await ctx.tx.auction.findUnique({ where: { id: auctionId }, select: { state: true, freeStartsAt: true, divisionCode: true } });
  if (!lot) notFound("auction", auctionId);
  if (lot.state !== "SCHEDULED") throw new DomainError("REMINDER_TOO_LATE", "refused");
  const createdAt = ctx.clock.now();
  const { id } = await ctx.tx.auctionReminder.upsert({ where: { auctionId_personId: { auctionId, personId: personId! } }, create: { auctionId, personId: personId!, createdAt }, update: {} });
  const remindAt = new Date(Math.max(createdAt.getTime(), lot.freeStartsAt.getTime() - REMINDER_MINUTES * 60_000));
  await ctx.due(AUCTION_DUE.remind, id, remindAt);
  ctx.record({ type: "auction", id: auctionId, divisionCode: lot.divisionCode, after: { remindAt } });
  return { asked: true as const, remindAt };
});

export const forgetReminder = defineUseCase("auction-reminder.drop", Lot, async (ctx, { auctionId }) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  const asked = await ctx.tx.auctionReminder.findUnique({ where: { auctionId_personId: { auctionId, personId: personId! } } });
  if (asked) {
    await ctx.notDue(AUCTION_DUE.remind, asked.id);
    await ctx.tx.auctionReminder.delete({ where: { id: asked.id } });
  }
  ctx.record({ type: "auction", id: auctionId, after: { asked: false } });
  return { asked: false as const };
});

export const readReminder = defineQuery("auction-reminder.read", Lot, async (ctx, { auctionId }) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  return { asked: (await ctx.db.auctionReminder.count({ where: { auctionId, personId: personId! } })) > 0 };
});

/** The lot begins soon: told to whoever asked, unless it will not begin at all. */
export const sendReminder = defineUseCase("auction-reminder.send", z.object({ reminderId: Id, dueAt: z.coerce.date() }), async (ctx, { reminderId }) => {
  ctx.authorise();
  const asked = await ctx.tx.auctionReminder.findUnique({ where: { id: reminderId }, include: { auction: { select: { state: true, freeStartsAt: true, divisionCode: true, listing: { select: { result: { select: { title: true } } } } } } } });
  const isTold = asked !== null && ["SCHEDULED", "OPEN_FREE"].includes(asked.auction.state);
  if (isTold) {
    const { auction, personId, auctionId } = asked;
    await notifyPerson(ctx, personId, { kind: "auction.reminder", params: { title: auction.listing.result.title, startsAt: shanghaiTime(auction.freeStartsAt) }, link: `/auctions/${auctionId}` });
  }
  ctx.record({ type: "auction", id: asked?.auctionId ?? reminderId, divisionCode: asked?.auction.divisionCode ?? null, after: { reminded: isTold } });
  return { reminded: isTold };
});
