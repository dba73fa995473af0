import { calendarFor } from "../reference/index.ts";
import { dayOf } from "../shared/clock.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { reviewDueAt } from "./review-limit.rules.ts";
import { loadReview, moveReview } from "./review.repository.ts";
import { TakeAnswerInput } from "./review.schema.ts";

/** The office has decided a returned registration again: the review goes on, among the urgent ones. Heard from RegistrationReDecided. */
export const takeAnswer = defineUseCase("review.take-answer", TakeAnswerInput, async (ctx, { contractId, explanation, byId, decision }) => {
  const review = await loadReview(ctx.tx, { contractId });
  ctx.authorise({ divisionCode: review.divisionCode });
  if (review.state !== "RETURNED") {
    ctx.record({ type: "provincialReview", id: review.id, divisionCode: review.divisionCode, after: { taken: false } });
    return { reviewId: review.id, state: review.state };
  }
  const dueAt = reviewDueAt(dayOf(ctx.clock.now()), ["ALERT"], calendarFor());
  const state = await moveReview(ctx, review, "answer", { change: { dueAt, decidedAt: null, answerDueAt: null }, content: { explanation, decision }, byId });
  await ctx.due("review.remind", review.id, dueAt);
  return { reviewId: review.id, state };
});
