import { loadContract } from "../contract/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { reopenRegistration } from "../recognition/index.ts";
import { calendarFor } from "../reference/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { answerDueAt } from "./review-limit.rules.ts";
import { ReviewReturned } from "./review.events.ts";
import { loadForProvince, moveReview } from "./review.repository.ts";
import { ReturnReviewInput } from "./review.schema.ts";

/** The province returns a registration with reasons (退回重新认定): the office decides it again; until then it stands. */
export const returnReview = defineUseCase("review.return", ReturnReviewInput, async (ctx, input) => {
  const review = await loadForProvince(ctx, input);
  const { contract } = review;
  const at = ctx.clock.now();
  const due = answerDueAt(dayOf(at), calendarFor());
  const state = await moveReview(ctx, review, "return", {
    change: { reviewerId: personIdOf(ctx.actor), opinion: input.reasons, decidedAt: at, answerDueAt: due },
    content: { reasons: input.reasons, answerDueAt: due },
    at,
  });
  await reopenRegistration(ctx, await loadContract(ctx.tx, contract.id), { reasons: input.reasons, answerDueAt: due });
  await ctx.due("review.remind", review.id, due);
  ctx.emit(ReviewReturned, { type: "provincialReview", id: review.id }, {
    contractId: contract.id,
    reviewId: review.id,
    registrationNo: contract.registrationNo!,
    officeId: contract.officeId!,
    divisionCode: review.divisionCode,
    at: at.toISOString(),
    reasons: input.reasons,
  });
  await notifyOrganisation(ctx, contract.officeId!, ["REGISTRAR"], {
    kind: "review.returned",
    params: { projectName: contract.projectName, registrationNo: contract.registrationNo!, dueOn: dayOf(new Date(due.getTime() - 1)) },
    link: `/desk/registration?file=${contract.id}`,
  });
  return { reviewId: review.id, version: review.version + 1, state };
});
