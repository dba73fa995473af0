import { defineUseCase } from "../shared/use-case.ts";
import { alertSubject } from "./risk-alert.evidence.ts";
import { answerDueAt } from "./answer-time.ts";
import { getAlert, moveAlert, RISK_DUE } from "./risk.repository.ts";
import { ExplainInput } from "./risk.schema.ts";
import { tellAdministrators } from "./tell-administrators.ts";

/** The party explains (作出说明); the answer lies on the administrators' desk again, with a term of its own. */
export const explainAlert = defineUseCase("risk.explain", ExplainInput, async (ctx, { alertId, explanation }) => {
  const alert = await getAlert(ctx.tx, { alertId });
  ctx.authorise({ ownerId: alert.partyId });
  const at = ctx.clock.now();
  const dueAt = answerDueAt(at);
  const state = await moveAlert(ctx, alert, "answer", { explanation, explainedAt: at, answerDueAt: dueAt }, { explanation });
  await ctx.due(RISK_DUE.answer, alertId, dueAt);
  await tellAdministrators(ctx, alert, "risk.explained", alertSubject(alert.evidence));
  return { alertId, state, explainedAt: at };
});
