import { differences } from "../contract/index.ts";
import type { Prisma } from "../generated/client.ts";
import { calendarFor } from "../reference/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { workingDaysBetween } from "../shared/calendar.ts";
import { dayOf } from "../shared/clock.ts";
import type { Database } from "../shared/database.ts";
import { dayOfColumn } from "../shared/input.ts";
import { mayStep } from "../shared/machine.ts";
import { decodeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { noteMinimum } from "./conclusion.rules.ts";
import { evidenceFrom, type Evidence } from "./risk-alert.evidence.ts";
import { ALERT_LEVELS, RISK_ALERT_MOVES, type AlertLevel } from "./risk-alert.machine.ts";
import { getAlert, subjectIdsOf, type AlertRow } from "./risk.repository.ts";
import { ListAlertsInput, ListQuestionsInput, ReadAlertInput } from "./risk.schema.ts";
import { RISK_RULES, type RiskRule } from "./signal.rules.ts";

const LINE = {
  id: true, rule: true, level: true, state: true, version: true, divisionCode: true, openedAt: true, answerDueAt: true, askedAt: true, explainedAt: true, conclusion: true, concludedAt: true,
  evidence: true, strengthBp: true,
} as const satisfies Prisma.RiskAlertSelect;
type LineRow = Prisma.RiskAlertGetPayload<{ select: typeof LINE }>;

function ruleOf(code: string): RiskRule {
  return RISK_RULES.find((one) => one.code === code)!;
}

/** Working days that are left until a term ends: 0 on its last day, negative when it is over. */
function workingDaysLeft(now: Date, until: Date): number {
  return workingDaysBetween(calendarFor(), dayOf(now), dayOf(new Date(until.getTime() - 1)));
}

function lineOf({ evidence, ...row }: LineRow, now: Date) {
  const { records } = evidenceFrom(evidence);
  const newest = records.at(-1);
  return {
    alertId: row.id, ...row, title: ruleOf(row.rule).title, contracts: records.length,
    projectName: newest?.projectName ?? "", seller: newest?.seller ?? "", buyer: newest?.buyer ?? "",
    workingDaysLeft: row.state === "CONCLUDED" ? null : workingDaysLeft(now, row.answerDueAt),
  };
}

const lowerThan = (level: AlertLevel): AlertLevel[] => ALERT_LEVELS.slice(0, ALERT_LEVELS.indexOf(level));

/** Alerts of the reader's area: the gravest first, then what is due first. */
export const listAlerts = defineQuery("risk.list", ListAlertsInput, async (ctx, { limit, cursor, state, level, rule, contractId }) => {
  const jurisdiction = organisationOf(ctx.actor)?.jurisdiction ?? "none";
  ctx.authorise({ divisionCode: jurisdiction });
  const position = decodeCursor(cursor, 3) as [AlertLevel, string, string] | null;
  const area: Prisma.RiskAlertWhereInput = jurisdiction === "" ? {} : { divisionCode: { startsWith: jurisdiction } };
  const wanted: Prisma.RiskAlertWhereInput = {
    ...area,
    ...(state === undefined ? {} : { state: state === "desk" ? { not: "CONCLUDED" } : state }),
    ...(level === undefined ? {} : { level }),
    ...(rule === undefined ? {} : { rule }),
    ...(contractId === undefined ? {} : { subjects: { some: { subjectType: "contract", subjectId: contractId } } }),
  };
  const [rows, counts, now] = await Promise.all([
    ctx.db.riskAlert.findMany({ where: { AND: [wanted, position === null ? {} : beyond(position)] }, orderBy: [{ level: "desc" }, { answerDueAt: "asc" }, { id: "asc" }], take: limit + 1, select: LINE }),
    ctx.db.riskAlert.groupBy({ by: ["level"], where: { ...area, state: { not: "CONCLUDED" } }, _count: true }),
    ctx.now(),
  ]);
  const page = pageOf(rows, limit, (row) => [row.level, row.answerDueAt.toISOString(), row.id]);
  return {
    ...page,
    items: page.items.map((row) => lineOf(row, now)),
    open: Object.fromEntries(ALERT_LEVELS.map((one) => [one, counts.find((row) => row.level === one)?._count ?? 0])) as Record<AlertLevel, number>,
  };
});

function beyond([level, dueAt, id]: [AlertLevel, string, string]): Prisma.RiskAlertWhereInput {
  const at = new Date(dueAt);
  return { OR: [{ level: { in: lowerThan(level) } }, { level, answerDueAt: { gt: at } }, { level, answerDueAt: at, id: { gt: id } }] };
}

/** One alert with all that a person needs to conclude it. */
export const readAlert = defineQuery("risk.read", ReadAlertInput, async (ctx, { alertId }) => {
  const alert = await getAlert(ctx.db, { alertId });
  const facts = { divisionCode: alert.divisionCode };
  ctx.authorise(facts);
  const [now, contracts, steps, party] = await Promise.all([ctx.now(), contractsOf(ctx.db, alert), stepsOf(ctx.db, alertId), ctx.db.organisation.findUnique({ where: { id: alert.partyId }, select: { id: true, name: true } })]);
  const rule = ruleOf(alert.rule);
  const mayConclude = mayStep(RISK_ALERT_MOVES, alert.state, "conclude") && ctx.may("risk.conclude", facts);
  return {
    alertId, version: alert.version, state: alert.state, level: alert.level, strengthBp: alert.strengthBp, divisionCode: alert.divisionCode,
    rule: { code: rule.code, version: alert.ruleVersion, title: rule.title, question: rule.question, clearedBy: rule.clearedBy },
    evidence: shownEvidence(evidenceFrom(alert.evidence)),
    contracts: contracts.map(({ applicantId, officeId, ...contract }) => ({ ...contract, mayRead: ctx.may("contract.read", { ownerId: applicantId, officeId, divisionCode: contract.divisionCode }) })),
    comparison: alert.rule === "R01" ? await comparisonOf(ctx.db, contracts.map(({ contractId }) => contractId)) : null,
    party,
    openedAt: alert.openedAt, answerDueAt: alert.answerDueAt, workingDaysLeft: alert.state === "CONCLUDED" ? null : workingDaysLeft(now, alert.answerDueAt),
    question: alert.question, askedAt: alert.askedAt, explanation: alert.explanation, explainedAt: alert.explainedAt,
    conclusion: alert.conclusion, conclusionNote: alert.conclusionNote, concludedAt: alert.concludedAt,
    noteMinimum: noteMinimum(alert.level),
    steps,
    may: {
      ask: mayStep(RISK_ALERT_MOVES, alert.state, "askForExplanation") && ctx.may("risk.ask", facts),
      conclude: mayConclude && (alert.level !== "RED" || ctx.may("risk.conclude-red", facts)),
      /** True where only the province stands above: the reader could conclude a lighter one. */
      needsProvince: mayConclude && alert.level === "RED" && !ctx.may("risk.conclude-red", facts),
      reopen: mayStep(RISK_ALERT_MOVES, alert.state, "reopen") && ctx.may("risk.reopen", facts),
    },
  };
});

/** Numbers as the rule stored them; amounts keep their fen so that they are shown as money. */
function shownEvidence({ numbers, ranAt, ruleVersion }: Evidence) {
  return { ruleVersion, ranAt, numbers };
}

/** The contracts of an alert as they stand now. */
async function contractsOf(db: Database, alert: Pick<AlertRow, "id">) {
  const rows = await db.contract.findMany({
    where: { id: { in: [...(await subjectIdsOf(db, alert.id))] } },
    orderBy: [{ signedOn: "asc" }, { id: "asc" }],
    select: {
      id: true, registrationNo: true, projectName: true, state: true, contractType: true, turnoverFen: true, technicalFen: true, signedOn: true, registeredAt: true, divisionCode: true, applicantId: true, officeId: true,
      office: { select: { name: true } }, parties: { orderBy: { position: "asc" }, select: { side: true, name: true } },
    },
  });
  return rows.map(({ id: contractId, parties, office, signedOn, ...row }) => ({
    contractId, ...row, signedOn: signedOn && dayOfColumn(signedOn), office: office?.name ?? null,
    sellers: parties.filter(({ side }) => side === "SELLER").map(({ name }) => name), buyers: parties.filter(({ side }) => side === "BUYER").map(({ name }) => name),
  }));
}

const MOST_PARTS = 200;

/** The texts of the two last contracts side by side. A commercial secret (保密合同) is for named persons only, so it is not laid open here. */
async function comparisonOf(db: Database, contractIds: readonly string[]) {
  const [leftId, rightId] = contractIds.slice(-2);
  if (leftId === undefined || rightId === undefined) return null;
  const texts = await db.contract.findMany({ where: { id: { in: [leftId, rightId] } }, select: { id: true, text: true, secret: true } });
  const [left, right] = [texts.find(({ id }) => id === leftId), texts.find(({ id }) => id === rightId)];
  if (left?.secret !== "none" || right?.secret !== "none" || left.text === "" || right.text === "") return null;
  const parts = differences(left.text, right.text);
  return { leftId, rightId, parts: parts.slice(0, MOST_PARTS), isCut: parts.length > MOST_PARTS };
}

async function stepsOf(db: Database, alertId: string) {
  const steps = await db.riskAlertStep.findMany({ where: { alertId }, orderBy: { no: "asc" } });
  const people = await db.person.findMany({ where: { id: { in: steps.flatMap(({ byId }) => byId ?? []) } }, select: { id: true, name: true } });
  return steps.map(({ no, event, toState, at, content, byId }) => ({ no, event, toState, at, content, by: people.find(({ id }) => id === byId)?.name ?? null }));
}

/** Questions that the reader's own organisation was asked, open ones by their term. */
export const listOwnQuestions = defineQuery("risk.read-own", ListQuestionsInput, async (ctx, { limit, cursor, state }) => {
  const partyId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: partyId });
  const position = decodeCursor(cursor, 2) as [string, string] | null;
  const rows = await ctx.db.riskAlert.findMany({
    where: {
      partyId: partyId!,
      ...(state === undefined ? {} : { state: state === "open" ? "EXPLAINING" : { not: "EXPLAINING" } }),
      askedAt: { not: null },
      ...(position === null ? {} : { OR: [{ askedAt: { lt: new Date(position[0]) } }, { askedAt: new Date(position[0]), id: { lt: position[1] } }] }),
    },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: LINE,
  });
  const now = await ctx.now();
  const page = pageOf(rows, limit, (row) => [row.askedAt!.toISOString(), row.id]);
  const waiting = await ctx.db.riskAlert.count({ where: { partyId: partyId!, state: "EXPLAINING" } });
  return { ...page, waiting, items: page.items.map((row) => ownLine(row, now)) };
});

