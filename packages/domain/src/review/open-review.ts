import { loadContract } from "../contract/index.ts";
import { recordClassesOf, samplingOf } from "../credit/index.ts";
import { ruleSet, type RuleSetCode } from "../recognition/index.ts";
import { calendarFor } from "../reference/index.ts";
import { dayOf } from "../shared/clock.ts";
import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { reviewDueAt } from "./review-limit.rules.ts";
import { OpenReviewInput } from "./review.schema.ts";
import { reviewGrounds } from "./sampling.rules.ts";

/** Every registration goes to its province for review (省级审核); heard from ContractRegistered. */
export const openReview = defineUseCase("review.open", OpenReviewInput, async (ctx, { contractId }) => {
  const contract = await loadContract(ctx.tx, contractId);
  ctx.authorise({ divisionCode: contract.divisionCode });
  if (contract.registrationNo === null) refuse("REGISTRATION_DOES_NOT_STAND", { state: contract.state });
  const openedAt = ctx.clock.now();
  const parties = contract.parties.map(({ country }) => country);
  const records = await recordClassesOf(ctx.tx, [contract.applicantId], dayOf(openedAt));
  const grounds = reviewGrounds({
    taxClaimed: contract.taxClaims.length > 0,
    large: (contract.technicalFen ?? 0n) >= ruleSet((contract.ruleSet ?? "CN-2026") as RuleSetCode).secondReviewFromFen,
    foreign: parties.some((country) => country !== "CHN"),
    openAlert: false,
    onRecord: samplingOf(records.get(contract.applicantId) ?? []) === "ALL",
  });
  const dueAt = reviewDueAt(dayOf(openedAt), grounds, calendarFor());
  const divisionCode = contract.office!.divisionCode;
  // One registration, one review: told twice, opened once.
  await ctx.tx.provincialReview.createMany({ data: [{ contractId, divisionCode, openedAt, dueAt }], skipDuplicates: true });
  const { id } = await ctx.tx.provincialReview.findUniqueOrThrow({ where: { contractId }, select: { id: true } });
  await ctx.due("review.remind", id, dueAt);
  ctx.record({ type: "provincialReview", id, divisionCode, after: { contractId, grounds, dueAt } });
  return { reviewId: id, dueAt, grounds };
});
