import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../../testing/clock.ts";
import { aContractSeller, anOffice, aProvinceAdministrator, aRegisteredContract, aSubmittedContract, type Office } from "../../../testing/contracts.ts";
import { testDatabase, type TestDatabase } from "../../../testing/database.ts";
import { anOrigin } from "../../../testing/origin.ts";
import { aPerson } from "../../../testing/people.ts";
import { todosOn } from "../../../testing/worklist.ts";
import { listOwnRecords } from "../../credit/index.ts";
import { readFile } from "../../recognition/index.ts";
import { SYSTEM, type PersonActor } from "../../shared/actor.ts";
import { addDays, dayOf, startOfDay, type Day } from "../../shared/clock.ts";
import { readDomainTime } from "../../shared/domain-clock.ts";
import { execute, read } from "../../shared/execute.ts";
import { dayOfColumn } from "../../shared/input.ts";
import { askRepair, decideRepair, drawInspection, giveNotice, openReview, readConsequences, readInspection, recordConsequence, reportRelief, revoke, stateView, withdrawRecord } from "../index.ts";
import type { RevocationGround } from "../revocation.rules.ts";

const FACTS = "经核查，所称研究开发并未进行，合同系为取得登记证明而编造。";
const REASONS = "事实清楚，证据充分，予以撤销登记。";
const DOCUMENT = "浙科撤字〔2025〕12号";

