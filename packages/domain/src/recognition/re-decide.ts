import { z } from "zod";
import { notifyAuthority, notifyOrganisation } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { demandAnswers, demandSecondEyes } from "./issue-registration.ts";
import { RegistrationReDecided } from "./recognition.events.ts";
import { draftOf, loadForOffice, moveFile, type ContractFile } from "./recognition.repository.ts";
import { OBJECTING_BODIES, ReDecideInput } from "./recognition.schema.ts";
import { amend, endRegistration } from "./registration-changes.ts";

/** The office decides a reopened registration again (重新认定): it stands with an explanation, or class or amount are set right in a new edition. */
export const reDecide = defineUseCase("recognition.re-decide", ReDecideInput, async (ctx, input) => {
  const file = await loadForOffice(ctx, input);
  if (file.state !== "RE_REVIEW") throw new DomainError("NOT_UNDER_RE_DECISION", "conflict", { state: file.state });
  const { decision, explanation, answers } = input;
  let state;
  if (decision === "amend") {
    if (!answers) throw new DomainError("INPUT_INVALID", "invalid", {}, [{ path: "answers", code: "CHANGE_NEEDS_ANSWERS" }]);
    demandAnswers(file, answers);
    demandSecondEyes(ctx, file, answers.technicalAmount);
    const { contractType, technicalAmount: technicalFen } = answers;
    state = await moveFile(ctx, file, "amend", { change: { contractType, technicalFen, nextDueAt: null }, grounds: { explanation, answers } });
    await amend(ctx, file, { draft: draftOf(file), contractType, technicalFen, byId: personIdOf(ctx.actor) });
    await notifyOrganisation(ctx, file.applicantId, ["SELLER", "BUYER"], {
      kind: "contract.amended",
      params: { projectName: file.projectName, registrationNo: file.registrationNo! },
      link: `/desk/contracts/${file.id}`,
    });
  } else {
    state = await moveFile(ctx, file, "uphold", { change: { nextDueAt: null }, grounds: { explanation } });
    await notifyOrganisation(ctx, file.applicantId, ["SELLER", "BUYER"], {
      kind: "contract.upheld",
      params: { projectName: file.projectName, registrationNo: file.registrationNo!, explanation },
      link: `/desk/contracts/${file.id}`,
    });
  }
  await tellObjector(ctx, file);
  ctx.emit(RegistrationReDecided, { type: "contract", id: file.id }, { contractId: file.id, decision, explanation, byId: personIdOf(ctx.actor), at: ctx.clock.now().toISOString() });
  return { contractId: file.id, version: file.version + 1, state };
});

const Objection = z.object({ by: z.enum(OBJECTING_BODIES) });

/** A tax or finance body that objected is told by the province, which took the objection down. */
async function tellObjector(ctx: Context, file: ContractFile): Promise<void> {
  const reopened = await ctx.tx.recognitionDecision.findFirst({ where: { contractId: file.id, event: "reopen" }, orderBy: { no: "desc" }, select: { grounds: true } });
  if (!Objection.safeParse(reopened?.grounds).success) return;
  await notifyAuthority(ctx, file.office!.divisionCode, {
    kind: "registration.objection-decided",
    params: { projectName: file.projectName, registrationNo: file.registrationNo! },
    link: `/desk/contracts/${file.id}`,
  });
}

/** Reopens a standing registration (退回重新认定), for whoever may ask for it: the province, the applicant, a tax or finance body. */
export async function reopenRegistration(ctx: Context, file: ContractFile, { reasons, answerDueAt, by = "PROVINCE" }: { readonly reasons: string; readonly answerDueAt: Date; readonly by?: string }): Promise<void> {
  await moveFile(ctx, file, "reopen", { change: { nextDueAt: answerDueAt }, grounds: { by, reasons, answerDueAt } });
}

/** Revokes a registration (撤销登记); for the provincial review, after its notice. */
export async function revokeRegistration(ctx: Context, file: ContractFile, grounds: { readonly ground: string; readonly facts: string }): Promise<void> {
  const at = ctx.clock.now();
  await moveFile(ctx, file, "revoke", { change: { endedAt: at, nextDueAt: null }, grounds, at });
  await endRegistration(ctx, file, "REVOKED", grounds.ground);
  const message = { kind: "contract.revoked", params: { projectName: file.projectName, registrationNo: file.registrationNo! } } as const;
  await notifyOrganisation(ctx, file.applicantId, ["SELLER", "BUYER"], { ...message, link: `/desk/contracts/${file.id}` });
  await notifyOrganisation(ctx, file.officeId!, ["REGISTRAR"], { ...message, link: `/desk/registration?file=${file.id}` });
}
