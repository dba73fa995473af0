import { notifyOrganisation } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { invalidField, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { ReviewConfirmed } from "./review.events.ts";
import { loadForProvince, moveReview } from "./review.repository.ts";
import { ConfirmReviewInput } from "./review.schema.ts";

/** The province confirms a registration (省级审核通过), with its opinion on the reliefs claimed (减免税复核). */
export const confirmReview = defineUseCase("review.confirm", ConfirmReviewInput, async (ctx, input) => {
  const review = await loadForProvince(ctx, input);
  const { contract } = review;
  // A registration that its party took off the register, or that is open again, is not confirmed.
  if (contract.state !== "REGISTERED" && contract.state !== "CHANGE_PENDING") refuse("REGISTRATION_DOES_NOT_STAND", { state: contract.state });
  if (contract.taxClaims.length > 0 && !input.taxOpinion) invalidField("taxOpinion", "TAX_OPINION_NEEDED");
  const at = ctx.clock.now();
  const taxOpinion = contract.taxClaims.length > 0 ? input.taxOpinion! : null;
  const state = await moveReview(ctx, review, "confirm", {
    change: { reviewerId: personIdOf(ctx.actor), opinion: input.opinion, taxOpinion, decidedAt: at, answerDueAt: null },
    content: { opinion: input.opinion, taxOpinion },
    at,
  });
  await ctx.notDue("review.remind", review.id);
  ctx.emit(ReviewConfirmed, { type: "provincialReview", id: review.id }, {
    contractId: contract.id,
    reviewId: review.id,
    registrationNo: contract.registrationNo!,
    officeId: contract.officeId!,
    divisionCode: review.divisionCode,
    at: at.toISOString(),
    taxOpinion,
  });
  await notifyOrganisation(ctx, contract.applicantId, ["SELLER", "BUYER"], {
    kind: "review.confirmed",
    params: { projectName: contract.projectName, registrationNo: contract.registrationNo! },
    link: `/desk/contracts/${contract.id}`,
  });
  return { reviewId: review.id, version: review.version + 1, state };
});
