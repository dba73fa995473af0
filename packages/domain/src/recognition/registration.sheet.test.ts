import { describe, expect, it } from "vitest";
import { certificatePdf } from "../shared/pdf.ts";
import type { CertificateRecord } from "./certificate.schema.ts";
import { registrationSheet } from "./registration.sheet.ts";

const RECORD: CertificateRecord = {
  registrationNo: "2026330100000127", edition: 1, contractId: "0199a0b2-0000-7000-8000-000000000001", contractType: "31",
  projectName: "高强韧钛合金粉末近净成形技术及其在航空结构件批量制造中的应用与全流程质量追溯系统专利独占实施许可",
  sellers: ["江海大学", "江海大学先进材料研究院有限公司"], buyers: ["远山高强材料股份有限公司"], signedOn: "2026-11-01", validFrom: "2026-11-01", validTo: "2031-10-31",
  registeredOn: "2026-11-21", issuedOn: "2026-11-21", turnoverFen: "99999999999999", technicalFen: "80000000000", secret: "none", officeName: "杭州市技术合同登记处",
  officeDivision: "330100", registrar: "登记员甲", secondReviewer: "复审员乙", ruleSet: "CN-2026",
};
const ISSUED = { record: RECORD, hash: "ab".repeat(32), verifyCode: "7K2M9QWE4RTY6HJN", issuedAt: new Date("2026-11-21T02:00:00Z"), void: null };

describe("C2 certificate: on paper", () => {
  it("C2 certificate: states class, both amounts, dates, office and people, and where to verify it", () => {
    const sheet = registrationSheet(ISSUED, "https://jishu.example");
    expect(sheet.verifyUrl).toBe("https://jishu.example/verify/7K2M9QWE4RTY6HJN");
    expect(sheet.facts).toContainEqual({ label: "合同类别", value: "技术许可合同（专利实施许可合同）" });
    expect(sheet.facts).toContainEqual({ label: "技术交易额", value: "800,000,000.00 元（人民币捌亿元整）" });
    expect(sheet.facts).toContainEqual({ label: "复审", value: "复审员乙" });
    expect(sheet.overprint).toBeUndefined();
  });

  it.each([["SUPERSEDED", "已被新版替代"], ["CANCELLED", "已注销"], ["REVOKED", "已撤销"]])("C2 certificate: one that is %s says so across the sheet", (reason, overprint) => {
    expect(registrationSheet({ ...ISSUED, void: { reason } }, "").overprint).toBe(overprint);
  });

  it("C2 certificate: is one page of PDF", async () => {
    const bytes = Buffer.from(await certificatePdf(registrationSheet(ISSUED, "https://jishu.example")));
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
  });
});
