import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aContractSeller, aFullForm, anOffice, aRegisteredContract, type Office } from "../../testing/contracts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { SYSTEM, type Actor, type PersonActor } from "../shared/actor.ts";
import { addDays, dayOf, startOfDay, type Day } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import type { UseCase } from "../shared/use-case.ts";
import { wan } from "../shared/money.ts";
import { requestChange } from "../recognition/index.ts";
import {
  acceptWork, answerBreach, claimBreach, closeBreach, completePerformance, confirmRoyalty, correctReceipt, correctRoyalty, deliverWork, listPerformances, openPerformance, planMilestones, questionRoyalty,
  reachMilestone, readPerformance, recordAcceptance, recordReceipt, rejectWork, reportRoyalty, terminatePerformance, watchPerformance,
} from "./index.ts";

describe("C5 performance", () => {
  let db: TestDatabase;
  let office: Office;
  let seller: PersonActor;
  let today: Day;

  beforeAll(async () => {
    db = await testDatabase();
    office = await anOffice(db);
    seller = await aContractSeller(db);
    today = dayOf(await readDomainTime(db.db, "test"));
  });
  afterAll(() => db.drop());

  /** A registered contract between two organisations of the platform, its performance open. */
  async function aPerformedContract(form: Record<string, unknown> = {}) {
    const plain = await aFullForm(db, seller);
    const { contractId } = await aRegisteredContract(db, office, { seller, form: { ...plain, ...form } });
    const { organisationId } = await db.db.contractParty.findFirstOrThrow({ where: { contractId, side: "BUYER" } });
    const organisation = await db.db.organisation.findUniqueOrThrow({ where: { id: organisationId! } });
    const buyer = await aPerson(db, organisation, ["BUYER"]);
    await execute(db, openPerformance, SYSTEM, { contractId }, anOrigin());
    return { contractId, buyer };
  }
  const act = <Input, Output>(useCase: UseCase<Input, Output>, actor: Actor, input: unknown) => execute(db, useCase, actor, input, anOrigin());
  const ROYALTY = { contractType: "31", licenceMode: "ordinary", licenceRegion: "中国境内", sublicence: false, ipKinds: ["21"], payment: "4", royaltyBase: "sales", royaltyRateMode: "fixed", turnover: "1000000", instalments: [{ amount: "1000000", note: "入门费" }] };
  const royaltyForm = async () => {
    const { attachments } = await aFullForm(db, seller);
    const [first] = attachments;
    return {
      ...ROYALTY,
      validTo: addDays(today, 700),
      patents: [{ number: "202310000001.X", title: "一种薄膜", owner: "本校", filedOn: "2023-01-03", grantedOn: "2024-06-01", expiresOn: addDays(today, 4000) }],
      attachments: ["A01", "A04", "A05"].map((code) => ({ code, documentId: first!.documentId })),
    };
  };

  it("C5 performance: opened once for a registration, and its days are watched", async () => {
    const { contractId } = await aPerformedContract({ instalments: [{ amount: "200000", dueOn: addDays(today, 30) }, { amount: "300000", dueOn: addDays(today, 60) }], payment: "2" });
    expect(await act(openPerformance, SYSTEM, { contractId })).toMatchObject({ opened: false });
    const due = await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: "performance.watch", subjectId: contractId } } });
    expect(dayOf(due.dueAt)).toBe(addDays(today, 23));
  });

  it("C5 performance: receipts make the technical income; a wrong one is taken back, once", async () => {
    const { contractId, buyer } = await aPerformedContract({ deductions: [{ kind: "equipment", amount: "155000" }] });
    const { no } = await act(recordReceipt, seller, { contractId, instalmentNo: 1, receivedOn: today, amount: "150000" });
    const { income, instalments } = await read(db, readPerformance, buyer, { contractId });
    expect(income).toMatchObject({ receivedFen: wan(15), technicalIncomeFen: 10_350_000n, unregisteredFen: 0n }); // 15 × 34.5 / 50
    expect(instalments[0]).toMatchObject({ receivedFen: wan(15), openFen: wan(35), overdue: false });
    const twice = await Promise.allSettled([1, 2].map(() => act(correctReceipt, seller, { contractId, no, reason: "登记错误" })));
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const after = await read(db, readPerformance, seller, { contractId });
    expect(after.income.receivedFen).toBe(0n);
    expect(after.receipts.map(({ correctsNo, corrected }) => [correctsNo, corrected])).toEqual([[null, true], [no, false]]);
    await expect(act(correctReceipt, seller, { contractId, no: 2, reason: "再冲销" })).rejects.toMatchObject({ code: "RECEIPT_IS_A_CORRECTION" });
    await expect(db.db.performanceReceipt.deleteMany({ where: { contractId } })).rejects.toThrow();
  });

  it.each([
    [{ receivedOn: "2999-01-01", amount: "1" }, "RECEIVED_IN_THE_FUTURE"],
    [{ receivedOn: "2026-01-01", amount: "1", technicalAmount: "2" }, "TECHNICAL_ABOVE_RECEIVED"],
    [{ receivedOn: "2026-01-01", amount: "1", instalmentNo: 9 }, "INSTALMENT_UNKNOWN"],
    [{ receivedOn: "2026-01-01", amount: "1", royaltyNo: 1 }, "ROYALTY_UNKNOWN"],
  ])("C5 performance: the receipt %j is refused as %s", async (input, code) => {
    const { contractId } = await aPerformedContract();
    await expect(act(recordReceipt, seller, { contractId, ...input })).rejects.toMatchObject({ fields: [{ code }] });
  });

  it("C5 performance: delivered, rejected, delivered again, accepted, paid, completed; each step is kept", async () => {
    const { contractId, buyer } = await aPerformedContract();
    await expect(act(acceptWork, buyer, { contractId })).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    await act(deliverWork, seller, { contractId, note: "样机与报告" });
    await expect(act(recordAcceptance, seller, { contractId, note: "买方验收单" })).rejects.toMatchObject({ code: "BUYER_IS_HERE" });
    await act(rejectWork, buyer, { contractId, note: "指标未达到" });
    await act(deliverWork, seller, { contractId });
    await act(acceptWork, buyer, { contractId });
    await expect(act(completePerformance, seller, { contractId })).rejects.toMatchObject({ code: "MONEY_OUTSTANDING", details: { open: "500000.00" } });
    await act(recordReceipt, seller, { contractId, instalmentNo: 1, receivedOn: today, amount: "500000" });
    const { no } = await act(claimBreach, buyer, { contractId, kind: "DEFECT", facts: "交付的样机运行一周后出现故障。" });
    await expect(act(completePerformance, seller, { contractId })).rejects.toMatchObject({ code: "BREACH_OPEN" });
    await act(closeBreach, buyer, { contractId, no, outcome: "cure", note: "已修复" });
    expect(await act(completePerformance, seller, { contractId })).toMatchObject({ state: "COMPLETED" });
    const { steps, may } = await read(db, readPerformance, seller, { contractId });
    expect(steps.map(({ event }) => event)).toEqual(["deliver", "reject", "deliver", "accept", "complete"]);
    expect(may).toMatchObject({ deliver: false, complete: false, terminate: false });
  });

  it("C5 performance: a claim of breach is answered by the other side and closed by who made it", async () => {
    const { contractId, buyer } = await aPerformedContract();
    const { no } = await act(claimBreach, seller, { contractId, kind: "LATE_PAYMENT", facts: "第一期款项逾期二十日未付。" });
    await expect(act(answerBreach, seller, { contractId, no, answer: "自己答复自己" })).rejects.toMatchObject({ code: "NOT_THE_OTHER_SIDE" });
    await expect(act(closeBreach, buyer, { contractId, no, outcome: "withdraw", note: "不该由我" })).rejects.toMatchObject({ code: "NOT_THE_CLAIMANT" });
    expect(await act(answerBreach, buyer, { contractId, no, answer: "正在办理付款。" })).toMatchObject({ state: "ANSWERED" });
    expect(await act(closeBreach, seller, { contractId, no, outcome: "dispute", note: "已提起诉讼" })).toMatchObject({ state: "DISPUTED" });
    await expect(act(closeBreach, seller, { contractId, no, outcome: "cure", note: "已付款" })).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
  });

  it("C5 performance: a royalty is reported, questioned, corrected, confirmed, and added by a change of the registration", async () => {
    const { contractId, buyer } = await aPerformedContract(await royaltyForm());
    const period = { periodFrom: addDays(today, -120), periodTo: addDays(today, -30) };
    expect(await act(reportRoyalty, buyer, { contractId, ...period, base: "3000000", rateBp: 300 })).toMatchObject({ no: 1, amountFen: wan(9) });
    await expect(act(reportRoyalty, buyer, { contractId, periodFrom: addDays(today, -40), periodTo: today, base: "1", rateBp: 300 })).rejects.toMatchObject({ fields: [{ code: "ROYALTY_PERIOD_TWICE" }] });
    await act(questionRoyalty, seller, { contractId, no: 1, question: "请提供销售台账。" });
    await act(correctRoyalty, buyer, { contractId, no: 1, base: "4000000", rateBp: 300 });
    await act(confirmRoyalty, seller, { contractId, no: 1 });
    await act(recordReceipt, seller, { contractId, royaltyNo: 1, receivedOn: today, amount: "120000" });
    await act(recordReceipt, seller, { contractId, instalmentNo: 1, receivedOn: today, amount: "1000000" });
    const before = await read(db, readPerformance, seller, { contractId });
    // What is not registered yet is no base for a claim.
    expect(before.income).toMatchObject({ receivedFen: wan(112), unregisteredFen: wan(12), technicalIncomeFen: wan(100) });
    expect(before.royaltyChange).toMatchObject({ turnover: "1120000.00" });
    expect(before.may.requestChange).toBe(true);
    const differences = await db.db.statisticsDifference.count();
    expect(await act(requestChange, seller, { contractId, reason: "增加2026年上半年提成", form: before.royaltyChange })).toMatchObject({ state: "CHANGE_PENDING" });
    expect(await db.db.statisticsDifference.count()).toBe(differences);
  });

  it("C5 performance: a contract without royalties takes no royalty report", async () => {
    const { contractId, buyer } = await aPerformedContract();
    await expect(act(reportRoyalty, buyer, { contractId, periodFrom: addDays(today, -60), periodTo: addDays(today, -30), base: "1", rateBp: 1 })).rejects.toMatchObject({ code: "NOT_A_ROYALTY_CONTRACT" });
  });

  it("C5 performance: milestones are planned, reached and reminded of on their days", async () => {
    const { contractId, buyer } = await aPerformedContract({ validTo: addDays(today, 600) });
    await act(planMilestones, seller, { contractId, milestones: [{ title: "中期评审", dueOn: addDays(today, 20) }, { title: "小试", dueOn: addDays(today, 10) }] });
    const watch = (on: Day) => act(watchPerformance, SYSTEM, { contractId, dueAt: startOfDay(on) });
    expect(await watch(addDays(today, 3))).toMatchObject({ reminders: 1 });
    await act(reachMilestone, seller, { contractId, no: 1, doneOn: today });
    await expect(act(reachMilestone, seller, { contractId, no: 1, doneOn: today })).rejects.toMatchObject({ code: "MILESTONE_UNKNOWN" });
    expect(await watch(addDays(today, 11))).toMatchObject({ reminders: 0 });
    expect(await watch(addDays(today, 21))).toMatchObject({ reminders: 1 });
    const told = await db.db.notification.findMany({ where: { personId: { in: [seller.personId, buyer.personId] }, link: `/desk/performance/${contractId}` } });
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["performance.milestone-due", "performance.milestone-reached", "performance.milestone-late"]));
    await act(planMilestones, seller, { contractId, milestones: [] });
    expect((await read(db, readPerformance, seller, { contractId })).milestones.map(({ title }) => title)).toEqual(["小试"]);
  });

  it("C5 performance: ended, the registration and the statistics stand until it is cancelled; nothing is watched any more", async () => {
    const { contractId, buyer } = await aPerformedContract({ instalments: [{ amount: "500000", dueOn: addDays(today, 30) }] });
    const differences = await db.db.statisticsDifference.count();
    expect(await act(terminatePerformance, buyer, { contractId, note: "双方协商解除" })).toMatchObject({ state: "TERMINATED" });
    expect(await db.db.statisticsDifference.count()).toBe(differences);
    expect((await db.db.contract.findUniqueOrThrow({ where: { id: contractId } })).state).toBe("REGISTERED");
    expect((await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: "performance.watch", subjectId: contractId } } })).doneAt).not.toBeNull();
    const told = await db.db.notification.findMany({ where: { personId: seller.personId, link: `/desk/performance/${contractId}` } });
    expect(told.map(({ kind }) => kind)).toContain("performance.cancel-registration");
  });

  it("C5 performance: a buyer that is not on the platform is stood for by the applicant, with its written acceptance", async () => {
    const plain = await aFullForm(db, seller);
    const away = { ...plain.buyers[0]!, name: "平台外的张某", creditCode: null, nature: "600" };
    const { contractId } = await aRegisteredContract(db, office, { seller, form: { ...plain, buyers: [away] } });
    await act(openPerformance, SYSTEM, { contractId });
    await act(deliverWork, seller, { contractId });
    await expect(act(acceptWork, seller, { contractId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await act(recordAcceptance, seller, { contractId, note: "买方签字的验收证明，编号12" })).toMatchObject({ state: "ACCEPTED" });
  });

  it("C5 performance: strangers, readers and other offices can neither read nor act; the list is each side's own", async () => {
    const { contractId, buyer } = await aPerformedContract();
    const stranger = await aContractSeller(db);
    const otherOffice = await anOffice(db, { divisionCode: "420100" });
    for (const actor of [stranger, otherOffice.registrar]) await expect(read(db, readPerformance, actor, { contractId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(act(deliverWork, stranger, { contractId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(act(deliverWork, buyer, { contractId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(act(recordReceipt, buyer, { contractId, receivedOn: today, amount: "1" })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const manager = await aPerson(db, await anOrganisation(db), ["TECHNOLOGY_MANAGER"]);
    await expect(act(claimBreach, manager, { contractId, kind: "OTHER", facts: "与本合同无关的人。" })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect((await read(db, listPerformances, buyer, { side: "buyer" })).items.map((one) => one.contractId)).toEqual([contractId]);
    expect((await read(db, listPerformances, buyer, { side: "seller" })).items).toEqual([]);
    await read(db, readPerformance, office.registrar, { contractId });
  });
});
