import type { Prisma } from "../generated/client.ts";
import { personIdOf } from "../shared/actor.ts";
import { toJson } from "../shared/canonical.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import type { Context } from "../shared/use-case.ts";
import { REVIEW_MOVES, type ReviewEvent, type ReviewState } from "./review.machine.ts";

const CONTRACT = { id: true, registrationNo: true, projectName: true, applicantId: true, officeId: true, taxClaims: true, state: true, office: { select: { name: true } } } as const;

export async function loadReview(tx: Tx, where: { readonly id: string } | { readonly contractId: string }) {
  const review = await tx.provincialReview.findUnique({ where, include: { contract: { select: CONTRACT } } });
  return review ?? notFound("review", "id" in where ? where.id : where.contractId);
}
export type Review = Awaited<ReturnType<typeof loadReview>>;

/** The review for an act of its province; a version sent along must still be the present one. */
export async function loadForProvince(ctx: Context, { reviewId, version }: { readonly reviewId: string; readonly version?: number | undefined }, authorId?: string | null): Promise<Review> {
  const review = await loadReview(ctx.tx, { id: reviewId });
  ctx.authorise({ divisionCode: review.divisionCode, authorId });
  if (version !== undefined && version !== review.version) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  return review;
}

export type ReviewChange = Omit<Prisma.ProvincialReviewUncheckedUpdateManyInput, "state" | "version">;

/** Moves a review by an event of its machine, with the step that moved it. */
export async function moveReview(
  ctx: Context,
  review: Review,
  event: ReviewEvent,
  { change = {}, content = {}, at = ctx.clock.now(), byId = personIdOf(ctx.actor) }: { readonly change?: ReviewChange; readonly content?: object; readonly at?: Date; readonly byId?: string | null } = {},
): Promise<ReviewState> {
  const to = step(REVIEW_MOVES, review.state, event);
  const { count } = await ctx.tx.provincialReview.updateMany({
    where: { id: review.id, state: review.state, version: review.version },
    data: { ...change, state: to, version: { increment: 1 } },
  });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  await addStep(ctx, review, { event, to, content, at, byId });
  ctx.record({ type: "provincialReview", id: review.id, divisionCode: review.divisionCode, before: { state: review.state }, after: { state: to, event, ...content } });
  return to;
}

/** A step without a move: what a party says stands in the same record. */
export async function addStep(ctx: Context, review: Review, { event, to, content, at, byId }: { readonly event: string; readonly to: ReviewState; readonly content: object; readonly at: Date; readonly byId: string | null }): Promise<void> {
  const { _max } = await ctx.tx.provincialReviewStep.aggregate({ where: { reviewId: review.id }, _max: { no: true } });
  await ctx.tx.provincialReviewStep.create({
    data: { reviewId: review.id, no: (_max.no ?? 0) + 1, event, fromState: review.state, toState: to, byId, at, content: toJson(content) as Prisma.InputJsonValue },
  });
}
