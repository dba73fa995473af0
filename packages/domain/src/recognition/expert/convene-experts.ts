import { z } from "zod";
import { addReader } from "../../contract/index.ts";
import { notifyOrganisation, notifyPerson } from "../../notification/index.ts";
import { personIdOf } from "../../shared/actor.ts";
import { dayOf } from "../../shared/clock.ts";
import { DomainError, invalidField, notFound, refuse } from "../../shared/errors.ts";
import { Id, line, prose, YuanText } from "../../shared/input.ts";
import { step } from "../../shared/machine.ts";
import { defineUseCase, type Context } from "../../shared/use-case.ts";
import { loadForOffice, type ContractFile } from "../recognition.repository.ts";
import { EXPERT_OPINION_MOVES, EXPERT_REVIEW_MOVES, type ExpertReviewEvent } from "./expert-review.machine.ts";
import { expertReviewNeeded } from "./expert-review.rules.ts";
import { expertRuleOf } from "./expert-rule.ts";

export const ConveneExpertsInput = z.object({ contractId: Id, version: z.number().int().min(0).optional(), question: prose(2_000, 10), emails: z.array(line(200)).min(1).max(9) });
export const EndExpertReviewInput = z.object({ reviewId: Id, event: z.enum(["conclude", "abandon"]), summary: prose(5_000, 10) });
export const ExpertOpinionInput = z.object({ reviewId: Id, isTechnology: z.boolean(), technicalAmount: YuanText.nullable().default(null), words: prose(5_000, 10) });
export const DeclineExpertInput = z.object({ reviewId: Id, words: prose(1_000, 2) });

/** The second reviewer asks experts (组织专家评审): nobody of a party or of the office, so that strangers to the matter judge it. */
export const conveneExperts = defineUseCase("recognition.convene-experts", ConveneExpertsInput, async (ctx, { question, emails, ...seen }) => {
  const file = await loadForOffice(ctx, seen);
  if (file.state !== "SECOND_REVIEW") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: file.state, event: "conveneExperts" });
  await ctx.tx.$executeRaw`select 1 from contract where id = ${file.id}::uuid for update`;
  const last = await ctx.tx.expertReview.findFirst({ where: { contractId: file.id }, orderBy: { no: "desc" } });
  if (last?.state === "OPEN") refuse("EXPERTS_ASKED_ALREADY");
  const experts = await expertsByMail(ctx, file, emails);
  const at = ctx.clock.now();
  const { opinions: wanted } = await expertRuleOf(ctx.tx, file.office!.divisionCode, dayOf(file.acceptedAt ?? at), at);
  if (experts.length < wanted) invalidField("emails", "EXPERTS_TOO_FEW", { wanted });
  const { id } = await ctx.tx.expertReview.create({
    data: { contractId: file.id, no: (last?.no ?? 0) + 1, question, wanted, openedById: personIdOf(ctx.actor), openedAt: at, opinions: { createMany: { data: experts.map((person) => ({ personId: person.id, invitedAt: at })) } } },
  });
  for (const { id: personId } of experts) {
    await addReader(ctx, file, personId, "专家评审");
    await notifyPerson(ctx, personId, { kind: "recognition.expert-asked", params: { office: file.office!.name, projectName: file.projectName }, link: `/desk/expert-reviews?review=${id}` });
  }
  ctx.record({ type: "contract", id: file.id, divisionCode: file.divisionCode, after: { expertReviewId: id, question, experts: experts.map((person) => person.id), wanted } });
  return { reviewId: id, wanted, asked: experts.length };
});

async function expertsByMail(ctx: Context, file: ContractFile, emails: readonly string[]): Promise<readonly { readonly id: string }[]> {
  const parties = file.parties.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]));
  const near = [file.applicantId, file.officeId!, ...parties];
  return Promise.all(
    [...new Set(emails.map((email) => email.toLowerCase()))].map(async (email) => {
      const person = await ctx.tx.person.findFirst({ where: { email: { equals: email, mode: "insensitive" }, state: "ACTIVE" }, select: { id: true, memberships: { where: { state: "ACTIVE" }, select: { organisationId: true } } } });
      if (!person) return invalidField("emails", "EXPERT_UNKNOWN", { email });
      if (person.memberships.some(({ organisationId }) => near.includes(organisationId))) return invalidField("emails", "EXPERT_NOT_INDEPENDENT", { email });
      return { id: person.id };
    }),
  );
}

