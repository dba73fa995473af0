import { defineUseCase } from "../shared/use-case.ts";
import { alertSubject } from "./risk-alert.evidence.ts";
import { answerDueAt } from "./answer-time.ts";
import { changeAlert, getAlert, moveAlert, RISK_DUE } from "./risk.repository.ts";
import { LapseInput } from "./risk.schema.ts";
import { tellAdministrators } from "./tell-administrators.ts";

/**
 * The term of an alert is over. A party that did not answer loses its turn and the desk goes on without it; an alert that nobody took up is
 * told to the province once.
 */
export const lapseAlert = defineUseCase("risk.lapse", LapseInput, async (ctx, { alertId, dueAt }) => {
  ctx.authorise();
  const alert = await getAlert(ctx.tx, { alertId });
  const isLater = alert.answerDueAt > dueAt;
  if (alert.state === "CONCLUDED" || isLater) {
    if (isLater && alert.state !== "CONCLUDED") await ctx.due(RISK_DUE.answer, alertId, alert.answerDueAt);
    ctx.record({ type: "risk-alert", id: alertId, divisionCode: alert.divisionCode, after: { notNow: "lapse", state: alert.state } });
    return { alertId, state: alert.state };
  }
  const projectName = alertSubject(alert.evidence);
  if (alert.state === "OPEN") {
    await changeAlert(ctx, alert, "escalate", {}, { dueAt });
    await tellAdministrators(ctx, alert, "risk.not-taken-up", projectName, 2);
    return { alertId, state: alert.state };
  }
  const next = answerDueAt(dueAt);
  const state = await moveAlert(ctx, alert, "lapse", { answerDueAt: next }, { dueAt });
  await ctx.due(RISK_DUE.answer, alertId, next);
  await tellAdministrators(ctx, alert, "risk.not-answered", projectName);
  return { alertId, state };
});
