import { defineUseCase } from "../shared/use-case.ts";
import { alertSubject } from "./risk-alert.evidence.ts";
import { answerDueAt } from "./answer-time.ts";
import { getAlert, moveAlert, RISK_DUE } from "./risk.repository.ts";
import { ReopenInput } from "./risk.schema.ts";
import { tellAdministrators } from "./tell-administrators.ts";

/** An auditor puts a concluded alert back on the desk because of new facts (重新打开); what was concluded stays in its steps. */
export const reopenAlert = defineUseCase("risk.reopen", ReopenInput, async (ctx, { reason, ...seen }) => {
  const alert = await getAlert(ctx.tx, seen);
  ctx.authorise({ divisionCode: alert.divisionCode });
  const dueAt = answerDueAt(ctx.clock.now());
  const state = await moveAlert(ctx, alert, "reopen", { conclusion: null, conclusionNote: null, concludedById: null, concludedAt: null, answerDueAt: dueAt }, { reason });
  await ctx.due(RISK_DUE.answer, alert.id, dueAt);
  await tellAdministrators(ctx, alert, "risk.alert-grew", alertSubject(alert.evidence));
  return { alertId: alert.id, state, version: alert.version + 1 };
});
