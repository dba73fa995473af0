import { randomUUID } from "node:crypto";
import { z } from "zod";
import { listingInBidding } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { waivedHolders } from "../priority-right/index.ts";
import { shanghaiTime } from "../shared/clock.ts";
import { Id } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { announcementHash, announcementJson } from "./announcement.ts";
import { initialEnd } from "./auction-clock.rules.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AuctionScheduled } from "./auction.events.ts";
import { stageAtStart } from "./staged/staged-lot.ts";
import { isOpenAscending } from "./procedure-terms.schema.ts";
import { clockFormOf, fallEnd, procedureOf, ranksOf } from "./procedure-terms.ts";
import type { Announcement } from "./replay.rules.ts";

/**
 * Fixes the lot of a listing that found two or more buyers: the announced parameters, the admitted bidders under their numbers, and the
 * times. Trading §3, §5.3. The announcement's hash opens the chain; nothing in it can change afterwards.
 */
export const scheduleAuction = defineUseCase(
  "auction.schedule",
  z.object({ listingId: Id, effectiveAt: z.coerce.date() }),
  async (ctx, { listingId, effectiveAt }) => {
    const listing = await listingInBidding(ctx.tx, listingId);
    ctx.authorise({ venueId: listing.venueId, ownerId: listing.sellerId });
    const earlier = await ctx.tx.auction.findFirst({ where: { listingId }, select: { id: true } });
    if (earlier) {
      ctx.record({ type: "auction", id: earlier.id, divisionCode: listing.divisionCode, after: { alreadyScheduled: true } });
      return { auctionId: earlier.id };
    }
    const { bidding: plan, reserve } = listing;
    // A further round after a failed one or a default is a listing of its own, linked to the one before (再次竞价).
    const previous = await ctx.tx.auction.findFirst({ where: { listingId: listing.previousId ?? listingId }, orderBy: { round: "desc" }, select: { id: true, round: true } });
    const id = randomUUID();
    const now = ctx.clock.now();
    const earliest = new Date(Math.max(now.getTime(), effectiveAt.getTime() + plan.startDelaySeconds * 1_000));
    const procedure = await procedureOf(ctx, listing);
    const freeEnd = procedure.fall ? fallEnd(earliest, listing.priceFen, procedure.fall) : new Date(earliest.getTime() + plan.freeDurationSeconds * 1_000);
    const announcement: Announcement = {
      procedureId: id,
      startPriceFen: listing.priceFen,
      incrementTable: plan.incrementTable,
      incrementMode: plan.incrementMode,
      clockForm: clockFormOf(plan),
      freeStart: earliest,
      freeEnd,
      windowSeconds: plan.limitedSeconds,
      ...(plan.hardStopSeconds === null ? {} : { hardStop: new Date(freeEnd.getTime() + plan.hardStopSeconds * 1_000) }),
      priorityMode: plan.priorityMode,
      allowTopUpByLeader: plan.allowTopUpByLeader,
      priorityRanks: ranksOf(plan, listing.bidders, await waivedHolders(ctx.tx, listingId)),
      procedure,
    };
    const hash = announcementHash(announcement);
    const { no } = listing;
    await ctx.tx.auction.create({
      data: {
        id,
        no: `${no}-J1`,
        listingId,
        round: (previous?.round ?? 0) + 1,
        previousId: previous?.id ?? null,
        format: plan.format,
        announcement: announcementJson(announcement) as never,
        announcementHash: hash,
        chainHead: hash,
        startPriceFen: listing.priceFen,
        ...stageAtStart(announcement),
        reserveSealed: reserve?.sealed ?? null,
        reserveHash: reserve?.hash ?? null,
        hardStopsAt: announcement.hardStop ?? null,
        freeStartsAt: earliest,
        freeEndsAt: freeEnd,
        endsAt: isOpenAscending(plan.format) ? initialEnd(announcement) : freeEnd,
        divisionCode: listing.divisionCode,
        createdAt: now,
        bidders: { create: listing.bidders.map(({ bidderNo, intentId, buyerId }) => ({ bidderNo, intentId, buyerId, priorityRank: announcement.priorityRanks[bidderNo] ?? null })) },
      },
    });
    await ctx.due(AUCTION_DUE.open, id, earliest);
    for (const { buyerId, bidderNo } of listing.bidders) {
      await notifyOrganisation(ctx, buyerId, ["BUYER"], {
        kind: "auction.scheduled",
        params: { title: listing.title, startsAt: shanghaiTime(earliest), bidderNo },
        link: `/desk/auctions/${id}`,
      });
    }
    ctx.record({ type: "auction", id, divisionCode: listing.divisionCode, after: { listingId, announcementHash: hash, freeStartsAt: earliest, bidders: listing.bidders.length } });
    ctx.emit(AuctionScheduled, { type: "auction", id }, { auctionId: id, listingId, freeStartsAt: earliest.toISOString() });
    return { auctionId: id };
  },
);
