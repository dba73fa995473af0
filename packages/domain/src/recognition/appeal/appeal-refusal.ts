import { z } from "zod";
import { notifyAuthority, notifyOrganisation } from "../../notification/index.ts";
import { calendarFor } from "../../reference/index.ts";
import { personIdOf } from "../../shared/actor.ts";
import { addWorkingDays } from "../../shared/calendar.ts";
import { dayOf, endOfDay } from "../../shared/clock.ts";
import { DomainError, notFound, refuse } from "../../shared/errors.ts";
import { Id, prose } from "../../shared/input.ts";
import { step } from "../../shared/machine.ts";
import { defineUseCase, type Context } from "../../shared/use-case.ts";
import { draftOf } from "../../contract/index.ts";
import { sameContract, waitForSameText } from "../one-place.ts";
import { loadContract, loadSeen, moveFile } from "../recognition.repository.ts";
import { ACCEPTANCE_WORKING_DAYS } from "../time-limit.rules.ts";
import { APPEAL_MOVES, type AppealEvent } from "./appeal.machine.ts";
import { appealDueAt, appealEndsAt } from "./appeal.rules.ts";

export const AppealRefusalInput = z.object({ contractId: Id, version: z.number().int().min(0).optional(), grounds: prose(5_000, 10) });
export const DecideAppealInput = z.object({ appealId: Id, decision: z.enum(["uphold", "remit"]), reasons: prose(5_000, 10) });
export const WithdrawAppealInput = z.object({ appealId: Id });

/** The applicant appeals to the province against a refusal (申请复议), once for each refusal and in time. */
export const appealRefusal = defineUseCase("contract.appeal-refusal", AppealRefusalInput, async (ctx, { grounds, ...seen }) => {
  const file = await loadSeen(ctx, seen);
  ctx.authorise({ ownerId: file.applicantId });
  if (file.state !== "REFUSED") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: file.state, event: "appeal" });
  const at = ctx.clock.now();
  const refusal = await ctx.tx.recognitionDecision.findFirstOrThrow({ where: { contractId: file.id, toState: "REFUSED" }, orderBy: { no: "desc" }, select: { no: true, at: true } });
  if (at >= appealEndsAt(refusal.at)) refuse("APPEAL_PERIOD_OVER", { until: appealEndsAt(refusal.at).toISOString() });
  await ctx.tx.$executeRaw`select 1 from contract where id = ${file.id}::uuid for update`;
  if (await ctx.tx.refusalAppeal.findUnique({ where: { contractId_decisionNo: { contractId: file.id, decisionNo: refusal.no } } })) refuse("APPEALED_ALREADY");
  const { divisionCode } = file.office!;
  const dueAt = appealDueAt(at);
  const { id } = await ctx.tx.refusalAppeal.create({ data: { contractId: file.id, decisionNo: refusal.no, divisionCode, grounds, filedById: personIdOf(ctx.actor), filedAt: at, dueAt } });
  ctx.record({ type: "contract", id: file.id, divisionCode: file.divisionCode, after: { appealId: id, grounds, dueAt } });
  await notifyAuthority(ctx, divisionCode, { kind: "recognition.appealed", params: { projectName: file.projectName, dueOn: dayOf(new Date(dueAt.getTime() - 1)) }, link: `/desk/appeals?appeal=${id}` });
  return { appealId: id, state: "FILED" as const, dueAt };
});

/** The province decides an appeal: the refusal stands, or the office has to decide anew; it may not refuse again on what was set aside. */
export const decideAppeal = defineUseCase("recognition.decide-appeal", DecideAppealInput, async (ctx, { appealId, decision, reasons }) => {
  const appeal = await loadAppeal(ctx, appealId);
  ctx.authorise({ divisionCode: appeal.divisionCode });
  const state = await moveAppeal(ctx, appeal, decision, reasons);
  const file = await loadContract(ctx.tx, appeal.contractId);
  if (decision === "remit") {
    const at = ctx.clock.now();
    const draft = draftOf(file);
    await waitForSameText(ctx.tx, draft);
    const twin = await sameContract(ctx.tx, file.id, draft);
    // Meanwhile the same contract may have been filed anew: one contract, one registration.
    if (twin) refuse("CONTRACT_FILED_ELSEWHERE", { office: twin.officeName, state: twin.state });
    const nextDueAt = endOfDay(addWorkingDays(calendarFor(), dayOf(at), ACCEPTANCE_WORKING_DAYS));
    await moveFile(ctx, file, "remit", { change: { submittedAt: at, endedAt: null, nextDueAt, acceptedAt: null, dueAt: null, warnAt: null }, grounds: { appealId, reasons }, at });
    await notifyOrganisation(ctx, file.officeId!, ["REGISTRAR"], { kind: "recognition.remitted", params: { projectName: file.projectName }, link: `/desk/registration?file=${file.id}` });
  }
  await notifyOrganisation(ctx, file.applicantId, ["SELLER", "BUYER"], {
    kind: decision === "remit" ? "contract.appeal-won" : "contract.appeal-lost",
    params: { projectName: file.projectName },
    link: `/desk/contracts/${file.id}`,
  });
  return { appealId, state };
});

/** The applicant takes the appeal back. */
export const withdrawAppeal = defineUseCase("contract.withdraw-appeal", WithdrawAppealInput, async (ctx, { appealId }) => {
  const appeal = await loadAppeal(ctx, appealId);
  ctx.authorise({ ownerId: appeal.contract.applicantId });
  return { appealId, state: await moveAppeal(ctx, appeal, "withdraw", null) };
});

async function loadAppeal(ctx: Context, id: string) {
  return (await ctx.tx.refusalAppeal.findUnique({ where: { id }, include: { contract: { select: { applicantId: true } } } })) ?? notFound("appeal", id);
}

async function moveAppeal(ctx: Context, appeal: Awaited<ReturnType<typeof loadAppeal>>, event: AppealEvent, reasons: string | null) {
  const to = step(APPEAL_MOVES, appeal.state, event);
  const at = ctx.clock.now();
  const { count } = await ctx.tx.refusalAppeal.updateMany({ where: { id: appeal.id, state: appeal.state }, data: { state: to, decidedAt: at, decidedById: personIdOf(ctx.actor), reasons } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  ctx.record({ type: "refusal-appeal", id: appeal.id, divisionCode: appeal.divisionCode, before: { state: appeal.state }, after: { state: to, contractId: appeal.contractId, reasons } });
  return to;
}
