import { z } from "zod";
import { ContractRegistered, type RegistrationFacts } from "../recognition/index.ts";
import { sha256, toJson } from "../shared/canonical.ts";
import { dayOf } from "../shared/clock.ts";
import { dayOfColumn } from "../shared/input.ts";
import type { Prisma } from "../generated/client.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { answerDueAt } from "./answer-time.ts";
import { findSignals, type Found } from "./find-signals.ts";
import { growthOf, higherLevel } from "./growth.rules.ts";
import type { Evidence } from "./risk-alert.evidence.ts";
import { RiskAlertOpened } from "./risk-alert.events.ts";
import { changeAlert, getAlert, RISK_DUE, subjectIdsOf, writeStep } from "./risk.repository.ts";
import { tellAdministrators } from "./tell-administrators.ts";

const ScanInput = z.object({ facts: ContractRegistered.payload });

/** Runs the rules on a registration (风险扫描); what they find becomes questions to the administrators of the place. B1. */
export const scanContract = defineUseCase("risk.scan", ScanInput, async (ctx, { facts }) => {
  ctx.authorise();
  // Scans that might see the same pair or text go one after the other, so that two of them never open one alert twice.
  for (const key of scopesOf(facts)) await ctx.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`risk:${key}`}, 0))`;
  const at = ctx.clock.now();
  const found = await findSignals(ctx.tx, facts, at, dayOf(at));
  const alerts: { readonly rule: string; readonly does: string }[] = [];
  for (const one of found) alerts.push({ rule: one.rule, does: await settle(ctx, facts, one) });
  ctx.record({ type: "contract", id: facts.contractId, divisionCode: placeOf(facts), after: { scanned: true, alerts } });
  return { contractId: facts.contractId, alerts };
});

function scopesOf({ sellers, buyers, textFingerprint }: RegistrationFacts): readonly string[] {
  const pairs = sellers.flatMap((seller) => buyers.map((buyer) => `${seller.key}>${buyer.key}`));
  return [...pairs, ...(textFingerprint === null ? [] : [textFingerprint])].toSorted();
}

/** An alert lies where the seller is; for a seller outside the mainland, where it was registered. */
function placeOf({ sellers, officeDivision }: RegistrationFacts): string {
  return sellers.find(({ country, division }) => country === "CHN" && division !== "")?.division ?? officeDivision;
}

async function settle(ctx: Context, facts: RegistrationFacts, { rule, signal }: Found): Promise<"open" | "grow" | "nothing"> {
  const shared = await ctx.tx.riskAlert.findMany({
    where: { rule, subjects: { some: { subjectType: "contract", subjectId: { in: [...signal.recordIds] } } } },
    orderBy: { openedAt: "desc" },
    select: { id: true, state: true, level: true, subjects: { select: { subjectId: true } } },
  });
  const growth = growthOf(signal, shared.map(({ subjects, ...alert }) => ({ ...alert, recordIds: subjects.map(({ subjectId }) => subjectId) })));
  if (growth.does === "open") await openAlert(ctx, facts, { rule, signal });
  if (growth.does === "grow") await growAlert(ctx, facts, { rule, signal }, growth.alertId);
  return growth.does;
}

async function openAlert(ctx: Context, facts: RegistrationFacts, { rule, signal }: Found): Promise<void> {
  const at = ctx.clock.now();
  const divisionCode = placeOf(facts);
  const contractIds = signal.recordIds.toSorted();
  const dueAt = answerDueAt(at);
  const { id } = await ctx.tx.riskAlert.create({
    data: {
      rule, ruleVersion: signal.ruleVersion, fingerprint: sha256(contractIds.join("|")).toString("hex"), level: signal.level, strengthBp: Math.round(signal.strength * 10_000), divisionCode,
      partyId: facts.applicantId, evidence: toJson(await evidenceOf(ctx, signal)) as Prisma.InputJsonValue, openedAt: at, answerDueAt: dueAt,
      subjects: { createMany: { data: contractIds.map((subjectId) => ({ subjectType: "contract", subjectId })) } },
    },
    select: { id: true },
  });
  await writeStep(ctx, id, { event: "open", fromState: "OPEN", toState: "OPEN", content: { level: signal.level, contractIds } });
  ctx.record({ type: "risk-alert", id, divisionCode, after: { rule, level: signal.level, contractIds } });
  ctx.emit(RiskAlertOpened, { type: "risk-alert", id }, { alertId: id, rule, level: signal.level, divisionCode, contractIds });
  if (signal.level === "INFO") return; // for the dashboard only
  await ctx.due(RISK_DUE.answer, id, dueAt);
  await tellAdministrators(ctx, { id, rule, level: signal.level, divisionCode }, "risk.alert-opened", facts.projectName);
}

/** New records or a higher level join the open question; the evidence is that of the newest run. */
async function growAlert(ctx: Context, facts: RegistrationFacts, { rule, signal }: Found, alertId: string): Promise<void> {
  const alert = await getAlert(ctx.tx, { alertId });
  const contractIds = [...new Set([...(await subjectIdsOf(ctx.tx, alertId)), ...signal.recordIds])].toSorted();
  const level = higherLevel(alert.level, signal.level);
  await ctx.tx.riskAlertSubject.createMany({ data: contractIds.map((subjectId) => ({ alertId, subjectType: "contract", subjectId })), skipDuplicates: true });
  await changeAlert(ctx, alert, "grow", {
    level, strengthBp: Math.max(alert.strengthBp, Math.round(signal.strength * 10_000)), ruleVersion: signal.ruleVersion,
    evidence: toJson(await evidenceOf(ctx, { ...signal, recordIds: contractIds })) as Prisma.InputJsonValue,
  }, { level, contractIds });
  if (level === "INFO") return;
  if (alert.level === "INFO") await ctx.due(RISK_DUE.answer, alertId, alert.answerDueAt);
  await tellAdministrators(ctx, { id: alertId, rule, level, divisionCode: alert.divisionCode }, "risk.alert-grew", facts.projectName);
}

async function evidenceOf(ctx: Context, { ruleVersion, evidence: numbers, recordIds }: Found["signal"]): Promise<Evidence> {
  const rows = await ctx.tx.contract.findMany({
    where: { id: { in: [...recordIds] } },
    orderBy: [{ signedOn: "asc" }, { id: "asc" }],
    select: {
      id: true, registrationNo: true, projectName: true, turnoverFen: true, technicalFen: true, signedOn: true, registeredAt: true,
      office: { select: { name: true } }, parties: { where: { position: 1 }, select: { side: true, name: true } },
    },
  });
  const first = (row: (typeof rows)[number], side: string): string => row.parties.find((party) => party.side === side)?.name ?? "";
  return {
    ruleVersion,
    ranAt: ctx.clock.now().toISOString(),
    numbers,
    records: rows.map((row) => ({
      contractId: row.id, registrationNo: row.registrationNo, projectName: row.projectName, seller: first(row, "SELLER"), buyer: first(row, "BUYER"),
      turnoverFen: String(row.turnoverFen ?? 0n), technicalFen: String(row.technicalFen ?? 0n), signedOn: row.signedOn ? dayOfColumn(row.signedOn) : "",
      registeredOn: row.registeredAt ? dayOf(row.registeredAt) : null, office: row.office?.name ?? "",
    })),
  };
}
