import { describe, expect, test } from "vitest";
import { CONTRACT_TYPES } from "../../reference/index.ts";
import type { ContractDraft } from "../draft.rules.ts";
import { day } from "../../shared/clock.ts";
import { proposeFromText } from "../assistance/propose-from-text.ts";
import { ordinal, proposedClauses, proposedText } from "./proposed-text.ts";

const party = (name: string) => ({ organisationId: null, name, country: "CHN", division: "330106", nature: "150", creditCode: null, shareBp: null, representative: null, contactName: null, contactPhone: null });

const DRAFT: ContractDraft = {
  projectName: "高盐废水分盐结晶", contractType: "11", licenceMode: "exclusive", licenceRegion: "中国境内", sublicence: false, signedOn: day("2026-11-01"), validFrom: day("2026-11-01"), validTo: day("2028-05-01"),
  sellers: [party("浙东理工大学")], buyers: [party("禹越水务公司")], turnoverFen: 286_000_000n, deductions: [{ kind: "equipment", amountFen: 38_000_000n, note: "中试设备" }],
  instalments: [{ amountFen: 86_000_000n, dueOn: day("2026-11-10"), note: "合同生效" }, { amountFen: 200_000_000n }], techField: "07", ipKinds: ["21"],
  patents: [{ number: "202310000001.X", title: "一种分盐装置", owner: "浙东理工大学", filedOn: day("2023-01-03"), grantedOn: day("2024-06-01"), expiresOn: day("2043-01-02") }],
  programme: "0", programmeNo: null, objective: null, industry: null, payment: "4", royaltyBase: "sales", royaltyRateMode: "fixed", expectedInvestmentFen: null, expectedOutputFen: null, secret: "commercial",
  taxClaims: [], text: "", signedByInternalBody: false, approvalRequired: false, foreignLanguage: false, responsible: null, preparedBy: null, preparedOn: null, attachments: [], dealId: null,
};
/** Royalties belong to rights; the other classes are paid in instalments. */
const draftOf = (contractType: string): ContractDraft => (/^[23]/.test(contractType) ? { ...DRAFT, contractType } : { ...DRAFT, contractType, payment: "2", royaltyBase: null, royaltyRateMode: null });
const LEAVES = CONTRACT_TYPES.leaves().map(({ code }) => code);

describe("C1 contract: text from clause templates", () => {
  test.each(LEAVES)("C1 contract: the template of class %s holds what the Civil Code asks for (Art. 845, 846)", (contractType) => {
    const { clauses } = proposedClauses(draftOf(contractType))!;
    const text = proposedText(draftOf(contractType))!;
    for (const words of ["项目名称：高盐废水分盐结晶", "名词和术语的解释", "保密", "违约责任", "争议解决", "登记", "浙东理工大学", "禹越水务公司"]) expect(text).toContain(words);
    expect(text).toContain("合同总金额为人民币2860000.00元（大写：贰佰捌拾陆万元整）");
    expect(text).toContain("设备、仪器费380000.00元（中试设备）");
    expect(text).toContain("技术交易额为人民币2480000.00元");
    expect(text.includes("有权查阅")).toBe(/^[23]/.test(contractType)); // the books of a royalty (Art. 846)
    expect(clauses.every(({ basis }) => /第.+条|办法/.test(basis))).toBe(true);
    expect(clauses.some(({ title }) => /验收|考核|完成/.test(title))).toBe(true);
    expect(new Set(clauses.map(({ title }) => title)).size).toBe(clauses.length);
  });

  // Default rules of the Civil Code that the parties get unless they agree otherwise.
  test.each([
    ["11", "委托人可以依法实施该专利"], ["11", "享有以同等条件优先受让的权利"], ["11", "风险由双方合理分担"], ["12", "一方不同意申请专利的，另一方不得申请专利"], ["21", "归改进方所有"],
    ["21", "不得要求对方无偿回授"], ["31", "只在该专利权的存续期限内有效"], ["31", "独占实施许可"], ["4", "由委托人承担"], ["51", "特定技术问题"], ["52", "指定的下列专业技术人员"], ["53", "未促成的"],
  ])("C1 contract: class %s says “%s”", (contractType, words) => expect(proposedText({ ...DRAFT, contractType })).toContain(words));

  test("C1 contract: a patent is named with owner, days, number and term", () => {
    expect(proposedText({ ...DRAFT, contractType: "31" })).toContain("发明创造名称：一种分盐装置；专利申请人和专利权人：浙东理工大学；申请日期：2023-01-03；专利（申请）号：202310000001.X；授权日期：2024-06-01；有效期限：至2043-01-02");
  });

  test("C1 contract: no clause of ours is an illegal monopoly of technology, and each text is seen as its own class", async () => {
    for (const contractType of LEAVES) {
      const filled = proposedText(draftOf(contractType))!.replaceAll(/【请填写：[^】]*】/g, "见附件");
      const { type, flags } = await proposeFromText(filled);
      expect(flags.map(({ code }) => code).filter((code) => code.startsWith("MONOPOLY"))).toEqual([]);
      expect([contractType, type?.charAt(0)]).toEqual([contractType, contractType.charAt(0)]);
    }
  });

  test("C1 contract: without a class there is no template; a silent licence is an ordinary one", () => {
    expect(proposedText({ ...DRAFT, contractType: null })).toBeUndefined();
    expect(proposedText({ ...DRAFT, contractType: "32", licenceMode: null })).toContain("普通实施许可");
  });

  test("C1 contract: several parties are numbered, and a person's identity number stays out", () => {
    const text = proposedText({ ...DRAFT, sellers: [{ ...party("甲大学"), creditCode: "12330000470010012K" }, { ...party("王某"), nature: "600", creditCode: "330106199001011234" }] });
    expect(text).toContain("研究开发人（乙方）之一：甲大学");
    expect(text).not.toContain("330106199001011234");
  });

  test.each([[1, "一"], [10, "十"], [12, "十二"], [20, "二十"], [23, "二十三"]])("C1 contract: %i is %s", (no, words) => expect(ordinal(no)).toBe(words));
});