/** What the party sees of an alert: the question and the state of its answer, never level, score or other parties. */
function ownLine(row: LineRow, now: Date) {
  const { alertId, projectName, title, state, askedAt, answerDueAt, explainedAt, concludedAt, conclusion } = lineOf(row, now);
  return { alertId, projectName, title, state, askedAt, answerDueAt, explainedAt, concludedAt, conclusion, workingDaysLeft: state === "EXPLAINING" ? workingDaysLeft(now, answerDueAt) : null };
}

/** A question to the reader's own organisation, with its own contracts that it is about. */
export const readOwnQuestion = defineQuery("risk.read-own", ReadAlertInput, async (ctx: ReadContext, { alertId }) => {
  const alert = await getAlert(ctx.db, { alertId });
  const facts = { ownerId: alert.askedAt === null ? null : alert.partyId };
  ctx.authorise(facts);
  const now = await ctx.now();
  const contracts = await ctx.db.contract.findMany({
    where: { id: { in: [...(await subjectIdsOf(ctx.db, alertId))] }, applicantId: alert.partyId },
    orderBy: [{ signedOn: "asc" }, { id: "asc" }],
    select: { id: true, registrationNo: true, projectName: true, turnoverFen: true, technicalFen: true, signedOn: true },
  });
  const rule = ruleOf(alert.rule);
  return {
    ...ownLine(alert, now),
    question: alert.question, clearedBy: rule.clearedBy, explanation: alert.explanation,
    contracts: contracts.map(({ id: contractId, signedOn, ...row }) => ({ contractId, ...row, signedOn: signedOn && dayOfColumn(signedOn) })),
    may: { explain: mayStep(RISK_ALERT_MOVES, alert.state, "answer") && ctx.may("risk.explain", facts) },
  };
});
