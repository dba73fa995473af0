import { notifyAuthority } from "../notification/index.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { loadReview } from "./review.repository.ts";
import { RemindInput } from "./review.schema.ts";

/** A review, or the office's answer to a return, is due: the province is told. */
export const remindOfReview = defineUseCase("review.remind", RemindInput, async (ctx, { reviewId }) => {
  const review = await loadReview(ctx.tx, { id: reviewId });
  ctx.authorise({ divisionCode: review.divisionCode });
  const kind = review.state === "PENDING" ? "review.overdue" : review.state === "RETURNED" ? "review.answer-overdue" : null;
  if (kind) {
    await notifyAuthority(ctx, review.divisionCode, {
      kind,
      params: { projectName: review.contract.projectName, registrationNo: review.contract.registrationNo ?? "" },
      link: `/desk/provincial-review?review=${review.id}`,
    });
  }
  ctx.record({ type: "provincialReview", id: review.id, divisionCode: review.divisionCode, after: { told: kind } });
  return { reviewId, told: kind };
});