/** An expert says what he thinks of the file, once. */
export const giveOpinion = defineUseCase("recognition.give-opinion", ExpertOpinionInput, async (ctx, { reviewId, isTechnology, technicalAmount, words }) => answer(ctx, reviewId, "give", { isTechnology, technicalFen: technicalAmount, words }));

/** An expert cannot or may not judge (谢绝、回避). */
export const declineOpinion = defineUseCase("recognition.decline-opinion", DeclineExpertInput, async (ctx, { reviewId, words }) => answer(ctx, reviewId, "decline", { words }));

async function answer(ctx: Context, reviewId: string, event: "give" | "decline", content: { readonly isTechnology?: boolean; readonly technicalFen?: bigint | null; readonly words: string }) {
  const personId = personIdOf(ctx.actor);
  const opinion = personId === null ? null : await ctx.tx.expertOpinion.findUnique({ where: { reviewId_personId: { reviewId, personId } }, include: { review: { include: { contract: { select: { id: true, projectName: true, officeId: true, divisionCode: true } } } } } });
  ctx.authorise({ personId: opinion?.personId });
  if (!opinion) return notFound("expert-review", reviewId);
  if (opinion.review.state !== "OPEN") refuse("EXPERT_REVIEW_ENDED");
  const state = step(EXPERT_OPINION_MOVES, opinion.state, event);
  const { count } = await ctx.tx.expertOpinion.updateMany({ where: { reviewId, personId: opinion.personId, state: "INVITED" }, data: { ...content, state, answeredAt: ctx.clock.now() } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  const { contract } = opinion.review;
  ctx.record({ type: "contract", id: contract.id, divisionCode: contract.divisionCode, after: { expertReviewId: reviewId, event, ...content, technicalFen: content.technicalFen == null ? null : String(content.technicalFen) } });
  await notifyOrganisation(ctx, contract.officeId!, ["RECOGNITION_REVIEWER"], { kind: "recognition.expert-answered", params: { projectName: contract.projectName }, link: `/desk/second-review?file=${contract.id}` });
  return { reviewId, state };
}

/** The second reviewer draws the experts' opinions together, once enough of them are in, or breaks off. */
export const endExpertReview = defineUseCase("recognition.end-expert-review", EndExpertReviewInput, async (ctx, { reviewId, event, summary }) => {
  const review = (await ctx.tx.expertReview.findUnique({ where: { id: reviewId }, include: { opinions: { select: { state: true } } } })) ?? notFound("expert-review", reviewId);
  const file = await loadForOffice(ctx, { contractId: review.contractId });
  const given = review.opinions.filter(({ state }) => state === "GIVEN").length;
  if (event === "conclude" && given < review.wanted) refuse("OPINIONS_MISSING", { given, wanted: review.wanted });
  const state = step(EXPERT_REVIEW_MOVES, review.state, event satisfies ExpertReviewEvent);
  const { count } = await ctx.tx.expertReview.updateMany({ where: { id: reviewId, state: review.state }, data: { state, summary, endedAt: ctx.clock.now(), endedById: personIdOf(ctx.actor) } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  ctx.record({ type: "contract", id: file.id, divisionCode: file.divisionCode, after: { expertReviewId: reviewId, event, summary, given } });
  return { reviewId, state };
});

/** Whether a file may be registered with this amount: below the threshold, or with a concluded expert review of this acceptance. */
export async function demandExperts(ctx: Context, file: ContractFile, technicalFen: bigint): Promise<void> {
  const at = ctx.clock.now();
  const acceptedAt = file.acceptedAt ?? at;
  const rule = await expertRuleOf(ctx.tx, file.office!.divisionCode, dayOf(acceptedAt), at);
  if (!expertReviewNeeded(technicalFen, rule)) return;
  const concluded = await ctx.tx.expertReview.count({ where: { contractId: file.id, state: "CONCLUDED", openedAt: { gte: acceptedAt } } });
  if (concluded === 0) refuse("EXPERTS_NOT_HEARD", { fromYuan: String(rule.fromFen! / 100n) });
}
