import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { anOffice, aContractSeller, aProvinceAdministrator, aRegisteredContract, type Office } from "../../testing/contracts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aPairOfParties, scanned } from "../../testing/risk.ts";
import { SYSTEM, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { askExplanation, concludeAlert, explainAlert, lapseAlert, listAlerts, listOwnQuestions, readAlert, readOwnQuestion, reopenAlert, RISK_DUE, scanContract } from "./index.ts";

const EXPLANATION = "三份合同分别对应不同装置，交付物、验收标准和付款节点各自独立，附总体方案。";
const NOTE = "经核对总体方案与验收材料，各合同标的相互独立，情况属实。";

let db: TestDatabase;
let office: Office;
let province: PersonActor;
let city: PersonActor;
let county: PersonActor;
let otherProvince: PersonActor;
let otherCounty: PersonActor;

async function administrator(jurisdiction: string): Promise<PersonActor> {
  return aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", divisionCode: jurisdiction.padEnd(6, "0"), jurisdiction }), ["ADMINISTRATOR"]);
}
/** Two contracts of a pair just below five million. */
async function anAmberAlert() {
  const { seller, contractIds } = await aPairOfParties(db, office, [{ turnover: "4800000", daysAgo: 40 }, { turnover: "4900000", daysAgo: 20 }]);
  for (const id of contractIds) await scanned(db, id);
  const alert = await alertOf(contractIds[0]!);
  return { seller, contractIds, alert };
}
const alertOf = (contractId: string, rule = "R02") => db.db.riskAlert.findFirstOrThrow({ where: { rule, subjects: { some: { subjectId: contractId } } }, include: { subjects: true } });
const fresh = (alertId: string) => db.db.riskAlert.findUniqueOrThrow({ where: { id: alertId } });
const ask = async (who: PersonActor, alertId: string, question?: string) => execute(db, askExplanation, who, { alertId, version: (await fresh(alertId)).version, question }, anOrigin());
const conclude = async (who: PersonActor, alertId: string, change: Record<string, unknown> = {}) =>
  execute(db, concludeAlert, who, { alertId, version: (await fresh(alertId)).version, conclusion: "EXPLAINED", note: NOTE, ...change }, anOrigin());

beforeAll(async () => {
  db = await testDatabase();
  office = await anOffice(db, { divisionCode: "330000", jurisdiction: "33" });
  province = await aProvinceAdministrator(db);
  city = await administrator("3301");
  county = await administrator("330106");
  otherProvince = await administrator("32");
  otherCounty = await administrator("330203");
}, 60_000);
afterAll(() => db.drop());

describe("K1 risk: opening", () => {
  test("K1 risk: two contracts of a pair below five million and together above it open one amber alert", async () => {
    const { contractIds, alert } = await anAmberAlert();
    expect(alert).toMatchObject({ rule: "R02", ruleVersion: "R02.1", level: "AMBER", state: "OPEN", divisionCode: "330106" });
    expect(alert.subjects.map(({ subjectId }) => subjectId).toSorted()).toEqual(contractIds.toSorted());
    const view = await read(db, readAlert, province, { alertId: alert.id });
    expect(view.evidence.numbers).toMatchObject({ thresholdFen: "500000000", sumFen: "970000000", contracts: 2, justBelow: 2, windowDays: 60 });
    expect(view.contracts.map(({ technicalFen }) => technicalFen)).toEqual([480_000_000n, 490_000_000n]);
    expect(view.rule.clearedBy.zh).toContain("总体方案");
    expect(view.workingDaysLeft).toBe(10);
    for (const who of [province, city, county]) {
      expect(await db.db.notification.count({ where: { personId: who.personId, kind: "risk.alert-opened", link: `/desk/risk?alert=${alert.id}` } })).toBe(1);
    }
    expect(await db.db.notification.count({ where: { personId: otherProvince.personId } })).toBe(0);
  });

  test("K1 risk: the third joins the open alert and makes it red; a scan repeated, also at once, changes nothing", async () => {
    const { seller, contractIds } = await aPairOfParties(db, office, [{ turnover: "4900000", daysAgo: 59 }, { turnover: "4850000", daysAgo: 44 }, { turnover: "4900000", daysAgo: 1 }]);
    await scanned(db, contractIds[0]!);
    await scanned(db, contractIds[1]!);
    const alert = await alertOf(contractIds[1]!);
    await Promise.all([scanned(db, contractIds[2]!), scanned(db, contractIds[2]!), scanned(db, contractIds[1]!)]);
    const grown = await alertOf(contractIds[2]!);
    expect(grown).toMatchObject({ id: alert.id, level: "RED" });
    expect(grown.subjects).toHaveLength(3);
    await scanned(db, contractIds[2]!);
    expect(await db.db.riskAlert.count({ where: { rule: "R02", partyId: seller.organisation!.id } })).toBe(1);
    expect((await fresh(alert.id)).version).toBe(grown.version);
  });

  test("K1 risk: contracts far below, or 61 days apart, open nothing", async () => {
    const small = await aPairOfParties(db, office, [{ turnover: "2000000", daysAgo: 30 }, { turnover: "2000000", daysAgo: 20 }, { turnover: "2000000", daysAgo: 10 }]);
    const apart = await aPairOfParties(db, office, [{ turnover: "4800000", daysAgo: 80 }, { turnover: "4900000", daysAgo: 19 }]);
    for (const id of [...small.contractIds, ...apart.contractIds]) expect((await scanned(db, id)).alerts.filter(({ rule }) => rule === "R02")).toEqual([]);
  });

  test("K1 risk: a threshold of the province counts beside the national ones", async () => {
    await db.db.parameter.create({ data: { key: "risk.split-thresholds", scope: "33", version: 1, value: ["300000.00", "5000000", "10000000"], effectiveFrom: new Date("2025-01-01T00:00:00Z"), reason: "省科技券限额", createdAt: new Date("2025-01-01T00:00:00Z") } });
    const { contractIds } = await aPairOfParties(db, office, [{ turnover: "280000", daysAgo: 30 }, { turnover: "290000", daysAgo: 20 }]);
    expect((await scanned(db, contractIds[1]!)).alerts).toContainEqual({ rule: "R02", does: "open" });
    await db.db.parameter.deleteMany({ where: { key: "risk.split-thresholds" } });
  });

  test("K1 risk: the same text registered for other parties, in another province, is one red question", async () => {
    await anOffice(db, { divisionCode: "320100", jurisdiction: "32" });
    const text = `技术开发（委托）合同。${"本项目研究海上风电叶片前缘抗雨蚀涂层，交付配方、工艺文件和第三方检测报告。".repeat(4)}`;
    const first = await aRegisteredContract(db, office, { form: { text, projectName: "叶片前缘涂层" } });
    const second = await aRegisteredContract(db, office, { form: { text: text.replaceAll("，", ","), projectName: "风电叶片涂层开发" } });
    expect((await scanned(db, second.contractId)).alerts).toContainEqual({ rule: "R01", does: "open" });
    const alert = await alertOf(second.contractId, "R01");
    expect(alert).toMatchObject({ level: "RED", evidence: { numbers: { match: "exact" } } });
    expect(alert.subjects.map(({ subjectId }) => subjectId).toSorted()).toEqual([first.contractId, second.contractId].toSorted());
    // The party sees its own contract and not the other's.
    await ask(province, alert.id);
    const question = await read(db, readOwnQuestion, second.seller, { alertId: alert.id });
    expect(question.contracts.map(({ contractId }) => contractId)).toEqual([second.contractId]);
    await expect(read(db, readOwnQuestion, first.seller, { alertId: alert.id })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  test("K1 risk: only the system scans", async () => {
    const { contractId } = await aRegisteredContract(db, office);
    const { payload } = await db.db.outboxEvent.findFirstOrThrow({ where: { subjectId: contractId, type: "ContractRegistered" } });
    await expect(execute(db, scanContract, province, { facts: payload }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });
});

describe("K1 risk: from question to conclusion", () => {
  test("K1 risk: asked, explained, concluded; the party learns of each", async () => {
    const { seller, alert } = await anAmberAlert();
    await ask(county, alert.id, "请说明两份合同分别签订的原因。");
    expect(await read(db, listOwnQuestions, seller, { state: "open" })).toMatchObject({ waiting: 1, items: [{ alertId: alert.id, workingDaysLeft: 10 }] });
    expect(await read(db, readOwnQuestion, seller, { alertId: alert.id })).toMatchObject({ question: "请说明两份合同分别签订的原因。", may: { explain: true } });
    await execute(db, explainAlert, seller, { alertId: alert.id, explanation: EXPLANATION }, anOrigin());
    expect(await fresh(alert.id)).toMatchObject({ state: "OPEN", explanation: EXPLANATION });
    await conclude(county, alert.id);
    const view = await read(db, readAlert, province, { alertId: alert.id });
    expect(view).toMatchObject({ state: "CONCLUDED", conclusion: "EXPLAINED", conclusionNote: NOTE, workingDaysLeft: null, may: { ask: false, conclude: false } });
    expect(view.steps.map(({ event, by }) => [event, by !== null])).toEqual([["open", false], ["askForExplanation", true], ["answer", true], ["conclude", true]]);
    const told = await db.db.notification.findMany({ where: { personId: seller.personId, kind: { startsWith: "risk." } }, orderBy: { createdAt: "asc" } });
    expect(told.map(({ kind }) => kind)).toEqual(["risk.explanation-asked", "risk.concluded"]);
    expect(await db.db.dueAct.count({ where: { kind: RISK_DUE.answer, subjectId: alert.id, doneAt: null } })).toBe(0);
  });

  test("K1 risk: without a question of one's own the rule's is asked", async () => {
    const { alert } = await anAmberAlert();
    await ask(city, alert.id);
    expect((await fresh(alert.id)).question).toContain("请说明分别签订的理由");
  });

  test("K1 risk: what may not be: twice, out of turn, on an old version, without a reason, against the facts", async () => {
    const { seller, alert } = await anAmberAlert();
    await expect(execute(db, explainAlert, seller, { alertId: alert.id, explanation: EXPLANATION }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    await expect(read(db, readOwnQuestion, seller, { alertId: alert.id })).rejects.toMatchObject({ code: "NOT_PERMITTED" }); // nobody has asked yet
    await ask(county, alert.id);
    await expect(ask(county, alert.id)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    await expect(execute(db, concludeAlert, county, { alertId: alert.id, version: alert.version, conclusion: "EXPLAINED", note: NOTE }, anOrigin())).rejects.toMatchObject({ code: "CHANGED_MEANWHILE" });
    await expect(conclude(county, alert.id, { note: "属实" })).rejects.toMatchObject({ fields: [{ path: "note", code: "RISK_NOTE_TOO_SHORT" }] });
    await expect(conclude(county, alert.id, { conclusion: "REVOKED" })).rejects.toMatchObject({ fields: [{ path: "conclusion" }] });
    await expect(conclude(county, alert.id, { conclusion: "REFERRED" })).rejects.toMatchObject({ fields: [{ path: "referredTo" }] });
    const outcomes = await Promise.allSettled([conclude(county, alert.id), conclude(province, alert.id, { conclusion: "WARNED" })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("K1 risk: a red one is concluded by the province only", async () => {
    const { contractIds } = await aPairOfParties(db, office, [{ turnover: "4900000", daysAgo: 50 }, { turnover: "4850000", daysAgo: 40 }, { turnover: "4900000", daysAgo: 30 }]);
    for (const id of contractIds) await scanned(db, id);
    const { id: alertId } = await alertOf(contractIds[2]!);
    expect((await read(db, readAlert, county, { alertId })).may).toMatchObject({ ask: true, conclude: false, needsProvince: true });
    for (const who of [county, city]) await expect(conclude(who, alertId)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await conclude(province, alertId)).toMatchObject({ state: "CONCLUDED" });
  });

  test("K1 risk: an auditor puts a concluded one back; the conclusion stays in its steps", async () => {
    const { alert } = await anAmberAlert();
    await conclude(county, alert.id);
    const auditor = await aPerson(db, await anOrganisation(db, { kind: "AUDIT", jurisdiction: "33" }), ["AUDITOR"]);
    const { version } = await fresh(alert.id);
    await expect(execute(db, reopenAlert, county, { alertId: alert.id, version, reason: "发现新的付款凭证。" + NOTE }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await execute(db, reopenAlert, auditor, { alertId: alert.id, version, reason: "发现新的付款凭证，需再次核实。" }, anOrigin());
    expect(await fresh(alert.id)).toMatchObject({ state: "OPEN", conclusion: null });
    expect((await read(db, readAlert, auditor, { alertId: alert.id })).steps.map(({ event }) => event)).toContain("conclude");
  });
});

describe("K1 risk: whose desk", () => {
  test("K1 risk: county, city and province see an alert of the county; others neither see nor act", async () => {
    const { alert } = await anAmberAlert();
    const seen = async (who: PersonActor) => (await read(db, listAlerts, who, { limit: 100 })).items.some(({ alertId }) => alertId === alert.id);
    expect([await seen(county), await seen(city), await seen(province)]).toEqual([true, true, true]);
    expect([await seen(otherCounty), await seen(otherProvince)]).toEqual([false, false]);
    const nation = await aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction: "" }), ["NATIONAL_ADMINISTRATOR"]);
    expect(await seen(nation)).toBe(true);
    for (const who of [otherCounty, otherProvince]) {
      await expect(read(db, readAlert, who, { alertId: alert.id })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await expect(ask(who, alert.id)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await expect(conclude(who, alert.id)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    }
    await expect(ask(nation, alert.id)).rejects.toMatchObject({ code: "NOT_PERMITTED" }); // the nation watches, the province handles
    await expect(read(db, listAlerts, await aContractSeller(db), {})).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(read(db, listAlerts, { ...county, secondFactor: false }, {})).rejects.toMatchObject({ code: "SECOND_FACTOR_REQUIRED" });
  });

  test("K1 risk: only the party that was asked explains", async () => {
    const { alert } = await anAmberAlert();
    await ask(county, alert.id);
    for (const who of [await aContractSeller(db), county]) {
      await expect(execute(db, explainAlert, who, { alertId: alert.id, explanation: EXPLANATION }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    }
  });

  test("K1 risk: the list is paged by level and term, each alert once", async () => {
    const all = (await read(db, listAlerts, province, { limit: 100 })).items.map(({ alertId }) => alertId);
    const paged: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await read(db, listAlerts, province, { limit: 2, cursor });
      paged.push(...page.items.map(({ alertId }) => alertId));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
    const desk = await read(db, listAlerts, province, { state: "desk", level: "RED", limit: 100 });
    expect(desk.items.every(({ level, state }) => level === "RED" && state !== "CONCLUDED")).toBe(true);
    expect(desk.open.RED).toBe(desk.items.length);
  });
});

describe("K1 risk: terms", () => {
  test("K1 risk: unanswered, it returns to the desk; not taken up, the province is told once", async () => {
    const { seller, alert } = await anAmberAlert();
    const { answerDueAt } = await ask(county, alert.id);
    await moveClockTo(db, new Date(answerDueAt.getTime() + 60_000));
    await expect(execute(db, lapseAlert, county, { alertId: alert.id, dueAt: answerDueAt }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await execute(db, lapseAlert, SYSTEM, { alertId: alert.id, dueAt: answerDueAt }, anOrigin());
    expect(await fresh(alert.id)).toMatchObject({ state: "OPEN" });
    await expect(execute(db, explainAlert, seller, { alertId: alert.id, explanation: EXPLANATION }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    const due = await db.db.dueAct.findFirstOrThrow({ where: { kind: RISK_DUE.answer, subjectId: alert.id, doneAt: null } });
    expect(due.dueAt > answerDueAt).toBe(true);
    await execute(db, lapseAlert, SYSTEM, { alertId: alert.id, dueAt: answerDueAt }, anOrigin()); // told late of the first term: nothing
    expect(await db.db.riskAlertStep.count({ where: { alertId: alert.id, event: "escalate" } })).toBe(0);
    await moveClockTo(db, new Date(due.dueAt.getTime() + 60_000));
    await execute(db, lapseAlert, SYSTEM, { alertId: alert.id, dueAt: due.dueAt }, anOrigin());
    expect(await db.db.riskAlertStep.count({ where: { alertId: alert.id, event: "escalate" } })).toBe(1);
    const kinds = async (who: PersonActor) => (await db.db.notification.findMany({ where: { personId: who.personId, link: `/desk/risk?alert=${alert.id}` }, orderBy: { id: "asc" } })).map(({ kind }) => kind);
    expect(await kinds(province)).toEqual(["risk.alert-opened", "risk.not-answered", "risk.not-taken-up"]);
    expect(await kinds(county)).toEqual(["risk.alert-opened", "risk.not-answered"]);
  });
});
