import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aContractSeller, aRegisteredContract, aSubmittedContract, anOffice, aProvinceAdministrator, type Office } from "../../testing/contracts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { openPerformance, recordReceipt } from "../performance/index.ts";
import { ANONYMOUS, SYSTEM } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { certificatePdf } from "../shared/pdf.ts";
import { yuan } from "../shared/money.ts";
import { calculateIncomeTax, calculateReward, calculateStampDuty, calculateVat, readTaxProof } from "./index.ts";

describe("C4 tax: calculators and proof", () => {
  let db: TestDatabase;
  let office: Office;

  beforeAll(async () => {
    db = await testDatabase();
    office = await anOffice(db);
  });
  afterAll(() => db.drop());

  const VAT = { on: "2026-06-01", contractType: "11", price: "1000000", goods: "300000", goodsSeparated: "on", separateAccounts: "on", registered: "on" };

  it("C4 tax: anybody may calculate; every step has its amount, every rule its place (§8)", async () => {
    const vat = await read(db, calculateVat, ANONYMOUS, { ...VAT, on: "2025-06-01" });
    expect(vat).toMatchObject({ taxFen: yuan(39_000), ruleSet: "VAT-2019" });
    expect(vat.steps.length).toBeGreaterThan(4);
    expect(await read(db, calculateIncomeTax, ANONYMOUS, { year: "2025", contractType: ["21", "24"], revenue: ["3000000", "2600000"], registered: "1", separateAccounts: "1" })).toMatchObject({ taxFen: yuan(75_000) });
    expect(await read(db, calculateIncomeTax, ANONYMOUS, { year: "2025", contractType: "21", revenue: "12000000", cost: "2000000", taxes: "100000", registered: "1", separateAccounts: "1" })).toMatchObject({ taxFen: yuan(612_500), withoutReliefFen: yuan(2_475_000) });
    expect(await read(db, calculateReward, ANONYMOUS, { reward: "300000", paidOn: "2026-05-01", incomeReceivedOn: "2025-05-01", contractRegistered: "1", publiclyPosted: "1", nonProfitInstitution: "1" })).toMatchObject({ taxableFen: yuan(150_000) });
    expect(await read(db, calculateStampDuty, ANONYMOUS, { signedOn: "2026-05-01", contractType: "11", amount: "1060000", vatShown: "60000" })).toMatchObject({ taxFen: yuan(300) });
  });

  it("C4 tax: after 2026 the exemption is a switch with a date, off until somebody has said that it continues", async () => {
    expect(await read(db, calculateVat, ANONYMOUS, VAT)).toMatchObject({ exemptionContinues: false, taxFen: yuan(81_000), warnings: expect.arrayContaining(["VAT_EXEMPTION_NOT_CONFIRMED_SINCE_2026"]) });
    await db.db.parameter.create({ data: { key: "tax.vat-exemption-continues", scope: "", version: 1, value: true, effectiveFrom: new Date("2026-09-01T00:00:00+08:00"), reason: "主管部门已明确" } });
    expect(await read(db, calculateVat, ANONYMOUS, VAT)).toMatchObject({ exemptionContinues: false });
    expect(await read(db, calculateVat, ANONYMOUS, { ...VAT, on: "2026-10-01" })).toMatchObject({ exemptionContinues: true, taxFen: yuan(39_000) });
  });

  it.each([
    [{ ...VAT, on: "2015-01-01" }, "on", "TAX_NO_RULE"],
    [{ ...VAT, contractType: "1" }, "contractType", "CODE_UNKNOWN"],
    [{ ...VAT, price: "0" }, "price", "AMOUNT_NOT_POSITIVE"],
  ])("C4 tax: %j is refused at %s", async (input, path, code) => {
    await expect(read(db, calculateVat, ANONYMOUS, input)).rejects.toMatchObject({ fields: [expect.objectContaining({ path, code })] });
  });

  it("C4 tax: the proof of a registered contract holds register, income, opinion and steps, for those it concerns", async () => {
    const { contractId, seller, registrationNo } = await aRegisteredContract(db, office, { form: { deductions: [{ kind: "equipment", amount: "155000" }] } });
    await execute(db, openPerformance, SYSTEM, { contractId }, anOrigin());
    await execute(db, recordReceipt, seller, { contractId, receivedOn: "2026-01-05", amount: "150000" }, anOrigin());
    const { sheet } = await read(db, readTaxProof, seller, { contractId });
    const said = sheet.facts.map(({ label, value }) => `${label}：${value}`).join("\n");
    for (const words of ["技术性收入 103,500.00 元", "技术交易额：345,000.00 元", "增值税测算", "印花税测算", "开发、咨询、服务合同不适用", "尚未核实", "未核原文", "千分之0.3"]) expect(said).toContain(words);
    expect(sheet.number).toContain(registrationNo);
    expect(Buffer.from((await certificatePdf(sheet)).subarray(0, 5)).toString()).toBe("%PDF-");
    await read(db, readTaxProof, office.registrar, { contractId });
    await read(db, readTaxProof, await aProvinceAdministrator(db, "33"), { contractId });
    for (const other of [await aContractSeller(db), await aProvinceAdministrator(db, "32")]) await expect(read(db, readTaxProof, other, { contractId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("C4 tax: a file that is not registered proves nothing", async () => {
    const { contractId, seller } = await aSubmittedContract(db);
    await expect(read(db, readTaxProof, seller, { contractId })).rejects.toMatchObject({ code: "TAX_PROOF_NEEDS_REGISTRATION" });
  });
});
