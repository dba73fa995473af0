import { personIdOf } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { maySecondReview } from "./decision.rules.ts";
import { demandAnswers, issueRegistration, nameOfPerson } from "./issue-registration.ts";
import { demandExperts } from "./expert/convene-experts.ts";
import { loadForOffice, type ContractFile } from "./recognition.repository.ts";
import { RefuseFileInput, RegisterContractInput } from "./recognition.schema.ts";
import { closeRefused } from "./refuse-file.ts";

/** The second reviewer registers (大额、疑难复审通过); he is nobody who had the file in his hands before. */
export const secondRegister = defineUseCase("recognition.second-register", RegisterContractInput, async (ctx, input) => {
  const file = await loadForOffice(ctx, input);
  await demandFreshEyes(ctx, file);
  demandAnswers(file, input.answers);
  await demandExperts(ctx, file, input.answers.technicalAmount);
  const registrar = await nameOfPerson(ctx, file.registrarId);
  const secondReviewer = await nameOfPerson(ctx, personIdOf(ctx.actor));
  return issueRegistration(ctx, file, input.answers, { registrarId: file.registrarId, registrar, secondReviewer });
});

/** The second reviewer refuses. */
export const secondRefuse = defineUseCase("recognition.second-refuse", RefuseFileInput, async (ctx, input) => {
  const file = await loadForOffice(ctx, input);
  await demandFreshEyes(ctx, file);
  return closeRefused(ctx, file, "refuse", input.reasons);
});

async function demandFreshEyes(ctx: Context, file: ContractFile): Promise<void> {
  if (file.state !== "SECOND_REVIEW") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: file.state, event: "register" });
  const earlier = await ctx.tx.recognitionDecision.findMany({ where: { contractId: file.id, event: { in: ["accept", "requestCorrection", "sendToSecondReview"] } }, select: { byId: true } });
  const registrarIds = earlier.flatMap(({ byId }) => (byId === null ? [] : [byId]));
  if (!maySecondReview(personIdOf(ctx.actor) ?? "", registrarIds)) throw new DomainError("SECOND_REVIEWER_DECIDED_BEFORE", "refused");
}
