import { z } from "zod";
import { loadContract } from "../contract/index.ts";
import { enterRecord } from "../credit/index.ts";
import { notifyAuthority, notifyOrganisation } from "../notification/index.ts";
import { revokeRegistration } from "../recognition/index.ts";
import { calendarFor } from "../reference/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { CONDUCT_OF_GROUND } from "./consequence/consequence.rules.ts";
import { addStep, loadForProvince, loadReview, moveReview, type Review } from "./review.repository.ts";
import { DropNoticeInput, GiveNoticeInput, RevokeInput, StateViewInput } from "./review.schema.ts";
import { reviewDueAt } from "./review-limit.rules.ts";
import { REVOCATION_GROUNDS, revocationObstacles, statementEndsAt, type RevocationGround } from "./revocation.rules.ts";

const NoticeContent = z.object({ ground: z.enum(Object.keys(REVOCATION_GROUNDS) as [RevocationGround, ...RevocationGround[]]), facts: z.string(), byId: z.string().nullable() });

/** Tells the party that its registration may be revoked, on what ground and by what facts (拟撤销告知); it then has ten days for its view. */
export const giveNotice = defineUseCase("review.give-notice", GiveNoticeInput, async (ctx, input) => {
  const review = await loadForProvince(ctx, input);
  const at = ctx.clock.now();
  const answerDueAt = statementEndsAt(dayOf(at), calendarFor());
  const content = { ground: input.ground, facts: input.facts, byId: personIdOf(ctx.actor), answerDueAt };
  const state = await moveReview(ctx, review, "giveNotice", { change: { reviewerId: personIdOf(ctx.actor), answerDueAt }, content, at });
  await ctx.notDue("review.remind", review.id);
  await notifyOrganisation(ctx, review.contract.applicantId, ["SELLER", "BUYER"], {
    kind: "review.notice",
    params: { ...named(review), dueOn: dayOf(new Date(answerDueAt.getTime() - 1)) },
    link: `/desk/contracts/${review.contract.id}`,
  });
  return { reviewId: review.id, version: review.version + 1, state, answerDueAt };
});

/** The party states its view on the notice (陈述申辩), once and in time. */
export const stateView = defineUseCase("review.state-view", StateViewInput, async (ctx, { reviewId, statement }) => {
  const review = await loadReview(ctx.tx, { id: reviewId });
  ctx.authorise({ ownerId: review.contract.applicantId });
  if (review.state !== "REVOCATION_NOTICE") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: review.state, event: "stateView" });
  const at = ctx.clock.now();
  if (await statementOf(ctx, review)) refuse("STATEMENT_GIVEN_ALREADY");
  if (review.answerDueAt !== null && at >= review.answerDueAt) refuse("STATEMENT_PERIOD_OVER");
  await addStep(ctx, review, { event: "stateView", to: review.state, content: { statement }, at, byId: personIdOf(ctx.actor) });
  ctx.record({ type: "provincialReview", id: review.id, divisionCode: review.divisionCode, after: { statement } });
  await notifyAuthority(ctx, review.divisionCode, { kind: "review.view-stated", params: named(review), link: `/desk/provincial-review?review=${review.id}` });
  return { reviewId: review.id };
});

/** The party's view convinces (不予撤销): the review goes on. */
export const dropNotice = defineUseCase("review.drop-notice", DropNoticeInput, async (ctx, input) => {
  const review = await loadForProvince(ctx, input);
  const dueAt = reviewDueAt(dayOf(ctx.clock.now()), ["ALERT"], calendarFor());
  const state = await moveReview(ctx, review, "dropNotice", { change: { dueAt, answerDueAt: null }, content: { reasons: input.reasons } });
  await ctx.due("review.remind", review.id, dueAt);
  await notifyOrganisation(ctx, review.contract.applicantId, ["SELLER", "BUYER"], { kind: "review.notice-dropped", params: named(review), link: `/desk/contracts/${review.contract.id}` });
  return { reviewId: review.id, version: review.version + 1, state };
});

/** Revokes the registration (撤销登记): after the party was heard or its period passed, by somebody else than the one who gave the notice. */
export const revoke = defineUseCase("review.revoke", RevokeInput, async (ctx, input) => {
  const review = await loadForProvince(ctx, input, await noticeGiver(ctx, input.reviewId));
  if (review.state !== "REVOCATION_NOTICE") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: review.state, event: "revoke" });
  const notice = await lastNotice(ctx, review.id);
  const at = ctx.clock.now();
  const [obstacle] = revocationObstacles({
    now: at,
    statementEndsAt: review.answerDueAt ?? at,
    statementReceived: (await statementOf(ctx, review)) !== undefined,
    authorIsNoticeGiver: notice?.byId === personIdOf(ctx.actor),
  });
  if (obstacle) refuse(obstacle, { until: review.answerDueAt?.toISOString() });
  const { ground, facts } = notice!;
  const { documentNo, reasons } = input;
  const grounds = { ground, facts, reasons, documentNo };
  const state = await moveReview(ctx, review, "revoke", { change: { reviewerId: personIdOf(ctx.actor), opinion: input.reasons, decidedAt: at, answerDueAt: null }, content: grounds, at });
  await revokeRegistration(ctx, await loadContract(ctx.tx, review.contract.id), grounds);
  const conduct = CONDUCT_OF_GROUND[ground];
  // The party was heard on the facts before the decision, so the record needs no notice of its own.
  if (conduct) await enterRecord(ctx, { organisationId: review.contract.applicantId, contractId: review.contract.id, conduct, facts, documentNo, divisionCode: review.divisionCode });
  return { reviewId: review.id, version: review.version + 1, state };
});

function named({ contract }: Review): { projectName: string; registrationNo: string } {
  return { projectName: contract.projectName, registrationNo: contract.registrationNo ?? "" };
}

async function lastNotice(ctx: Context, reviewId: string) {
  const step = await ctx.tx.provincialReviewStep.findFirst({ where: { reviewId, event: "giveNotice" }, orderBy: { no: "desc" } });
  return step === null ? undefined : { ...NoticeContent.parse(step.content), no: step.no };
}

async function noticeGiver(ctx: Context, reviewId: string): Promise<string | null> {
  return (await lastNotice(ctx, reviewId))?.byId ?? null;
}

/** The statement on the notice that now stands. */
async function statementOf(ctx: Context, review: Review) {
  const notice = await lastNotice(ctx, review.id);
  const step = await ctx.tx.provincialReviewStep.findFirst({ where: { reviewId: review.id, event: "stateView", no: { gt: notice?.no ?? 0 } } });
  return step ?? undefined;
}
