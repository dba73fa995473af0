import type { Prisma } from "../generated/client.ts";
import type { RiskAlertModel } from "../generated/models.ts";
import { personIdOf } from "../shared/actor.ts";
import { toJson } from "../shared/canonical.ts";
import type { Database, Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import { step } from "../shared/machine.ts";
import { RISK_ALERT_MOVES, type RiskAlertEvent, type RiskAlertState } from "./risk-alert.machine.ts";

export type AlertRow = RiskAlertModel;

export const RISK_DUE = { answer: "risk.answer" } as const;

/** The alert as somebody saw it; a newer version means that evidence joined it or somebody acted first. */
export async function getAlert(db: Tx | Database, { alertId, version }: { readonly alertId: string; readonly version?: number }): Promise<AlertRow> {
  const row = (await db.riskAlert.findUnique({ where: { id: alertId } })) ?? notFound("risk-alert", alertId);
  if (version !== undefined && version !== row.version) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  return row;
}

export async function subjectIdsOf(db: Tx | Database, alertId: string): Promise<readonly string[]> {
  const rows = await db.riskAlertSubject.findMany({ where: { alertId, subjectType: "contract" }, select: { subjectId: true }, orderBy: { subjectId: "asc" } });
  return rows.map(({ subjectId }) => subjectId);
}

export type AlertChange = Omit<Prisma.RiskAlertUncheckedUpdateManyInput, "state" | "version">;

/** Moves an alert by an event of its machine, and keeps who did it with what words. */
export async function moveAlert(ctx: Context, alert: AlertRow, event: RiskAlertEvent, change: AlertChange, content: object): Promise<RiskAlertState> {
  const state = step(RISK_ALERT_MOVES, alert.state, event);
  await writeAlert(ctx, alert, state, change);
  await writeStep(ctx, alert.id, { event, fromState: alert.state, toState: state, content });
  ctx.record({ type: "risk-alert", id: alert.id, divisionCode: alert.divisionCode, before: { state: alert.state }, after: { state, event, ...content } });
  return state;
}

/** Changes an alert where it stands. */
export async function changeAlert(ctx: Context, alert: AlertRow, event: "grow" | "escalate", change: AlertChange, content: object): Promise<void> {
  await writeAlert(ctx, alert, alert.state, change);
  await writeStep(ctx, alert.id, { event, fromState: alert.state, toState: alert.state, content });
  ctx.record({ type: "risk-alert", id: alert.id, divisionCode: alert.divisionCode, after: { event, ...content } });
}

async function writeAlert({ tx }: Context, { id, state, version }: AlertRow, to: RiskAlertState, change: AlertChange): Promise<void> {
  const { count } = await tx.riskAlert.updateMany({ where: { id, state, version }, data: { ...change, state: to, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
}

type Step = { readonly event: string; readonly fromState: RiskAlertState; readonly toState: RiskAlertState; readonly content: object };

export async function writeStep(ctx: Context, alertId: string, { content, ...one }: Step): Promise<void> {
  const { _max } = await ctx.tx.riskAlertStep.aggregate({ where: { alertId }, _max: { no: true } });
  await ctx.tx.riskAlertStep.create({
    data: { alertId, no: (_max.no ?? 0) + 1, ...one, byId: personIdOf(ctx.actor), at: ctx.clock.now(), content: toJson(content) as Prisma.InputJsonValue },
  });
}
