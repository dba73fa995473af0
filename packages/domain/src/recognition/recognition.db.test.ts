import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aContractSeller, anAcceptedContract, anOffice, answersAsFiled, aProvinceAdministrator, aRegisteredContract, aSubmittedContract, expertsHeard, type Office } from "../../testing/contracts.ts";
import { moveClockTo } from "../../testing/clock.ts";
import { anOrigin } from "../../testing/origin.ts";
import { editContract } from "../contract/index.ts";
import { calendarFor } from "../reference/index.ts";
import { SYSTEM, type PersonActor } from "../shared/actor.ts";
import { addWorkingDays } from "../shared/calendar.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import {
  acceptFile, askCorrection, claimFile, ContractRegistered, escalateDeadline, handOverFile, missCorrection, queueCounts, readFile, refuseFile, registerContract, registrationQueue, releaseFile,
  secondRefuse, secondRegister, sendToSecondReview, submitContract, verifyRegistration, readCertificate, warnOfDeadline,
} from "./index.ts";

const REASONS = [{ code: "RF08", fact: "合同标的为设备采购与安装，不含技术开发内容。" }];

describe("C2 recognition: the registrar's desk", () => {
  let db: TestDatabase;
  let office: Office;
  let elsewhere: Office;
  let seller: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    office = await anOffice(db);
    elsewhere = await anOffice(db, { divisionCode: "420100" });
    seller = await aContractSeller(db);
  });
  afterAll(() => db.drop());

  const now = () => readDomainTime(db.db, "test");
  const stateOf = async (contractId: string) => (await db.db.contract.findUniqueOrThrow({ where: { id: contractId } })).state;
  const register = async (actor: PersonActor, contractId: string, change: object = {}) =>
    execute(db, registerContract, actor, { contractId, answers: { ...(await answersAsFiled(db, contractId)), ...change } }, anOrigin());

  describe("acceptance", () => {
    it("C2 acceptance: starts the legal clock by the local limit, with the instants of warning and escalation", async () => {
      const { contractId } = await aSubmittedContract(db, { seller });
      const accepted = await execute(db, acceptFile, office.registrar, { contractId }, anOrigin());
      const acts = await db.db.dueAct.findMany({ where: { subjectId: contractId, doneAt: null }, orderBy: { dueAt: "asc" } });
      expect(acts.map(({ kind }) => kind)).toEqual(["recognition.warn", "recognition.escalate"]);
      expect(acts[1]!.dueAt).toEqual(accepted.dueAt);
      const row = await db.db.contract.findUniqueOrThrow({ where: { id: contractId } });
      expect(row).toMatchObject({ state: "ACCEPTED", ruleSet: "CN-2026", registrarId: office.registrar.personId, calendarVersion: calendarFor().version });
      // 浙江省技术市场条例 Art. 16: ten days from acceptance.
      const days = Math.round((row.dueAt!.getTime() - endOfDay(dayOf(row.acceptedAt!)).getTime()) / 86_400_000);
      expect(days).toBeGreaterThanOrEqual(10);
      expect(days).toBeLessThan(20);
    });

    it.each([
      ["of another office", () => elsewhere.registrar],
      ["the second reviewer", () => office.reviewer],
      ["the applicant", () => seller],
      ["without a second factor", () => ({ ...office.registrar, secondFactor: false })],
    ])("C2 acceptance: not %s", async (_, actor) => {
      const { contractId } = await aSubmittedContract(db, { seller });
      await expect(execute(db, acceptFile, actor(), { contractId }, anOrigin())).rejects.toMatchObject({ kind: "forbidden" });
      expect(await stateOf(contractId)).toBe("SUBMITTED");
    });

    it("C2 acceptance: twice is a conflict; two at once accept once", async () => {
      const { contractId } = await aSubmittedContract(db, { seller });
      const outcomes = await Promise.allSettled([office.registrar, office.colleague].map((actor) => execute(db, acceptFile, actor, { contractId }, anOrigin())));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      await expect(execute(db, acceptFile, office.registrar, { contractId }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    });
  });

  describe("the lease", () => {
    it("C2 lease: a file in a colleague's hands is neither taken nor decided; released or lapsed, it is", async () => {
      const { contractId } = await aSubmittedContract(db, { seller });
      await execute(db, claimFile, office.registrar, { contractId }, anOrigin());
      await execute(db, claimFile, office.registrar, { contractId }, anOrigin());
      await expect(execute(db, claimFile, office.colleague, { contractId }, anOrigin())).rejects.toMatchObject({ code: "CLAIMED_BY_OTHER" });
      await expect(execute(db, acceptFile, office.colleague, { contractId }, anOrigin())).rejects.toMatchObject({ code: "CLAIMED_BY_OTHER" });
      expect(await execute(db, releaseFile, office.colleague, { contractId }, anOrigin())).toMatchObject({ released: false });
      expect(await execute(db, releaseFile, office.registrar, { contractId }, anOrigin())).toMatchObject({ released: true });
      expect(await execute(db, acceptFile, office.colleague, { contractId }, anOrigin())).toMatchObject({ state: "ACCEPTED" });
    });

    it("C2 lease: two people reach for one file: one has it", async () => {
      const { contractId } = await aSubmittedContract(db, { seller });
      const outcomes = await Promise.allSettled([office.registrar, office.colleague].map((actor) => execute(db, claimFile, actor, { contractId }, anOrigin())));
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });

    it("C2 lease: handed over, a file is the colleague's at once and nobody else's; only by who holds it, to who may go on with it", async () => {
      const { contractId } = await aSubmittedContract(db, { seller, form: { secret: "commercial" } });
      const handOver = (actor: PersonActor, to: PersonActor) => execute(db, handOverFile, actor, { contractId, toPersonId: to.personId, reason: "外出开会" }, anOrigin());
      await expect(handOver(office.registrar, office.colleague)).rejects.toMatchObject({ code: "FILE_NOT_IN_YOUR_HANDS" });
      await execute(db, claimFile, office.registrar, { contractId }, anOrigin());
      expect(await read(db, readFile, office.registrar, { contractId })).toMatchObject({ colleagues: [{ personId: office.colleague.personId }], may: { handOver: true } });
      for (const to of [office.reviewer, elsewhere.registrar, seller, office.registrar]) await expect(handOver(office.registrar, to)).rejects.toMatchObject({ fields: [{ path: "toPersonId", code: "COLLEAGUE_UNKNOWN" }] });
      await expect(handOver(elsewhere.registrar, elsewhere.colleague)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await expect(handOver(office.colleague, office.registrar)).rejects.toMatchObject({ code: "FILE_NOT_IN_YOUR_HANDS" });
      await handOver(office.registrar, office.colleague);
      expect(await db.db.notification.count({ where: { personId: office.colleague.personId, kind: "recognition.handed-over" } })).toBe(1);
      await expect(execute(db, acceptFile, office.registrar, { contractId }, anOrigin())).rejects.toMatchObject({ code: "CLAIMED_BY_OTHER" });
      expect(await read(db, readFile, office.colleague, { contractId })).toMatchObject({ textWithheld: false });
      expect(await execute(db, acceptFile, office.colleague, { contractId }, anOrigin())).toMatchObject({ state: "ACCEPTED" });
    });

    it("C2 lease: nobody of another office, and nothing that is decided", async () => {
      const { contractId } = await aRegisteredContract(db, office, { seller });
      await expect(execute(db, claimFile, elsewhere.registrar, { contractId }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await expect(execute(db, claimFile, office.registrar, { contractId }, anOrigin())).rejects.toMatchObject({ code: "FILE_NOT_ON_DESK" });
    });
  });

  describe("registration", () => {
    it("C2 registration: number, certificate, event with all facts, decision chain; and the public check finds it", async () => {
      const { contractId, registrationNo, verifyCode } = await aRegisteredContract(db, office, { seller });
      const year = dayOf(await now()).slice(0, 4);
      expect(registrationNo).toMatch(new RegExp(`^${year}3301\\d{2}\\d{6}$`));
      const chain = await db.db.recognitionDecision.findMany({ where: { contractId }, orderBy: { no: "asc" } });
      expect(chain.map(({ event, fromState, toState }) => [event, fromState, toState])).toEqual([
        ["submit", "DRAFT", "SUBMITTED"], ["accept", "SUBMITTED", "ACCEPTED"], ["register", "ACCEPTED", "REGISTERED"],
      ]);
      const event = await db.db.outboxEvent.findFirstOrThrow({ where: { subjectId: contractId, type: "ContractRegistered" } });
      expect(ContractRegistered.payload.parse(event.payload)).toMatchObject({
        contractId, registrationNo, edition: 1, year: Number(year), sellerDivision: "330106", buyerDivision: "320102", officeDivision: "330100", contractType: "11", field: "05",
        turnoverFen: "50000000", technicalFen: "50000000", sellers: [{ shareBp: 10_000 }], buyers: [{ type: "150" }],
      });
      expect(await db.db.dueAct.count({ where: { subjectId: contractId, doneAt: null } })).toBe(0);
      const shown = await read(db, verifyRegistration, { kind: "anonymous" }, { code: verifyCode.toLowerCase() });
      expect(shown).toMatchObject({ registrationNo, standing: true, intact: true, superseded: false, officeName: office.organisation.name, sellers: [seller.organisation!.name] });
      expect(shown).not.toHaveProperty("turnoverFen");
      const byNumber = await read(db, verifyRegistration, { kind: "anonymous" }, { number: registrationNo, turnover: "500000" });
      expect(byNumber).toMatchObject({ amountMatches: true, contractType: "11" });
      expect(byNumber).not.toHaveProperty("sellers");
      expect(await read(db, verifyRegistration, { kind: "anonymous" }, { number: registrationNo, technicalAmount: "1.00" })).toMatchObject({ amountMatches: false });
      expect(await read(db, verifyRegistration, { kind: "anonymous" }, { number: "2026330101999999" })).toBeNull();
    });

    it("C2 registration: the certificate is for the applicant, the office and the province", async () => {
      const { contractId } = await aRegisteredContract(db, office, { seller });
      for (const reader of [seller, office.registrar, await aProvinceAdministrator(db, "33")]) {
        expect(await read(db, readCertificate, reader, { contractId })).toMatchObject({ record: { registrar: "登记员甲" }, void: null });
      }
      for (const reader of [await aContractSeller(db), elsewhere.registrar, await aProvinceAdministrator(db, "42")]) {
        await expect(read(db, readCertificate, reader, { contractId })).rejects.toMatchObject({ kind: "forbidden" });
      }
    });

    it("C2 registration: a contract with commercial secrets shows neither name nor parties to the public", async () => {
      const { verifyCode } = await aRegisteredContract(db, office, { seller, form: { secret: "commercial" } });
      const shown = await read(db, verifyRegistration, { kind: "anonymous" }, { code: verifyCode });
      expect(shown).toMatchObject({ standing: true, projectName: undefined, sellers: undefined, buyers: undefined });
    });

    it("C2 registration: whoever departs from what was filed says why, and never above the turnover", async () => {
      const { contractId } = await anAcceptedContract(db, office, { seller });
      await expect(register(office.registrar, contractId, { technicalAmount: "400000" })).rejects.toMatchObject({ fields: [{ path: "answers.note", code: "DEPARTURE_NEEDS_NOTE" }] });
      await expect(register(office.registrar, contractId, { technicalAmount: "500000.01", note: "重新核定金额" })).rejects.toMatchObject({ fields: [{ code: "TECHNICAL_AMOUNT_ABOVE_TURNOVER" }] });
      await expect(register(office.registrar, contractId, { contractType: "1", note: "重新认定类别" })).rejects.toMatchObject({ fields: [{ code: "CODE_UNKNOWN" }] });
      expect(await register(office.registrar, contractId, { technicalAmount: "400000", contractType: "51", note: "扣除设备费，认定为技术服务" })).toMatchObject({ state: "REGISTERED" });
      expect(await db.db.contract.findUniqueOrThrow({ where: { id: contractId } })).toMatchObject({ technicalFen: 40_000_000n, contractType: "51" });
    });

    it("C2 registration: not before acceptance, not by another office, not by the second reviewer, not twice", async () => {
      const filed = await aSubmittedContract(db, { seller });
      await expect(register(office.registrar, filed.contractId)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
      const { contractId } = await anAcceptedContract(db, office, { seller });
      await expect(register(elsewhere.registrar, contractId)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await expect(register(office.reviewer, contractId)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await register(office.registrar, contractId);
      await expect(register(office.registrar, contractId)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    });

    it("C2 registration: an idempotency key answers a repetition with the same number", async () => {
      const { contractId } = await anAcceptedContract(db, office, { seller });
      const answers = await answersAsFiled(db, contractId);
      const send = () => execute(db, registerContract, office.registrar, { contractId, answers }, anOrigin(`register-${contractId}`));
      const [first, second] = [await send(), await send()];
      expect(second).toEqual(first);
    });

    it("C2 registration: a version seen is the version decided", async () => {
      const { contractId } = await anAcceptedContract(db, office, { seller });
      const answers = await answersAsFiled(db, contractId);
      await expect(execute(db, registerContract, office.registrar, { contractId, version: 0, answers }, anOrigin())).rejects.toMatchObject({ code: "CHANGED_MEANWHILE" });
    });

    it("C2 registration: the database keeps the number and refuses a move without a decision", async () => {
      const { contractId } = await aRegisteredContract(db, office, { seller });
      await expect(db.db.contract.update({ where: { id: contractId }, data: { registrationNo: "2026330101999998" } })).rejects.toThrow(/stays/);
      const filed = await aSubmittedContract(db, { seller });
      await expect(db.db.contract.update({ where: { id: filed.contractId }, data: { state: "REFUSED" } })).rejects.toThrow(/without a decision/);
      await expect(db.db.$executeRaw`update recognition_decision set event = 'x'`).rejects.toThrow(/permission denied/);
    });

    it("C2 numbers: thirty registrations at once in two offices are gap-free in each, and every number is one contract's", async () => {
      const pair = await Promise.all([anOffice(db, { divisionCode: "510100" }), anOffice(db, { divisionCode: "610100" })]);
      const sellers = await Promise.all([aContractSeller(db, "510104"), aContractSeller(db, "610102")]);
      const files = await Promise.all(
        Array.from({ length: 30 }, (_, i) => i % 2).map(async (at) => ({ at, ...(await anAcceptedContract(db, pair[at]!, { seller: sellers[at]! })) })),
      );
      const numbers = await Promise.all(files.map(async ({ at, contractId }) => ({ at, no: (await register(pair[at]!.registrar, contractId)).registrationNo! })));
      for (const at of [0, 1]) {
        const serials = numbers.filter((one) => one.at === at).map(({ no }) => Number(no.slice(10))).sort((a, b) => a - b);
        expect(serials).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
      }
      expect(new Set(numbers.map(({ no }) => no)).size).toBe(30);
    });

    it("C2 numbers: one file decided by two people at once takes one number and leaves no gap", async () => {
      const lone = await anOffice(db, { divisionCode: "350200" });
      const local = await aContractSeller(db, "350203");
      const { contractId } = await anAcceptedContract(db, lone, { seller: local });
      const outcomes = await Promise.allSettled([register(lone.registrar, contractId), register(lone.colleague, contractId)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const next = await aRegisteredContract(db, lone, { seller: local });
      expect(next.registrationNo.slice(10)).toBe("000002");
    });
  });

  describe("correction", () => {
    const points = [{ path: "turnover", wanted: "请核对合同总金额与文本一致" }, { wanted: "请补充技术方案" }];

    it("C2 correction: once, with all points; the supplement's day is the day of acceptance", async () => {
      const { contractId } = await anAcceptedContract(db, office, { seller });
      const asked = await execute(db, askCorrection, office.registrar, { contractId, points }, anOrigin());
      expect(asked.correctionDueAt).toEqual(endOfDay(addWorkingDays(calendarFor(), dayOf(await now()), 15)));
      expect(await db.db.dueAct.findMany({ where: { subjectId: contractId, doneAt: null } })).toMatchObject([{ kind: "recognition.miss-correction" }]);
      const { version } = await db.db.contract.findUniqueOrThrow({ where: { id: contractId } });
      await execute(db, editContract, seller, { contractId, version, responsible: "新负责人" }, anOrigin());
      await execute(db, submitContract, seller, { contractId, truthDeclared: true }, anOrigin());
      const { submittedAt } = await db.db.contract.findUniqueOrThrow({ where: { id: contractId } });
      await moveClockTo(db, new Date((await now()).getTime() + 3 * 86_400_000));
      const accepted = await execute(db, acceptFile, office.registrar, { contractId }, anOrigin());
      expect(accepted.acceptedAt).toEqual(submittedAt);
      await expect(execute(db, askCorrection, office.registrar, { contractId, points }, anOrigin())).rejects.toMatchObject({ code: "CORRECTION_ASKED_ALREADY" });
      expect(await db.db.dueAct.count({ where: { subjectId: contractId, kind: "recognition.miss-correction", doneAt: null } })).toBe(0);
    });

    it("C2 correction: no points, no correction; nor by a stranger", async () => {
      const { contractId } = await aSubmittedContract(db, { seller });
      await expect(execute(db, askCorrection, office.registrar, { contractId, points: [] }, anOrigin())).rejects.toMatchObject({ code: "INPUT_INVALID" });
      await expect(execute(db, askCorrection, elsewhere.registrar, { contractId, points }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    });

    it("C2 correction: missed, it ends refused with effect from the last second, once; in time, nothing happens", async () => {
      const { contractId } = await aSubmittedContract(db, { seller });
      const { correctionDueAt } = await execute(db, askCorrection, office.registrar, { contractId, points }, anOrigin());
      await expect(execute(db, missCorrection, office.registrar, { contractId, dueAt: correctionDueAt }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await execute(db, missCorrection, SYSTEM, { contractId, dueAt: correctionDueAt }, anOrigin());
      expect(await db.db.contract.findUniqueOrThrow({ where: { id: contractId } })).toMatchObject({ state: "REFUSED", endedAt: correctionDueAt });
      expect(await db.db.recognitionDecision.findFirst({ where: { contractId, event: "lapse" } })).toMatchObject({ grounds: { reasons: [{ code: "RF05" }] } });
      expect(await execute(db, missCorrection, SYSTEM, { contractId, dueAt: correctionDueAt }, anOrigin())).toMatchObject({ state: "REFUSED" });
      const supplied = await aSubmittedContract(db, { seller });
      const asked = await execute(db, askCorrection, office.registrar, { contractId: supplied.contractId, points }, anOrigin());
      await execute(db, submitContract, seller, { contractId: supplied.contractId, truthDeclared: true }, anOrigin());
      expect(await execute(db, missCorrection, SYSTEM, { contractId: supplied.contractId, dueAt: asked.correctionDueAt }, anOrigin())).toMatchObject({ state: "SUBMITTED" });
    });
  });

  describe("refusal", () => {
    it("C2 refusal: with ground and facts, told to the applicant; the file is over and a new one may come", async () => {
      const { contractId } = await anAcceptedContract(db, office, { seller });
      await expect(execute(db, refuseFile, office.registrar, { contractId, reasons: [] }, anOrigin())).rejects.toMatchObject({ fields: [{ code: "REFUSAL_WITHOUT_REASON" }] });
      await expect(execute(db, refuseFile, office.registrar, { contractId, reasons: [{ code: "RF08", fact: "太短" }] }, anOrigin())).rejects.toMatchObject({ fields: [{ code: "REFUSAL_FACT_TOO_SHORT" }] });
      await expect(execute(db, refuseFile, elsewhere.registrar, { contractId, reasons: REASONS }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      expect(await execute(db, refuseFile, office.registrar, { contractId, reasons: REASONS }, anOrigin())).toMatchObject({ state: "REFUSED" });
      expect(await db.db.outboxEvent.findFirst({ where: { subjectId: contractId, type: "ContractRefused" } })).toMatchObject({ payload: { reasons: ["RF08"] } });
      await expect(execute(db, refuseFile, office.registrar, { contractId, reasons: REASONS }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    });
  });

  describe("second review", () => {
    const large = { turnover: "6000000" };

    it("C2 second review: five million yuan and more go to a second pair of eyes, with the answers of the first", async () => {
      const { contractId } = await anAcceptedContract(db, office, { seller, ...large });
      const sent = await register(office.registrar, contractId);
      expect(sent).toMatchObject({ state: "SECOND_REVIEW", registrationNo: null });
      const seen = await read(db, readFile, office.reviewer, { contractId });
      expect(seen).toMatchObject({ firstAnswers: { contractType: "11", technicalFen: 600_000_000n }, may: { secondDecide: true, register: false } });
      await expect(register(office.registrar, contractId)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
      await expect(execute(db, refuseFile, office.registrar, { contractId, reasons: REASONS }, anOrigin())).rejects.toMatchObject({ code: "SECOND_REVIEWER_DECIDES" });
      const answers = await answersAsFiled(db, contractId);
      const both = { ...office.registrar, roles: ["REGISTRAR", "RECOGNITION_REVIEWER"] as const };
      await expect(execute(db, secondRegister, both, { contractId, answers }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await expect(execute(db, secondRegister, elsewhere.reviewer, { contractId, answers }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await expertsHeard(db, office, contractId);
      expect(await execute(db, secondRegister, office.reviewer, { contractId, answers }, anOrigin())).toMatchObject({ state: "REGISTERED" });
      expect(await read(db, readCertificate, seller, { contractId })).toMatchObject({ record: { registrar: "登记员甲", secondReviewer: "复审员" } });
    });

    it("C2 second review: whoever accepted the file is no second reviewer, also when a colleague sent it on", async () => {
      const { contractId } = await anAcceptedContract(db, office, { seller });
      await execute(db, releaseFile, office.registrar, { contractId }, anOrigin());
      await execute(db, sendToSecondReview, office.colleague, { contractId, reason: "类别认定有争议，需复审。" }, anOrigin());
      const accepter = { ...office.registrar, roles: ["RECOGNITION_REVIEWER"] as const };
      const answers = await answersAsFiled(db, contractId);
      await expect(execute(db, secondRegister, accepter, { contractId, answers }, anOrigin())).rejects.toMatchObject({ code: "SECOND_REVIEWER_DECIDED_BEFORE" });
      await expect(execute(db, secondRefuse, accepter, { contractId, reasons: REASONS }, anOrigin())).rejects.toMatchObject({ code: "SECOND_REVIEWER_DECIDED_BEFORE" });
      expect(await execute(db, secondRefuse, office.reviewer, { contractId, reasons: REASONS }, anOrigin())).toMatchObject({ state: "REFUSED" });
    });
  });

  describe("deadlines and the desk", () => {
    it("C2 deadline: the office is warned, then the province told; a decided file wakes nobody", async () => {
      const administrator = await aProvinceAdministrator(db, "33");
      const { contractId } = await anAcceptedContract(db, office, { seller });
      const dueAt = await now();
      expect(await execute(db, warnOfDeadline, SYSTEM, { contractId, dueAt }, anOrigin())).toMatchObject({ told: true });
      expect(await execute(db, escalateDeadline, SYSTEM, { contractId, dueAt }, anOrigin())).toMatchObject({ told: true });
      expect(await db.db.notification.count({ where: { personId: administrator.personId, kind: "recognition.escalated" } })).toBe(1);
      await register(office.registrar, contractId);
      expect(await execute(db, warnOfDeadline, SYSTEM, { contractId, dueAt }, anOrigin())).toMatchObject({ told: false });
      await expect(execute(db, warnOfDeadline, office.registrar, { contractId, dueAt }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    });

    it("C2 desk: the queue holds the office's files by what is due first, a page at a time, with counts", async () => {
      const desk = await anOffice(db, { divisionCode: "370100" });
      const local = await aContractSeller(db, "370102");
      const early = await anAcceptedContract(db, desk, { seller: local });
      await moveClockTo(db, new Date((await now()).getTime() + 86_400_000));
      const late = await anAcceptedContract(db, desk, { seller: local });
      const fresh = await aSubmittedContract(db, { seller: local });
      const first = await read(db, registrationQueue, desk.registrar, { limit: 2 });
      const second = await read(db, registrationQueue, desk.registrar, { limit: 2, cursor: first.nextCursor });
      const order = [...first.items, ...second.items].map(({ id }) => id);
      expect([...order].sort()).toEqual([early.contractId, late.contractId, fresh.contractId].sort());
      expect(order.indexOf(early.contractId)).toBeLessThan(order.indexOf(late.contractId));
      expect((await read(db, registrationQueue, desk.registrar, { group: "SUBMITTED" })).items.map(({ id }) => id)).toEqual([fresh.contractId]);
      expect((await read(db, registrationQueue, desk.registrar, { contractClass: "5" })).items).toEqual([]);
      await execute(db, claimFile, desk.registrar, { contractId: early.contractId }, anOrigin());
      expect((await read(db, registrationQueue, desk.registrar, { mine: "true" })).items).toMatchObject([{ id: early.contractId, claim: { mine: true } }, { id: late.contractId, claim: { mine: true } }]); // whoever accepts a file has it
      expect(await read(db, queueCounts, desk.registrar, {})).toMatchObject({ counts: { TO_DO: 3, SUBMITTED: 1, ACCEPTED: 2 }, overdue: 0 });
      expect((await read(db, registrationQueue, office.registrar, { limit: 100 })).items.map(({ id }) => id)).not.toContain(early.contractId);
      await expect(read(db, registrationQueue, local, {})).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    });

    it("C2 desk: one file shows the text with its passages, what is like it, the parties' history and what may be done", async () => {
      const before = await aRegisteredContract(db, office, { seller });
      const earlier = await db.db.contractParty.findFirstOrThrow({ where: { contractId: before.contractId, side: "BUYER" } });
      const { contractId } = await aSubmittedContract(db, {
        seller, form: { buyers: [{ name: earlier.name, division: earlier.divisionCode, nature: earlier.partyType, creditCode: earlier.creditCode }] },
      });
      const file = await read(db, readFile, office.registrar, { contractId });
      expect(file.proposal).toMatchObject({ type: "11", turnoverFen: 50_000_000n });
      expect(file.proposal!.passages.length).toBeGreaterThan(5);
      expect(file.proposal!.passages.every(({ start, end, text }) => file.proposal!.text.slice(start, end).normalize("NFKC") === text)).toBe(true);
      expect(file.likes[0]).toMatchObject({ contractId: before.contractId, kind: "SIMILAR_TEXT", registrationNo: before.registrationNo });
      expect(file.history.find(({ side }) => side === "SELLER")!.registered).toBeGreaterThan(0);
      expect(file.findings).toEqual([]);
      expect(file.may).toMatchObject({ accept: true, askCorrection: true, register: false });
      await expect(read(db, readFile, elsewhere.registrar, { contractId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await expect(read(db, readFile, seller, { contractId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    });
  });
});
