import { notifyOrganisation } from "../notification/index.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError } from "../shared/errors.ts";
import { personIdOf } from "../shared/actor.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { eventOfDecision, secondReviewGrounds, type SecondReviewGround } from "./decision.rules.ts";
import { demandAnswers, issueRegistration, nameOfPerson, type GivenAnswers } from "./issue-registration.ts";
import { clockColumns, deadlineOf } from "./accept-file.ts";
import { loadForOffice, moveFile, type ContractFile } from "./recognition.repository.ts";
import { RegisterContractInput, SendToSecondReviewInput } from "./recognition.schema.ts";
import { ruleSetOn } from "./rule-sets.rules.ts";

/** Decides an accepted file (认定登记): registers and numbers it, or, when the rules ask for a second pair of eyes, sends it on with the answers. */
export const registerContract = defineUseCase("recognition.register", RegisterContractInput, async (ctx, input) => {
  const file = await loadForOffice(ctx, input);
  if (file.state !== "ACCEPTED") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: file.state, event: "register" });
  demandAnswers(file, input.answers);
  const grounds = await groundsOf(ctx, file, input.answers.technicalAmount);
  if (eventOfDecision("register", grounds) === "sendToSecondReview") return sendOn(ctx, file, { grounds, answers: input.answers });
  const registrarId = personIdOf(ctx.actor);
  return issueRegistration(ctx, file, input.answers, { registrarId, registrar: await nameOfPerson(ctx, registrarId), secondReviewer: null });
});

/** A registrar asks for a second opinion on a disputed or difficult file (疑难): the longer limit of such files runs from acceptance. */
export const sendToSecondReview = defineUseCase("recognition.send-to-second-review", SendToSecondReviewInput, async (ctx, input) => {
  const file = await loadForOffice(ctx, input);
  return sendOn(ctx, { ...file, disputed: true }, { grounds: ["DISPUTED"], reason: input.reason });
});

async function sendOn(ctx: Context, file: ContractFile, content: { readonly grounds: readonly SecondReviewGround[]; readonly answers?: GivenAnswers; readonly reason?: string }) {
  const deadline = deadlineOf(file, file.acceptedAt ?? ctx.clock.now(), file.disputed);
  const state = await moveFile(ctx, file, "sendToSecondReview", {
    change: { registrarId: personIdOf(ctx.actor), disputed: file.disputed, ...clockColumns(deadline) },
    grounds: content,
  });
  await ctx.due("recognition.warn", file.id, deadline.warnAt);
  await ctx.due("recognition.escalate", file.id, deadline.escalateAt);
  await notifyOrganisation(ctx, file.officeId!, ["RECOGNITION_REVIEWER"], {
    kind: "recognition.second-review",
    params: { projectName: file.projectName, dueOn: deadline.dueOn },
    link: `/desk/second-review?file=${file.id}`,
  });
  return { contractId: file.id, version: file.version + 1, state, registrationNo: null, verifyCode: null };
}

async function groundsOf(ctx: Context, file: ContractFile, technicalAmountFen: bigint): Promise<readonly SecondReviewGround[]> {
  const openAlerts = await ctx.tx.riskAlertSubject.count({
    where: { subjectType: "contract", subjectId: file.id, alert: { level: { in: ["AMBER", "RED"] }, state: { in: ["OPEN", "EXPLAINING"] } } },
  });
  return secondReviewGrounds(
    { technicalAmountFen, turnoverFen: file.turnoverFen ?? 0n, disputed: file.disputed, openAlerts: openAlerts > 0, provinceDivision: file.office!.divisionCode },
    ruleSetOn(dayOf(file.acceptedAt!)).code,
  );
}
