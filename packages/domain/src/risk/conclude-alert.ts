import { notifyOrganisation } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { conclusionProblems } from "./conclusion.rules.ts";
import { alertSubject } from "./risk-alert.evidence.ts";
import { RiskAlertConcluded } from "./risk-alert.events.ts";
import { CONCLUSION_LABELS } from "./risk-alert.labels.ts";
import { getAlert, moveAlert, RISK_DUE, subjectIdsOf } from "./risk.repository.ts";
import { ConcludeInput } from "./risk.schema.ts";

/** A person says what an alert came to (办结), with a reason. A red one is the province's. No credit entry follows from it by itself. */
export const concludeAlert = defineUseCase("risk.conclude", ConcludeInput, async (ctx, { conclusion, note, referredTo, ...seen }) => {
  const alert = await getAlert(ctx.tx, seen);
  const facts = { divisionCode: alert.divisionCode };
  ctx.authorise(facts);
  if (alert.level === "RED") ctx.authorise(facts, "risk.conclude-red");
  const contractIds = await subjectIdsOf(ctx.tx, alert.id);
  const contracts = await ctx.tx.contract.findMany({ where: { id: { in: [...contractIds] } }, select: { state: true } });
  const problems = conclusionProblems({ level: alert.level, conclusion, note, referredTo, contractStates: contracts.map(({ state }) => state) });
  if (problems.length > 0) throw new DomainError("INPUT_INVALID", "invalid", {}, problems);
  const state = await moveAlert(ctx, alert, "conclude", { conclusion, conclusionNote: note, concludedById: personIdOf(ctx.actor), concludedAt: ctx.clock.now() }, { conclusion, note, ...(referredTo ? { referredTo } : {}) });
  await ctx.notDue(RISK_DUE.answer, alert.id);
  ctx.emit(RiskAlertConcluded, { type: "risk-alert", id: alert.id }, { alertId: alert.id, rule: alert.rule, level: alert.level, divisionCode: alert.divisionCode, contractIds: [...contractIds], conclusion });
  if (alert.askedAt !== null) {
    const { zh, en } = CONCLUSION_LABELS[conclusion];
    const projectName = alertSubject(alert.evidence);
    await notifyOrganisation(ctx, alert.partyId, ["SELLER", "BUYER"], { kind: "risk.concluded", params: { projectName, conclusion: zh, conclusionEn: en }, link: `/desk/explanations?alert=${alert.id}` });
  }
  return { alertId: alert.id, state, version: alert.version + 1, conclusion };
});
