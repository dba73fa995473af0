import { z } from "zod";
import { personIdOf } from "../../shared/actor.ts";
import { DomainError, invalidField, notFound } from "../../shared/errors.ts";
import { Id } from "../../shared/input.ts";
import { defineQuery, defineUseCase } from "../../shared/use-case.ts";
import { sha256Hex } from "../commitment.ts";
import { currentRound } from "./course.ts";
import { pointsIn } from "./judge.ts";
import { stageEnd } from "./stage-end.ts";
import { append, courseOf, lockStaged, saveStaged } from "./staged-lot.ts";

/** Points × 100 for each announced item. */
export const ScorePlanInput = z.object({ auctionId: Id, bidderNo: z.string().max(20), points: z.record(z.string(), z.number().int().min(0).max(10_000)) });

/** How a scorer stands in the log: a mark that is always the same for him in this lot, and says nothing of who he is. */
export function scorerMark(auctionId: string, personId: string): string {
  return sha256Hex(`${auctionId}\n${personId}`).slice(0, 12);
}

/** A scorer's points for a plan, before any price is opened (方案评分). With the last of them the bids are laid open. Trading §5.8. */
export const scorePlan = defineUseCase("auction.score", ScorePlanInput, async (ctx, { auctionId, bidderNo, points }) => {
  const staged = await lockStaged(ctx, auctionId);
  const { lot, course } = staged;
  ctx.authorise({ venueId: lot.listing.venueId, ownerId: lot.listing.sellerId });
  if (course.stage !== "SCORING") throw new DomainError("NOT_SCORING", "conflict");
  if (!currentRound(course)!.commits.has(bidderNo)) notFound("bidder", bidderNo);
  const scorer = scorerMark(auctionId, personIdOf(ctx.actor) ?? "");
  const given = course.scores.get(bidderNo);
  if (given?.has(scorer)) throw new DomainError("SCORED_ALREADY", "conflict");
  if ((given?.size ?? 0) >= course.terms.procedure!.weights!.scorers) throw new DomainError("SCORERS_COMPLETE", "conflict");
  const body = { scorer, ...Object.fromEntries(Object.entries(points).map(([code, value]) => [`points:${code}`, String(value)])) };
  if (pointsIn(course, body) === undefined || Object.keys(points).length !== course.terms.procedure!.weights!.items.length) invalidField("points", "POINTS_INCOMPLETE");
  const at = ctx.clock.now();
  let after = await append(ctx, staged, { kind: "SCORED", at, bidderNo, body });
  const end = stageEnd(after.course, at);
  if (end) after = await append(ctx, after, { kind: "STAGE_ENDED", at, body: end.body });
  ctx.record({ type: "auction", id: auctionId, divisionCode: lot.divisionCode, after: { scored: bidderNo, scorer } });
  return { state: await saveStaged(ctx, lot, after), stage: after.course.stage };
});

/** The plans by bidder number, once the bids are in and before a price is known; for the scorers alone. */
export const readPlans = defineQuery("auction.read-plans", z.object({ auctionId: Id }), async (ctx, { auctionId }) => {
  const lot = await ctx.db.auction.findUnique({ where: { id: auctionId }, include: { listing: { select: { venueId: true, sellerId: true } } } });
  if (!lot) notFound("auction", auctionId);
  ctx.authorise({ venueId: lot.listing.venueId, ownerId: lot.listing.sellerId });
  if (lot.stage !== "SCORING") return { items: [], plans: [], scorers: 0 };
  const course = await courseOf(ctx.db, lot);
  const scorer = scorerMark(auctionId, personIdOf(ctx.actor) ?? "");
  const bids = await ctx.db.sealedBid.findMany({ where: { auctionId }, orderBy: { bidderNo: "asc" }, select: { bidderNo: true, plan: true } });
  const { items, scorers } = course.terms.procedure!.weights!;
  return {
    items,
    scorers,
    plans: bids.map(({ bidderNo, plan }) => ({ bidderNo, plan: plan ?? "", scored: course.scores.get(bidderNo)?.size ?? 0, isMine: course.scores.get(bidderNo)?.has(scorer) ?? false })),
  };
});
