import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDocument, aContractSeller, aDraftContract, aFullForm, anOffice, aRegisteredContract, aSubmittedContract, type Office } from "../../testing/contracts.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import type { PersonActor } from "../shared/actor.ts";
import { draftContract, readContract } from "../contract/index.ts";
import { execute, read } from "../shared/execute.ts";
import { submitContract, withdrawContract } from "./index.ts";

describe("C1 filing: a form reaches the competent office", () => {
  let db: TestDatabase;
  let office: Office;
  let seller: PersonActor;
  const submit = (actor: PersonActor, contractId: string, input: object = {}) => execute(db, submitContract, actor, { contractId, truthDeclared: true, ...input }, anOrigin());

  beforeAll(async () => {
    db = await testDatabase();
    office = await anOffice(db);
    seller = await aContractSeller(db);
  });
  afterAll(() => db.drop());

  it("C1 filing: goes to the most specific office of the applicant's place, with its decision, event and message", async () => {
    const county = await anOffice(db, { divisionCode: "330108", jurisdiction: "330108" });
    const inCounty = await aContractSeller(db, "330108");
    const { contractId } = await aDraftContract(db, { seller: inCounty });
    const filed = await submit(inCounty, contractId);
    expect(filed).toMatchObject({ state: "SUBMITTED", officeId: county.organisation.id, version: 1 });
    expect(await db.db.recognitionDecision.findMany({ where: { contractId } })).toMatchObject([{ no: 1, event: "submit", fromState: "DRAFT", toState: "SUBMITTED", byId: inCounty.personId }]);
    expect(await db.db.outboxEvent.count({ where: { subjectId: contractId, type: "ContractSubmitted" } })).toBe(1);
    expect(await db.db.notification.count({ where: { personId: county.registrar.personId, kind: "contract.submitted" } })).toBe(1);
    const elsewhere = await aSubmittedContract(db, { seller });
    expect((await db.db.contract.findUniqueOrThrow({ where: { id: elsewhere.contractId } })).officeId).toBe(office.organisation.id);
  });

  it("C1 filing: an incomplete form is refused with every problem at once", async () => {
    const { contractId } = await execute(db, draftContract, seller, { projectName: "未完成" }, anOrigin());
    const refusal = await submit(seller, contractId).catch((error: unknown) => error as { code: string; fields: { path: string }[] });
    expect(refusal).toMatchObject({ code: "FORM_HAS_PROBLEMS", kind: "invalid" });
    expect((refusal as { fields: { path: string }[] }).fields.map(({ path }) => path)).toEqual(expect.arrayContaining(["contractType", "buyers", "turnover", "attachments.A01"]));
    expect((await db.db.contract.findUniqueOrThrow({ where: { id: contractId } })).state).toBe("DRAFT");
  });

  it("C1 filing: whoever files answers for the truth of it", async () => {
    const { contractId } = await aDraftContract(db, { seller });
    await expect(submit(seller, contractId, { truthDeclared: false })).rejects.toMatchObject({ code: "INPUT_INVALID", fields: [{ path: "truthDeclared" }] });
  });

  it("C1 filing: not by a stranger, not by an unverified organisation, not by one who is no party", async () => {
    const { contractId } = await aDraftContract(db, { seller });
    await expect(submit(await aContractSeller(db), contractId)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(submit({ ...seller, roles: ["BUYER", "REGISTRAR"], organisation: { ...seller.organisation!, id: office.organisation.id } }, contractId)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(submit({ ...seller, organisation: { ...seller.organisation!, state: "PENDING" } }, contractId)).rejects.toMatchObject({ code: "ORGANISATION_NOT_VERIFIED" });
    const other = await aContractSeller(db);
    const form = await aFullForm(db, other);
    const foreign = await execute(db, draftContract, seller, { ...form, attachments: (await aFullForm(db, seller)).attachments }, anOrigin());
    await expect(submit(seller, foreign.contractId)).rejects.toMatchObject({ code: "WRONG_APPLICANT" });
  });

  it("C1 filing: an import is filed by its domestic buyer", async () => {
    const importer = await aPerson(db, await anOrganisation(db), ["BUYER"]);
    const own = await aFullForm(db, importer);
    const abroad = { name: "Example Labs GmbH", country: "DEU", nature: "500" };
    const { contractId } = await execute(db, draftContract, importer, {
      ...own, sellers: [abroad], buyers: own.sellers, attachments: [...own.attachments, { code: "A10", documentId: own.attachments[0]!.documentId }],
    }, anOrigin());
    expect(await submit(importer, contractId)).toMatchObject({ state: "SUBMITTED" });
  });

  it("C1 filing: where no office is open, it says so", async () => {
    const far = await aContractSeller(db, "540102");
    const { contractId } = await aDraftContract(db, { seller: far });
    await expect(submit(far, contractId)).rejects.toMatchObject({ code: "NO_OFFICE_FOR_PLACE", kind: "refused" });
  });

  it("C1 filing: twice is a conflict, two at once file once", async () => {
    const { contractId } = await aDraftContract(db, { seller });
    const outcomes = await Promise.allSettled([submit(seller, contractId), submit(seller, contractId)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(submit(seller, contractId)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    expect(await db.db.recognitionDecision.count({ where: { contractId } })).toBe(1);
  });

  describe("one contract, one place", () => {
    async function twoDraftsOfOne(partners: readonly [PersonActor, PersonActor]) {
      const form = await aFullForm(db, partners[0]);
      const shared = { ...form, sellers: [...form.sellers, ...(partners[0] === partners[1] ? [] : (await aFullForm(db, partners[1])).sellers)] };
      const draft = async (actor: PersonActor) => {
        const { attachments } = await aFullForm(db, actor);
        const consent = partners[0] === partners[1] ? [] : [{ code: "A14", documentId: await aDocument(db, actor, "同意书.pdf") }];
        return (await execute(db, draftContract, actor, { ...shared, attachments: [...attachments, ...consent] }, anOrigin())).contractId;
      };
      return [await draft(partners[0]), await draft(partners[1])] as const;
    }

    it("C1 one place: the same contract is not filed again, whatever office the other seller belongs to", async () => {
      await anOffice(db, { divisionCode: "420100" });
      const partner = await aContractSeller(db, "420106");
      const [here, there] = await twoDraftsOfOne([seller, partner]);
      await submit(seller, here);
      await expect(submit(partner, there)).rejects.toMatchObject({ code: "CONTRACT_FILED_ELSEWHERE", details: { office: office.organisation.name, state: "SUBMITTED" } });
      await execute(db, withdrawContract, seller, { contractId: here }, anOrigin());
      expect(await submit(partner, there)).toMatchObject({ state: "SUBMITTED" });
    });

    it("C1 one place: two offices asked in the same moment: one file stands", async () => {
      const [here, there] = await twoDraftsOfOne([seller, seller]);
      const outcomes = await Promise.allSettled([submit(seller, here), submit(seller, there)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONTRACT_FILED_ELSEWHERE" } });
    });

    it("C1 one place: a registered contract is not registered again under another name with the same text", async () => {
      const registered = await aRegisteredContract(db, office, { seller });
      const { form } = await read(db, readContract, seller, { contractId: registered.contractId });
      const again = await aFullForm(db, seller, { name: "换个名称再报" });
      const buyers = form.buyers.map(({ name, division, nature, creditCode }) => ({ name, division, nature, creditCode }));
      const { contractId } = await execute(db, draftContract, seller, { ...again, buyers, text: `${form.text}。` }, anOrigin());
      await expect(submit(seller, contractId)).rejects.toMatchObject({ code: "CONTRACT_FILED_ELSEWHERE", details: { registrationNo: registered.registrationNo } });
    });
  });

  it("C1 withdrawal: until acceptance by the applicant alone; afterwards no more", async () => {
    const withdrawAs = (actor: PersonActor, contractId: string) => execute(db, withdrawContract, actor, { contractId, reason: "补充协议待签" }, anOrigin());
    const draft = await aDraftContract(db, { seller });
    expect(await withdrawAs(seller, draft.contractId)).toMatchObject({ state: "WITHDRAWN" });
    await expect(withdrawAs(seller, draft.contractId)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    const filed = await aSubmittedContract(db, { seller });
    await expect(withdrawAs(office.registrar, filed.contractId)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await withdrawAs(seller, filed.contractId)).toMatchObject({ state: "WITHDRAWN" });
    const registered = await aRegisteredContract(db, office, { seller });
    await expect(withdrawAs(seller, registered.contractId)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
  });
});
