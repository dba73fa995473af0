import { notifyOrganisation } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { answerDueAt } from "./answer-time.ts";
import { alertSubject } from "./risk-alert.evidence.ts";
import { getAlert, moveAlert, RISK_DUE } from "./risk.repository.ts";
import { AskInput } from "./risk.schema.ts";
import { RISK_RULES } from "./signal.rules.ts";

/** Asks the party that filed for an explanation (请求说明), with ten working days to answer. The rule's own question stands where none is typed. */
export const askExplanation = defineUseCase("risk.ask", AskInput, async (ctx, { question, ...seen }) => {
  const alert = await getAlert(ctx.tx, seen);
  ctx.authorise({ divisionCode: alert.divisionCode });
  const at = ctx.clock.now();
  const dueAt = answerDueAt(at);
  const asked = question ? question : RISK_RULES.find(({ code }) => code === alert.rule)!.question.zh;
  const state = await moveAlert(ctx, alert, "askForExplanation", { question: asked, askedAt: at, answerDueAt: dueAt, handlerId: personIdOf(ctx.actor), explanation: null, explainedAt: null }, { question: asked, answerDueAt: dueAt });
  await ctx.due(RISK_DUE.answer, alert.id, dueAt);
  await notifyOrganisation(ctx, alert.partyId, ["SELLER", "BUYER"], {
    kind: "risk.explanation-asked",
    params: { projectName: alertSubject(alert.evidence), dueAt: dayOf(new Date(dueAt.getTime() - 1)) },
    link: `/desk/explanations?alert=${alert.id}`,
  });
  return { alertId: alert.id, state, version: alert.version + 1, answerDueAt: dueAt };
});
