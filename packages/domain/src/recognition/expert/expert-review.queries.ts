import { z } from "zod";
import { amountWorksheet } from "../../contract/index.ts";
import { personIdOf } from "../../shared/actor.ts";
import type { Database } from "../../shared/database.ts";
import { notFound } from "../../shared/errors.ts";
import { Id } from "../../shared/input.ts";
import { defineQuery } from "../../shared/use-case.ts";
import { draftOf, loadContract } from "../recognition.repository.ts";

/** The expert reviews of a file, last on top, with what each expert said. */
export async function expertReviewsOf(db: Database, contractId: string) {
  const rows = await db.expertReview.findMany({ where: { contractId }, orderBy: { no: "desc" }, include: { opinions: { orderBy: { invitedAt: "asc" }, include: { person: { select: { name: true } } } } } });
  return rows.map(({ id, no, state, question, wanted, openedAt, endedAt, summary, opinions }) => ({
    reviewId: id, no, state, question, wanted, openedAt, endedAt, summary,
    opinions: opinions.map(({ person, personId, state: answer, isTechnology, technicalFen, words, answeredAt }) => ({ personId, name: person.name, state: answer, isTechnology, technicalFen, words, answeredAt })),
  }));
}

/** What a person is or was asked about as an expert, open ones on top. */
export const listOwnExpertReviews = defineQuery("recognition.list-opinions", z.object({}), async (ctx) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  const rows = await ctx.db.expertOpinion.findMany({ where: { personId: personId! }, orderBy: [{ invitedAt: "desc" }, { reviewId: "desc" }], take: 100, include: { review: { select: { state: true, contract: { select: { projectName: true, office: { select: { name: true } } } } } } } });
  return rows.map(({ reviewId, state, invitedAt, answeredAt, review }) => ({ reviewId, state, reviewState: review.state, invitedAt, answeredAt, projectName: review.contract.projectName, officeName: review.contract.office?.name ?? "" }));
});

/** The file as an invited expert sees it: question, form, amounts and text, and what he said himself; not what others said. */
export const readOwnExpertReview = defineQuery("recognition.read-opinion", z.object({ reviewId: Id }), async (ctx, { reviewId }) => {
  const personId = personIdOf(ctx.actor);
  const opinion = personId === null ? null : await ctx.db.expertOpinion.findUnique({ where: { reviewId_personId: { reviewId, personId } }, include: { review: true } });
  ctx.authorise({ personId: opinion?.personId });
  if (!opinion) return notFound("expert-review", reviewId);
  const open = opinion.review.state === "OPEN" && opinion.state !== "DECLINED";
  const file = await loadContract(ctx.db, opinion.review.contractId);
  const form = draftOf(file);
  return {
    reviewId, question: opinion.review.question, state: opinion.state, reviewState: opinion.review.state, officeName: file.office?.name ?? "", projectName: form.projectName,
    // Once the question is answered and closed there is nothing more to read.
    form: open ? form : null,
    worksheet: open && form.turnoverFen !== null ? amountWorksheet(form.turnoverFen, form.deductions) : null,
    said: opinion.state === "INVITED" ? null : { isTechnology: opinion.isTechnology, technicalFen: opinion.technicalFen, words: opinion.words, answeredAt: opinion.answeredAt },
  };
});
