import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aContractSeller, anOffice, answersAsFiled, aProvinceAdministrator, aRegisteredContract, type Office } from "../../testing/contracts.ts";
import { moveClockTo } from "../../testing/clock.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aPerson } from "../../testing/people.ts";
import { todosOn } from "../../testing/worklist.ts";
import { ANONYMOUS, SYSTEM, type PersonActor } from "../shared/actor.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import {
  askReconsideration, cancelContract, cancelOfOwnMotion, claimFile, ContractAmended, ContractCancelled, ContractRevoked, decideChange, listRevocations, readCertificate, readFile, reDecide, requestChange, verifyRegistration,
} from "../recognition/index.ts";
import { readContract } from "../contract/index.ts";
import { confirmReview, dropNotice, giveNotice, openReview, readReview, remindOfReview, returnReview, reviewQueue, revoke, stateView, takeAnswer } from "./index.ts";

const FACTS = "经核查，同一合同已于其他登记机构登记，当事人未如实说明，系重复登记。";

describe("C3 review: the province reviews every registration", () => {
  let db: TestDatabase;
  let office: Office;
  let seller: PersonActor;
  let administrator: PersonActor;
  let colleague: PersonActor;
  let stranger: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    office = await anOffice(db);
    seller = await aContractSeller(db);
    administrator = await aProvinceAdministrator(db, "33");
    colleague = await aPerson(db, administrator.organisation!, ["ADMINISTRATOR"]);
    stranger = await aProvinceAdministrator(db, "42");
  });
  afterAll(() => db.drop());

  const reviewed = (form: Record<string, unknown> = {}) => aRegisteredContract(db, office, { seller, form });
  const reviewOf = (reviewId: string) => db.db.provincialReview.findUniqueOrThrow({ where: { id: reviewId } });
  const contractOf = (id: string) => db.db.contract.findUniqueOrThrow({ where: { id } });
  const publicly = (number: string) => read(db, verifyRegistration, { kind: "anonymous" }, { number });

  it("C3 review: opened once by the registration, due by working days, tax-related ones sooner", async () => {
    const plain = await reviewed();
    const taxed = await reviewed({ taxClaims: ["VAT"] });
    const again = await execute(db, openReview, SYSTEM, { contractId: plain.contractId }, anOrigin());
    expect(again.reviewId).toBe(plain.reviewId);
    expect((await reviewOf(taxed.reviewId)).dueAt < (await reviewOf(plain.reviewId)).dueAt).toBe(true);
    const queue = await read(db, reviewQueue, administrator, { limit: 100 });
    const order = queue.items.map(({ reviewId }) => reviewId);
    expect(order.indexOf(taxed.reviewId)).toBeLessThan(order.indexOf(plain.reviewId));
    expect(queue.counts.PENDING).toBe(queue.items.length);
    expect((await read(db, reviewQueue, administrator, { limit: 100, taxClaimed: "true" })).items.map(({ reviewId }) => reviewId)).toEqual([taxed.reviewId]);
    expect((await read(db, reviewQueue, stranger, {})).items).toEqual([]);
  });

  it("C3 review: confirmed with an opinion on the reliefs that are claimed; once", async () => {
    const { reviewId, contractId } = await reviewed({ taxClaims: ["VAT"] });
    await expect(execute(db, confirmReview, administrator, { reviewId }, anOrigin())).rejects.toMatchObject({ fields: [{ path: "taxOpinion", code: "TAX_OPINION_NEEDED" }] });
    expect(await execute(db, confirmReview, administrator, { reviewId, taxOpinion: "ELIGIBLE", opinion: "属实" }, anOrigin())).toMatchObject({ state: "CONFIRMED" });
    expect(await db.db.outboxEvent.findFirst({ where: { subjectId: reviewId, type: "ReviewConfirmed" } })).toMatchObject({ payload: { contractId, taxOpinion: "ELIGIBLE" } });
    expect(await read(db, readContract, seller, { contractId })).toMatchObject({ review: { state: "CONFIRMED", taxOpinion: "ELIGIBLE" } });
    await expect(execute(db, confirmReview, administrator, { reviewId, taxOpinion: "ELIGIBLE" }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
  });

  it("C3 review: not by another province, a city, the office or the seller; two at once confirm once", async () => {
    const { reviewId } = await reviewed();
    const city = { ...administrator, organisation: { ...administrator.organisation!, jurisdiction: "3301" } };
    for (const actor of [stranger, city, office.registrar, seller]) {
      await expect(execute(db, confirmReview, actor, { reviewId }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await expect(read(db, readReview, actor, { reviewId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    }
    const outcomes = await Promise.allSettled([administrator, colleague].map((actor) => execute(db, confirmReview, actor, { reviewId }, anOrigin())));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  describe("return", () => {
    it("C3 return: the office decides again; upheld with an explanation, the review goes on", async () => {
      const { reviewId, contractId, registrationNo } = await reviewed();
      await execute(db, returnReview, administrator, { reviewId, reasons: "合同类别应重新核对，文本更近于技术服务。" }, anOrigin());
      expect(await contractOf(contractId)).toMatchObject({ state: "RE_REVIEW" });
      expect(await publicly(registrationNo)).toMatchObject({ standing: true, state: "RE_REVIEW" });
      await expect(execute(db, confirmReview, administrator, { reviewId }, anOrigin())).rejects.toMatchObject({ kind: "refused" });
      await execute(db, reDecide, office.registrar, { contractId, decision: "uphold", explanation: "文本约定研究开发新样机，符合开发合同。" }, anOrigin());
      const told = await db.db.outboxEvent.findFirstOrThrow({ where: { subjectId: contractId, type: "RegistrationReDecided" } });
      await execute(db, takeAnswer, SYSTEM, told.payload, anOrigin());
      expect(await reviewOf(reviewId)).toMatchObject({ state: "PENDING", answerDueAt: null });
      expect((await read(db, readReview, administrator, { reviewId })).steps.map(({ event }) => event)).toEqual(["return", "answer"]);
      await execute(db, takeAnswer, SYSTEM, told.payload, anOrigin());
      expect(await execute(db, confirmReview, administrator, { reviewId }, anOrigin())).toMatchObject({ state: "CONFIRMED" });
    });

    it("C3 return: amended, a new edition replaces the certificate and the difference is told; the number stays", async () => {
      const { reviewId, contractId, registrationNo, verifyCode } = await reviewed();
      await execute(db, returnReview, administrator, { reviewId, reasons: "技术交易额应扣除设备费用后重新核定。" }, anOrigin());
      const answers = { ...(await answersAsFiled(db, contractId)), technicalAmount: "300000", note: "扣除设备费" };
      await expect(execute(db, reDecide, office.registrar, { contractId, decision: "amend", explanation: "重新核定技术交易额。" }, anOrigin())).rejects.toMatchObject({ fields: [{ code: "CHANGE_NEEDS_ANSWERS" }] });
      await execute(db, reDecide, office.registrar, { contractId, decision: "amend", explanation: "扣除设备费用，重新核定技术交易额。", answers }, anOrigin());
      const event = ContractAmended.payload.parse((await db.db.outboxEvent.findFirstOrThrow({ where: { subjectId: contractId, type: "ContractAmended" } })).payload);
      expect(event).toMatchObject({ before: { technicalFen: "50000000", edition: 1 }, after: { technicalFen: "30000000", edition: 2, registrationNo } });
      expect(await publicly(registrationNo)).toMatchObject({ version: 2, superseded: false });
      expect(await read(db, verifyRegistration, { kind: "anonymous" }, { code: verifyCode })).toMatchObject({ version: 1, superseded: true, standing: true });
    });

    it("C3 return: needs reasons and the right office; a decided one is not decided again", async () => {
      const { reviewId, contractId } = await reviewed();
      await expect(execute(db, returnReview, administrator, { reviewId, reasons: "" }, anOrigin())).rejects.toMatchObject({ code: "INPUT_INVALID" });
      await expect(execute(db, reDecide, office.registrar, { contractId, decision: "uphold", explanation: "没有被退回的登记不能重新认定。" }, anOrigin())).rejects.toMatchObject({ code: "NOT_UNDER_RE_DECISION" });
      const elsewhere = await anOffice(db, { divisionCode: "420100" });
      await execute(db, returnReview, administrator, { reviewId, reasons: "请重新核对合同类别与金额。" }, anOrigin());
      await expect(execute(db, reDecide, elsewhere.registrar, { contractId, decision: "uphold", explanation: "其他机构无权办理本登记。" }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    });
  });

  describe("revocation", () => {
    async function noticed() {
      const file = await reviewed();
      const { answerDueAt } = await execute(db, giveNotice, administrator, { reviewId: file.reviewId, ground: "DUPLICATE", facts: FACTS }, anOrigin());
      return { ...file, answerDueAt };
    }
    const REASONS = "事实清楚，证据充分，予以撤销登记。";
    const DOCUMENT = "浙科撤字〔2025〕7号";

    it("C3 revocation: notice, the party is heard, another person decides; certificate void, told to all", async () => {
      const { reviewId, contractId, registrationNo } = await noticed();
      await expect(execute(db, revoke, colleague, { reviewId, documentNo: DOCUMENT, reasons: REASONS }, anOrigin())).rejects.toMatchObject({ code: "STATEMENT_PERIOD_RUNS" });
      await expect(execute(db, stateView, stranger, { reviewId, statement: "我方并未重复登记，请予核实。" }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      const mayState = async () => (await read(db, readContract, seller, { contractId })).may.stateView;
      expect(await mayState()).toBe(true);
      await execute(db, stateView, seller, { reviewId, statement: "我方并未重复登记，请予核实。" }, anOrigin());
      expect(await mayState()).toBe(false);
      await expect(execute(db, stateView, seller, { reviewId, statement: "我方并未重复登记，请予核实。" }, anOrigin())).rejects.toMatchObject({ code: "STATEMENT_GIVEN_ALREADY" });
      await expect(execute(db, revoke, administrator, { reviewId, documentNo: DOCUMENT, reasons: REASONS }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      expect(await execute(db, revoke, colleague, { reviewId, documentNo: DOCUMENT, reasons: REASONS }, anOrigin())).toMatchObject({ state: "REVOKED" });
      expect(await contractOf(contractId)).toMatchObject({ state: "REVOKED", registrationNo });
      expect(await publicly(registrationNo)).toMatchObject({ standing: false, state: "REVOKED" });
      expect(await read(db, readCertificate, seller, { contractId })).toMatchObject({ void: { reason: "REVOKED" } });
      // Published to anybody with number and ground, and nothing of what the contract is about (contract-registration §7).
      expect(await db.db.notification.count({ where: { personId: administrator.personId, kind: "registration.ended", link: `/desk/contracts/${contractId}` } })).toBe(1);
      const { items } = await read(db, listRevocations, ANONYMOUS, { text: registrationNo });
      expect(items).toMatchObject([{ registrationNo, ground: "DUPLICATE" }]);
      expect(JSON.stringify(items)).not.toContain((await contractOf(contractId)).projectName);
      expect(ContractRevoked.payload.parse((await db.db.outboxEvent.findFirstOrThrow({ where: { subjectId: contractId, type: "ContractRevoked" } })).payload)).toMatchObject({ registrationNo, reason: "DUPLICATE" });
    });

    it("C3 revocation: without a statement, after its period; a convincing one ends it", async () => {
      const dropped = await noticed();
      await execute(db, dropNotice, colleague, { reviewId: dropped.reviewId, reasons: "当事人已说明，两份合同内容不同。" }, anOrigin());
      expect(await reviewOf(dropped.reviewId)).toMatchObject({ state: "PENDING" });
      const { reviewId, answerDueAt } = await noticed();
      await moveClockTo(db, answerDueAt);
      await expect(execute(db, stateView, seller, { reviewId, statement: "我方并未重复登记，请予核实。" }, anOrigin())).rejects.toMatchObject({ code: "STATEMENT_PERIOD_OVER" });
      expect(await execute(db, revoke, colleague, { reviewId, documentNo: DOCUMENT, reasons: REASONS }, anOrigin())).toMatchObject({ state: "REVOKED" });
    });

    it("C3 revocation: never without a notice", async () => {
      const { reviewId } = await reviewed();
      await expect(execute(db, revoke, colleague, { reviewId, documentNo: DOCUMENT, reasons: REASONS }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    });
  });

  it("C3 review: a due review and a late answer are told to the province", async () => {
    const { reviewId } = await reviewed();
    const { dueAt } = await reviewOf(reviewId);
    expect(await execute(db, remindOfReview, SYSTEM, { reviewId, dueAt }, anOrigin())).toMatchObject({ told: "review.overdue" });
    await execute(db, returnReview, administrator, { reviewId, reasons: "请重新核对合同类别与金额。" }, anOrigin());
    expect(await execute(db, remindOfReview, SYSTEM, { reviewId, dueAt }, anOrigin())).toMatchObject({ told: "review.answer-overdue" });
  });

  it("C3 worklist: what waits stands with whoever has to act on it, and with nobody else", async () => {
    const { reviewId, contractId } = await reviewed();
    const { projectName } = await contractOf(contractId);
    const waits = async () => Promise.all([seller, office.registrar, administrator, colleague, stranger].map((actor) => todosOn(db, actor, projectName)));
    const decide = () => execute(db, reDecide, office.registrar, { contractId, decision: "uphold", explanation: "文本约定研究开发新样机，符合开发合同。" }, anOrigin());
    await execute(db, giveNotice, administrator, { reviewId, ground: "DUPLICATE", facts: FACTS }, anOrigin());
    expect(await waits()).toEqual([["VIEW_STATE"], [], [], [], []]);
    await execute(db, stateView, seller, { reviewId, statement: "我方并未重复登记，请予核实。" }, anOrigin());
    expect(await waits()).toEqual([[], [], [], ["REVOCATION_DECIDE"], []]);
    await execute(db, dropNotice, colleague, { reviewId, reasons: "当事人已说明，两份合同内容不同。" }, anOrigin());
    await execute(db, returnReview, administrator, { reviewId, reasons: "请重新核对合同类别与金额。" }, anOrigin());
    expect(await waits()).toEqual([[], ["REVIEW_ANSWER"], [], [], []]);
    await decide();
    await execute(db, takeAnswer, SYSTEM, { contractId, explanation: "已重新认定，维持原登记。", byId: office.registrar.personId, decision: "uphold" }, anOrigin());
    await execute(db, askReconsideration, seller, { contractId, reason: "样机费用属于技术载体，请复核。" }, anOrigin());
    expect((await waits())[1]).toEqual(["CONTRACT_RE_DECIDE"]);
    await decide();
    expect(await db.db.notification.count({ where: { personId: seller.personId, kind: "contract.upheld" } })).toBeGreaterThan(1);
    await execute(db, requestChange, seller, { contractId, reason: "双方签订补充协议", form: { responsible: "新负责人" } }, anOrigin());
    expect((await waits())[1]).toEqual(["CONTRACT_CHANGE"]);
    // In a colleague's hands it waits for nobody else, until the lease has ended.
    await execute(db, claimFile, office.colleague, { contractId }, anOrigin());
    expect((await waits())[1]).toEqual([]);
    await moveClockTo(db, new Date((await readDomainTime(db.db, "test")).getTime() + 31 * 60_000));
    expect((await waits())[1]).toEqual(["CONTRACT_CHANGE"]);
  });

  describe("change and cancellation", () => {
    const ask = (actor: PersonActor, contractId: string, form: object) => execute(db, requestChange, actor, { contractId, reason: "双方签订补充协议", form }, anOrigin());

    it("C2 change: the old edition stands until the office approves; then amounts are decided anew", async () => {
      const { contractId, registrationNo } = await reviewed();
      await ask(seller, contractId, { turnover: "800000", instalments: [{ amount: "800000" }], deductions: [{ kind: "equipment", amount: "100000" }] });
      expect(await publicly(registrationNo)).toMatchObject({ standing: true, version: 1 });
      const file = await read(db, readFile, office.registrar, { contractId });
      expect(file.change).toMatchObject({ reason: "双方签订补充协议", technicalFen: 70_000_000n, form: { turnoverFen: 80_000_000n } });
      const answers = { ...(await answersAsFiled(db, contractId)), technicalAmount: "700000", note: "按补充协议重新核定" };
      expect(await execute(db, decideChange, office.registrar, { contractId, decision: "approve", answers }, anOrigin())).toMatchObject({ state: "REGISTERED" });
      expect(await contractOf(contractId)).toMatchObject({ turnoverFen: 80_000_000n, technicalFen: 70_000_000n, change: null });
      expect(await read(db, readCertificate, seller, { contractId })).toMatchObject({ record: { edition: 2, turnoverFen: "80000000" } });
    });

    it("C2 change: rejected with a reason, nothing has changed", async () => {
      const { contractId } = await reviewed();
      await expect(ask(seller, contractId, { turnover: "500000" })).rejects.toMatchObject({ code: "NOTHING_CHANGES" });
      await expect(ask(seller, contractId, { turnover: "900000" })).rejects.toMatchObject({ code: "FORM_HAS_PROBLEMS" });
      await expect(ask(await aContractSeller(db), contractId, { projectName: "新名称" })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await ask(seller, contractId, { projectName: "变更后的项目名称" });
      await expect(ask(seller, contractId, { projectName: "再变更" })).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
      await expect(execute(db, decideChange, office.registrar, { contractId, decision: "reject" }, anOrigin())).rejects.toMatchObject({ fields: [{ code: "CHANGE_NEEDS_REASON" }] });
      expect(await execute(db, decideChange, office.registrar, { contractId, decision: "reject", reason: "未附补充协议文本" }, anOrigin())).toMatchObject({ state: "REGISTERED" });
      expect((await contractOf(contractId)).projectName).not.toBe("变更后的项目名称");
    });

    it("C2 cancellation: by the seller or, of its own motion, by the office; counts out, review over", async () => {
      // The province tells the tax and finance bodies (2024 draft Art. 16).
      const tellsTax = async () => Object.fromEntries(await Promise.all((["registration.ended", "registration.ended-relief"] as const).map(async (kind) => [kind, await db.db.notification.count({ where: { personId: administrator.personId, kind } })] as const)));
      const { "registration.ended": ended = 0, "registration.ended-relief": relief = 0 } = await tellsTax();
      const before = { ended, relief };
      const own = await reviewed();
      const facts = "双方协商一致解除合同，已结清。";
      await expect(execute(db, cancelContract, office.registrar, { contractId: own.contractId, ground: "RESCINDED", facts, reliefTaken: false }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      expect(await execute(db, cancelContract, seller, { contractId: own.contractId, ground: "RESCINDED", facts, reliefTaken: false }, anOrigin())).toMatchObject({ state: "CANCELLED" });
      expect(ContractCancelled.payload.parse((await db.db.outboxEvent.findFirstOrThrow({ where: { subjectId: own.contractId, type: "ContractCancelled" } })).payload)).toMatchObject({ reason: "RESCINDED" });
      expect(await publicly(own.registrationNo)).toMatchObject({ standing: false });
      expect(await tellsTax()).toEqual({ "registration.ended": before.ended + 1, "registration.ended-relief": before.relief });
      const relieved = await reviewed({ taxClaims: ["VAT"] });
      await execute(db, cancelContract, seller, { contractId: relieved.contractId, ground: "RESCINDED", facts, reliefTaken: true }, anOrigin());
      expect(await tellsTax()).toEqual({ "registration.ended": before.ended + 1, "registration.ended-relief": before.relief + 1 });
      await expect(execute(db, confirmReview, administrator, { reviewId: own.reviewId }, anOrigin())).rejects.toMatchObject({ code: "REGISTRATION_DOES_NOT_STAND" });
      await expect(execute(db, cancelContract, seller, { contractId: own.contractId, ground: "RESCINDED", facts, reliefTaken: false }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
      const other = await reviewed();
      expect(await execute(db, cancelOfOwnMotion, office.registrar, { contractId: other.contractId, ground: "VOID", facts: "生效判决确认合同无效。" }, anOrigin())).toMatchObject({ state: "CANCELLED" });
    });
  });
});
