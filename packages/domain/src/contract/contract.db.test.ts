import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aContractSeller, aDocument, aDraftContract, aFullForm, anOffice, aSubmittedContract } from "../../testing/contracts.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { SYSTEM, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { draftContract, editContract, listOwnContracts, openContractFromDeal, readContract } from "./index.ts";

describe("C1 contract: filling in the form", () => {
  let db: TestDatabase;
  let seller: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    await anOffice(db);
    seller = await aContractSeller(db);
  });
  afterAll(() => db.drop());

  it("C1 contract: a draft from scratch names the applicant as seller and may be empty otherwise", async () => {
    const { contractId, state } = await execute(db, draftContract, seller, {}, anOrigin());
    const file = await read(db, readContract, seller, { contractId });
    expect(state).toBe("DRAFT");
    expect(file.form.sellers).toMatchObject([{ name: seller.organisation!.name, division: "330106", nature: "0221" }]);
    expect(file.problems).toContainEqual({ path: "projectName", code: "FIELD_REQUIRED" });
    expect(file.problems.filter(({ path }) => path === "turnover")).toHaveLength(1);
    expect(file.may).toMatchObject({ edit: true, submit: true, withdraw: true });
  });

  it("C1 contract: what is typed is saved field by field, with what is still wrong", async () => {
    const { contractId } = await execute(db, draftContract, seller, {}, anOrigin());
    const first = await execute(db, editContract, seller, { contractId, version: 0, projectName: "新型催化剂", turnover: "500.00" }, anOrigin());
    expect(first).toMatchObject({ version: 1, technicalFen: 50_000n });
    const second = await execute(db, editContract, seller, {
      contractId, version: 1, deductions: [{ kind: "equipment", amount: "120" }, { kind: "materials", amount: "10", carrier: { kind: "sample", unitCost: "5", count: 2, neededCount: 1 } }],
    }, anOrigin());
    expect(second.technicalFen).toBe(37_500n);
    const file = await read(db, readContract, seller, { contractId });
    expect(file.form).toMatchObject({ projectName: "新型催化剂", turnoverFen: 50_000n });
    expect(file.worksheet?.lines.map(({ kind }) => kind)).toEqual(["turnover", "deduction", "deduction", "carrierKept", "technicalAmount"]);
  });

  it("C1 contract: a complete form has no problems", async () => {
    const { contractId } = await aDraftContract(db, { seller });
    expect((await read(db, readContract, seller, { contractId })).problems).toEqual([]);
  });

  it("C1 contract: two windows on one draft: the later save that saw an older version is told", async () => {
    const { contractId } = await execute(db, draftContract, seller, {}, anOrigin());
    const save = (projectName: string) => execute(db, editContract, seller, { contractId, version: 0, projectName }, anOrigin());
    const outcomes = await Promise.allSettled([save("甲"), save("乙")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(save("丙")).rejects.toMatchObject({ code: "CHANGED_MEANWHILE", kind: "conflict" });
  });

  it.each([
    [{ secret: "state" }, "secret", "STATE_SECRET_STAYS_OUT"],
    [{ turnover: "12.345" }, "turnover", "zod:invalid_format"],
    [{ deductions: [{ kind: "equipment", amount: "0" }] }, "deductions.0.amount", "AMOUNT_NOT_POSITIVE"],
    [{ signedOn: "2026-02-30" }, "signedOn", "zod:invalid_format"],
  ])("C1 contract: %j is refused at %s", async (typed, path, code) => {
    await expect(execute(db, draftContract, seller, typed, anOrigin())).rejects.toMatchObject({ code: "INPUT_INVALID", fields: [{ path, code }] });
  });

  it("C1 contract: nobody attaches another organisation's document", async () => {
    const stranger = await aContractSeller(db);
    const documentId = await aDocument(db, stranger, "秘密.pdf");
    const attach = execute(db, draftContract, seller, { attachments: [{ code: "A01", documentId }] }, anOrigin());
    await expect(attach).rejects.toMatchObject({ fields: [{ code: "DOCUMENT_NOT_YOURS" }] });
  });

  it("C1 contract: strangers, buyers' readers and officials cannot edit; a filed form cannot be edited by anybody", async () => {
    const { contractId, seller: owner } = await aSubmittedContract(db);
    const stranger = await aContractSeller(db);
    const edit = (actor: PersonActor) => execute(db, editContract, actor, { contractId, version: 1, projectName: "改" }, anOrigin());
    await expect(edit(stranger)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(edit({ ...owner, roles: ["TECHNOLOGY_MANAGER"] })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(edit(owner)).rejects.toMatchObject({ code: "CONTRACT_NOT_EDITABLE", kind: "conflict" });
    await expect(read(db, readContract, stranger, { contractId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("C1 contract: a draft is nobody else's business, not even its province's", async () => {
    const { contractId } = await aDraftContract(db, { seller });
    const organisation = await anOrganisation(db, { kind: "GOVERNMENT", divisionCode: "330000", jurisdiction: "33" });
    const administrator = await aPerson(db, organisation, ["ADMINISTRATOR"]);
    await expect(read(db, readContract, administrator, { contractId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("C1 contract: the list shows the own files only, a page at a time", async () => {
    const own = await aContractSeller(db);
    for (let i = 0; i < 3; i += 1) await execute(db, draftContract, own, { projectName: `合同${i}` }, anOrigin());
    const first = await read(db, listOwnContracts, own, { limit: 2 });
    const second = await read(db, listOwnContracts, own, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ projectName }) => projectName).sort()).toEqual(["合同0", "合同1", "合同2"]);
    expect(second.nextCursor).toBeNull();
    expect((await read(db, listOwnContracts, own, { group: "REGISTERED" })).items).toEqual([]);
    expect((await read(db, listOwnContracts, own, { text: "合同1" })).items).toHaveLength(1);
  });

  describe("from a deal", () => {
    async function aSignedDeal(options: { tradeMode?: string; signed?: boolean } = {}) {
      const buyer = await anOrganisation(db, { divisionCode: "320102" });
      const at = new Date("2026-11-01T02:00:00Z");
      const result = await db.db.result.create({
        data: {
          ownerId: seller.organisation!.id, title: "钙钛矿光伏组件", field: "06", divisionCode: "330106", programme: "105", projectNo: "2024YFB0001", createdAt: at, updatedAt: at,
          rights: { create: [{ position: 1, kind: "21", number: "202310000001.X", title: "一种钙钛矿薄膜", status: "GRANTED", filedOn: new Date("2023-01-03"), grantedOn: new Date("2024-06-01"), expiresOn: new Date("2043-01-02") }] },
        },
      });
      const notice = await db.db.publicNotice.create({
        data: {
          no: `N${buyer.id.slice(-8)}`, resultId: result.id, resultVersionNo: 1, sellerId: seller.organisation!.id, buyerId: buyer.id, tradeMode: "LICENCE", priceFen: 80_000_000n,
          paymentForm: "INSTALMENTS", priceBasis: "", relationFacts: {}, decisionBody: "", decisionOn: at, objectionChannel: "", unitPlace: "", divisionCode: "330106", createdAt: at,
        },
      });
      return db.db.deal.create({
        data: {
          no: `D${buyer.id.slice(-8)}`, origin: "AGREED_PRICE", noticeId: notice.id, resultId: result.id, sellerId: seller.organisation!.id, buyerId: buyer.id, state: options.signed === false ? "CONTRACTING" : "SIGNED", priceFen: 80_000_000n,
          tradeMode: options.tradeMode ?? "LICENCE", licenceKind: "exclusive", licenceYears: 5, contractText: "专利实施许可合同", contractHash: "h", contractName: "钙钛矿光伏组件专利独占许可",
          signDueAt: at, awardedAt: at, divisionCode: "330106",
          ...(options.signed === false ? {} : { sellerSignedAt: at, buyerSignedAt: at, signedAt: at, settlement: "DUE" as const }),
          payments: { create: [{ no: 1, dueOn: new Date("2026-11-10"), amountFen: 30_000_000n, reference: `${buyer.id}-1` }, { no: 2, dueOn: new Date("2027-05-10"), amountFen: 50_000_000n, reference: `${buyer.id}-2` }] },
        },
      });
    }

    it("C1 contract: everything known is filled in; the text signed here is the contract", async () => {
      const deal = await aSignedDeal();
      const { contractId } = await execute(db, openContractFromDeal, SYSTEM, { dealId: deal.id }, anOrigin());
      const { form, problems, materials } = await read(db, readContract, seller, { contractId });
      expect(form).toMatchObject({
        projectName: "钙钛矿光伏组件专利独占许可", contractType: "31", licenceMode: "exclusive", turnoverFen: 80_000_000n, techField: "06", ipKinds: ["21"], payment: "2",
        programme: "105", programmeNo: "2024YFB0001", signedOn: "2026-11-01", validFrom: "2026-11-01", validTo: "2031-10-31",
        patents: [{ number: "202310000001.X", owner: seller.organisation!.name, grantedOn: "2024-06-01" }],
      });
      expect(form.instalments.map(({ amountFen }) => amountFen)).toEqual([30_000_000n, 50_000_000n]);
      expect(materials.find(({ code }) => code === "A01")).toMatchObject({ fulfilledBy: "deal" });
      expect(problems.map(({ path }) => path)).toEqual(["objective", "industry", "responsible", "attachments.A04", "attachments.A05"]);
    });

    it("C1 contract: told twice, opened once; a person is pointed to the file that is there", async () => {
      const deal = await aSignedDeal({ tradeMode: "ASSIGNMENT" });
      const first = await execute(db, openContractFromDeal, SYSTEM, { dealId: deal.id }, anOrigin());
      const again = await execute(db, openContractFromDeal, SYSTEM, { dealId: deal.id }, anOrigin());
      expect(again.contractId).toBe(first.contractId);
      await expect(execute(db, openContractFromDeal, seller, { dealId: deal.id }, anOrigin())).rejects.toMatchObject({ code: "DEAL_HAS_A_FILE", details: { contractId: first.contractId } });
      expect((await read(db, readContract, seller, { contractId: first.contractId })).form.contractType).toBe("21");
    });

    it("C1 contract: an unsigned deal is no contract, and another seller's deal is not yours", async () => {
      const deal = await aSignedDeal({ signed: false });
      await expect(execute(db, openContractFromDeal, seller, { dealId: deal.id }, anOrigin())).rejects.toMatchObject({ code: "DEAL_NOT_SIGNED" });
      const stranger = await aContractSeller(db);
      await expect(execute(db, openContractFromDeal, stranger, { dealId: deal.id }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    });
  });

  it("C1 contract: a party with the credit code of an organisation here is tied to it", async () => {
    const form = await aFullForm(db, seller);
    const { contractId } = await execute(db, draftContract, seller, form, anOrigin());
    const parties = await db.db.contractParty.findMany({ where: { contractId } });
    expect(parties.every(({ organisationId }) => organisationId !== null)).toBe(true);
  });
});