describe("C3 revocation: what follows from it", () => {
  let db: TestDatabase;
  let office: Office;
  let administrator: PersonActor;
  let director: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    office = await anOffice(db);
    administrator = await aProvinceAdministrator(db, "33");
    director = await aPerson(db, administrator.organisation!, ["ADMINISTRATOR"]);
  });
  afterAll(() => db.drop());

  const today = async (): Promise<Day> => dayOf(await readDomainTime(db.db, "test"));
  const consequences = (actor: PersonActor, contractId: string) => read(db, readConsequences, actor, { contractId });
  const open = async (contractId: string) => (await consequences(administrator, contractId)).duties.filter(({ done }) => !done).map(({ kind }) => kind);
  const write = async (contractId: string, kind: string, more: object = {}, actor = administrator) => execute(db, recordConsequence, actor, { contractId, kind, documentNo: "浙科函〔2025〕3号", on: await today(), ...more }, anOrigin());

  async function revoked(ground: RevocationGround = "FALSE_OR_FRAUD") {
    const seller = await aContractSeller(db);
    const { reviewId, contractId } = await aRegisteredContract(db, office, { seller });
    await execute(db, giveNotice, administrator, { reviewId, ground, facts: FACTS }, anOrigin());
    await execute(db, stateView, seller, { reviewId, statement: "我方没有补充意见，请依法处理。" }, anOrigin());
    await execute(db, revoke, director, { reviewId, documentNo: DOCUMENT, reasons: REASONS }, anOrigin());
    return { seller, contractId };
  }

  it("C3 worklist: what follows stands with whoever has to do it", async () => {
    const { seller, contractId } = await revoked();
    const { projectName } = await db.db.contract.findUniqueOrThrow({ where: { id: contractId } });
    const waits = () => Promise.all([seller, administrator, office.registrar].map((actor) => todosOn(db, actor, projectName)));
    expect(await waits()).toEqual([["RELIEF_REPORT"], ["CONSEQUENCE_RECORD"], []]);
    await execute(db, reportRelief, seller, { contractId, amount: "0" }, anOrigin());
    await write(contractId, "BODIES_TOLD");
    expect(await waits()).toEqual([[], [], []]);
  });

  it.each([
    ["FALSE_OR_FRAUD", "D01", "SERIOUS", 365],
    ["DUPLICATE", "D02", "ORDINARY", 80],
    ["VOID_NOT_CANCELLED", "D03", "ORDINARY", 80],
  ] as const)("C3 revocation: on %s the party stands on record (%s, %s) by the decision and its number", async (ground, conduct, recordClass, atLeast) => {
    const { seller, contractId } = await revoked(ground);
    const { record, documentNo } = await consequences(seller, contractId);
    expect(documentNo).toBe(DOCUMENT);
    expect(record).toMatchObject({ conduct, recordClass, documentNo: DOCUMENT, facts: FACTS, state: "SHOWN", decidedOn: await today() });
    expect(record!.repairFrom >= addDays(await today(), atLeast)).toBe(true);
    expect((await read(db, listOwnRecords, seller, {})).items).toMatchObject([{ contractId, conduct }]);
  });

  it.each(["AFTER_TERM", "JUDGMENT"] as const)("C3 revocation: %s blames nobody and puts nothing on record", async (ground) => {
    const { seller, contractId } = await revoked(ground);
    expect((await consequences(seller, contractId)).record).toBeNull();
    expect((await read(db, listOwnRecords, seller, {})).items).toEqual([]);
  });

  it("C3 revocation: bodies told, relief reported, demanded and paid back, the fine within the regulation; each once, by whoever it belongs to", async () => {
    const { seller, contractId } = await revoked();
    expect(await open(contractId)).toEqual(["TELL_BODIES", "REPORT_RELIEF"]);
    await write(contractId, "BODIES_TOLD");
    await execute(db, reportRelief, seller, { contractId, amount: "40800", words: "增值税免税" }, anOrigin());
    await expect(execute(db, reportRelief, seller, { contractId, amount: "0" }, anOrigin())).rejects.toMatchObject({ code: "RELIEF_REPORTED_ALREADY" });
    await expect(write(contractId, "RELIEF_RECOVERED", { amount: "40801" })).rejects.toMatchObject({ fields: [{ path: "amount", code: "MORE_THAN_OWED", details: { open: "40800.00" } }] });
    await write(contractId, "RELIEF_DEMANDED", { amount: "52000" });
    await write(contractId, "RELIEF_RECOVERED", { amount: "50000" });
    expect((await consequences(seller, contractId)).duties).toContainEqual({ kind: "REPAY_RELIEF", by: "PARTY", done: false, openFen: 200_000n });
    await write(contractId, "RELIEF_RECOVERED", { amount: "2000" });
    await expect(write(contractId, "FINED", { amount: "20000" })).rejects.toMatchObject({ fields: [{ path: "amount", code: "FINE_OUT_OF_RANGE", details: { min: "5000.00", max: "10000.00" } }] });
    await write(contractId, "FINED", { amount: "6000" });
    expect(await open(contractId)).toEqual(["PAY_FINE"]);
    await write(contractId, "FINE_PAID", { amount: "6000" });
    expect(await open(contractId)).toEqual([]);
    expect((await consequences(office.registrar, contractId)).steps).toHaveLength(7);
  });

  it("C3 revocation: what is written down needs its amount and a day between the decision and today", async () => {
    const { contractId } = await revoked();
    await expect(write(contractId, "RELIEF_DEMANDED")).rejects.toMatchObject({ fields: [{ path: "amount", code: "AMOUNT_NEEDED" }] });
    await expect(write(contractId, "BODIES_TOLD", { on: addDays(await today(), 1) })).rejects.toMatchObject({ fields: [{ code: "DAY_NOT_COME" }] });
    await expect(write(contractId, "BODIES_TOLD", { on: addDays(await today(), -1) })).rejects.toMatchObject({ fields: [{ code: "BEFORE_REVOCATION" }] });
  });

  it("C3 revocation: not by another province, a city, the office or the party; not read by strangers; nothing follows from what stands", async () => {
    const { seller, contractId } = await revoked();
    const stranger = await aProvinceAdministrator(db, "42");
    const city = { ...administrator, organisation: { ...administrator.organisation!, jurisdiction: "3301" } };
    for (const actor of [stranger, city, office.registrar, seller]) await expect(write(contractId, "BODIES_TOLD", {}, actor)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    for (const actor of [stranger, await aContractSeller(db), (await anOffice(db, { divisionCode: "420100" })).registrar]) await expect(consequences(actor, contractId)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(execute(db, reportRelief, await aContractSeller(db), { contractId, amount: "0" }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const standing = await aRegisteredContract(db, office);
    await expect(write(standing.contractId, "BODIES_TOLD")).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
  });

  it("C3 revocation: two payments at once are not more than what is owed", async () => {
    const { seller, contractId } = await revoked();
    await execute(db, reportRelief, seller, { contractId, amount: "1000" }, anOrigin());
    const outcomes = await Promise.allSettled([1, 2].map(() => write(contractId, "RELIEF_RECOVERED", { amount: "600" })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("C3 revocation: measures against the office, as its province's regulation has them; off its function only once it acts no more", async () => {
    const { contractId } = await revoked();
    await write(contractId, "OFFICE_WARNED", { words: "未核对合同原件" });
    expect(await db.db.notification.count({ where: { personId: office.registrar.personId, kind: "consequence.recorded" } })).toBe(1);
    await expect(write(contractId, "OFFICE_FINED", { amount: "30000" })).rejects.toMatchObject({ fields: [{ path: "amount", code: "FINE_OUT_OF_RANGE", details: { min: "5000.00", max: "20000.00" } }] });
    await expect(write(contractId, "OFFICE_CLOSED")).rejects.toMatchObject({ code: "OFFICE_STILL_ACTS" });
  });

  it("C3 credit: at the next filing the registrar sees the record; filing is not barred; the province checks every contract of a party with a serious one", async () => {
    const { seller } = await revoked();
    const { contractId } = await aSubmittedContract(db, { seller });
    expect((await read(db, readFile, office.registrar, { contractId })).records).toMatchObject([{ conduct: "D01", recordClass: "SERIOUS", documentNo: DOCUMENT }]);
    const again = await aRegisteredContract(db, office, { seller });
    expect(await execute(db, openReview, SYSTEM, { contractId: again.contractId }, anOrigin())).toMatchObject({ grounds: ["RECORD"] });
    const { inspectionId } = await execute(db, drawInspection, administrator, { officeId: office.organisation.id, from: await today(), to: await today(), shareBp: 1, minimum: 1, maximum: 1 }, anOrigin());
    const inspection = await read(db, readInspection, administrator, { inspectionId });
    expect(inspection.items.find((item) => item.contractId === again.contractId)).toMatchObject({ mandatory: true });
    expect(inspection.reproduces).toBe(true);
  });

  it("C3 credit: a record is withdrawn when its decision was set aside; the database lets nobody rewrite it", async () => {
    const { seller, contractId } = await revoked();
    await expect(execute(db, withdrawRecord, await aProvinceAdministrator(db, "42"), { contractId, documentNo: "浙行终〔2025〕9号", reasons: "撤销决定已被判决撤销。" }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await execute(db, withdrawRecord, administrator, { contractId, documentNo: "浙行终〔2025〕9号", reasons: "撤销决定已被判决撤销。" }, anOrigin());
    expect((await consequences(seller, contractId)).record).toMatchObject({ state: "WITHDRAWN" });
    await expect(db.db.sectorRecord.updateMany({ where: { contractId }, data: { facts: "没有此事" } })).rejects.toThrow(/stays as it was decided/);
    await expect(db.db.revocationConsequence.deleteMany({})).rejects.toThrow();
  });

  it("C3 credit: repair after the shortest period and with every duty done; refused it may be asked for again; then it is used no more", async () => {
    const { seller, contractId } = await revoked("DUPLICATE");
    const ask = () => execute(db, askRepair, seller, { contractId, promised: true, words: "已完成整改，建立了合同台账，不再重复申请登记。" }, anOrigin());
    const decide = (decision: "repair" | "refuse", actor = administrator) => execute(db, decideRepair, actor, { contractId, decision, documentNo: "浙科修〔2025〕2号", reasons: "经核实作出决定。" }, anOrigin());
    await expect(ask()).rejects.toMatchObject({ code: "REPAIR_TOO_EARLY" });
    const { repairFrom } = await db.db.sectorRecord.findUniqueOrThrow({ where: { contractId } });
    await moveClockTo(db, startOfDay(dayOfColumn(repairFrom)));
    await expect(ask()).rejects.toMatchObject({ code: "REPAIR_DUTIES_OPEN" });
    await write(contractId, "BODIES_TOLD");
    await execute(db, reportRelief, seller, { contractId, amount: "0" }, anOrigin());
    expect((await consequences(seller, contractId)).may.askRepair).toBe(true);
    await expect(decide("repair")).rejects.toMatchObject({ code: "REPAIR_NOT_ASKED" });
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: "REPAIR_ASKED_ALREADY" });
    await expect(decide("repair", await aProvinceAdministrator(db, "42"))).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await decide("refuse");
    expect((await consequences(seller, contractId)).record).toMatchObject({ state: "SHOWN", repairAnswer: "经核实作出决定。", repairDueAt: null });
    await ask();
    expect((await todosOn(db, administrator, (await db.db.contract.findUniqueOrThrow({ where: { id: contractId } })).projectName))).toEqual(["REPAIR_DECIDE"]);
    await decide("repair");
    expect((await consequences(seller, contractId)).record).toMatchObject({ state: "REPAIRED" });
    const next = await aSubmittedContract(db, { seller });
    expect((await read(db, readFile, office.registrar, { contractId: next.contractId })).records).toEqual([]);
  });
});
