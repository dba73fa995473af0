import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aContractSeller, aDraftContract, anAcceptedContract, anOffice, answersAsFiled, aProvinceAdministrator, aRegisteredContract, expertsHeard, type Office } from "../../testing/contracts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import type { PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { askReconsideration, listRegistrations, readOfficeScope, recordObjection, reDecide, registerContract, secondRegister, setOfficeScope, submitContract } from "./index.ts";

const REASON = "技术交易额核定有误，样机费用属于技术载体。";

describe("C2 objection, delegation and the list of registrations", () => {
  let db: TestDatabase;
  let office: Office;
  let administrator: PersonActor;
  let seller: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    office = await anOffice(db);
    administrator = await aProvinceAdministrator(db);
    seller = await aContractSeller(db);
  });
  afterAll(() => db.drop());

  it("C2 reconsideration: the applicant asks once, the office decides again, the registration stands meanwhile", async () => {
    const { contractId, registrationNo } = await aRegisteredContract(db, office, { seller });
    const ask = (actor: PersonActor) => execute(db, askReconsideration, actor, { contractId, reason: REASON }, anOrigin());
    await expect(ask(await aContractSeller(db))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(ask(office.registrar)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await ask(seller)).toMatchObject({ state: "RE_REVIEW" });
    await expect(ask(seller)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    expect((await db.db.recognitionDecision.findFirstOrThrow({ where: { contractId, event: "reopen" } })).grounds).toMatchObject({ by: "APPLICANT", reasons: REASON });
    await execute(db, reDecide, office.registrar, { contractId, decision: "amend", explanation: REASON, answers: { ...(await answersAsFiled(db, contractId)), technicalAmount: "450000", note: REASON } }, anOrigin());
    expect(await db.db.contract.findUniqueOrThrow({ where: { id: contractId } })).toMatchObject({ state: "REGISTERED", registrationNo, technicalFen: 45_000_000n });
  });

  it("C2 objection: of a tax body, taken down by the office's own province", async () => {
    const { contractId } = await aRegisteredContract(db, office, { seller });
    const object = (actor: PersonActor) => execute(db, recordObjection, actor, { contractId, body: "TAX", reason: REASON }, anOrigin());
    await expect(object(await aProvinceAdministrator(db, "42"))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(object(seller)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await object(administrator)).toMatchObject({ state: "RE_REVIEW" });
    await execute(db, reDecide, office.registrar, { contractId, decision: "uphold", explanation: REASON }, anOrigin());
    expect(await db.db.notification.count({ where: { personId: administrator.personId, kind: "registration.objection-decided" } })).toBe(1);
  });

  it("C3 delegation: what an office may not decide goes to the office above it, from the day on", async () => {
    const county = await anOffice(db, { divisionCode: "330108", jurisdiction: "330108" });
    const inCounty = await aContractSeller(db, "330108");
    const file = async (turnover: string) => {
      const { contractId } = await aDraftContract(db, { seller: inCounty, turnover });
      return (await execute(db, submitContract, inCounty, { contractId, truthDeclared: true }, anOrigin())).officeId;
    };
    const delegate = (actor: PersonActor, change: object = {}) => execute(db, setOfficeScope, actor, { officeId: county.organisation.id, types: ["1", "5"], upTo: "5000000", reason: "县级承接五百万元以下开发、服务合同", ...change }, anOrigin());
    expect(await file("6000000")).toBe(county.organisation.id);
    await expect(delegate(await aProvinceAdministrator(db, "42"))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(delegate(county.registrar)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(delegate(administrator, { effectiveFrom: "2020-01-01T00:00:00Z" })).rejects.toMatchObject({ fields: [{ code: "SCOPE_NOT_BACKWARDS" }] });
    expect(await delegate(administrator)).toMatchObject({ version: 1 });
    expect(await file("4000000")).toBe(county.organisation.id);
    expect(await file("6000000")).toBe(office.organisation.id);
    expect(await delegate(administrator, { types: ["5"], upTo: null })).toMatchObject({ version: 2 });
    expect(await file("4000000")).toBe(office.organisation.id);
    expect((await read(db, readOfficeScope, administrator, { officeId: county.organisation.id })).versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  it("C2 list of registrations: of one's own office or area, large ones apart, secrets withheld", async () => {
    const own = await anOffice(db, { divisionCode: "330200" });
    const there = await aContractSeller(db, "330203");
    await aRegisteredContract(db, own, { seller: there });
    await aRegisteredContract(db, own, { seller: there, form: { secret: "commercial" } });
    const large = await anAcceptedContract(db, own, { seller: there, turnover: "5000000" });
    const answers = await answersAsFiled(db, large.contractId);
    await execute(db, registerContract, own.registrar, { contractId: large.contractId, answers }, anOrigin());
    await expertsHeard(db, own, large.contractId);
    const { registrationNo } = await execute(db, secondRegister, own.reviewer, { contractId: large.contractId, answers }, anOrigin());
    const list = async (actor: PersonActor, band: string) => (await read(db, listRegistrations, actor, { band })).items;
    expect((await list(own.registrar, "OTHER")).map(({ secret, projectName, sellers }) => [secret, projectName === "", sellers.length])).toEqual([[true, true, 0], [false, false, 1]]);
    expect((await list(own.registrar, "LARGE")).map((row) => row.registrationNo)).toEqual([registrationNo]);
    expect((await list(administrator, "OTHER")).length).toBeGreaterThan(2);
    expect(await list(await aProvinceAdministrator(db, "42"), "OTHER")).toEqual([]);
    await expect(list(seller, "OTHER")).rejects.toMatchObject({ kind: "forbidden" });
  });
});
