import { describe, expect, it } from "vitest";
import { certificatePdf } from "../shared/pdf.ts";
import { certificateSheet } from "./certificate.sheet.ts";
import type { CertifiedFacts } from "./certificate.schema.ts";

const FACTS: CertifiedFacts = {
  no: "JYPZ2025-000012", dealNo: "CJ2025-000034", venue: "浙江知识产权交易中心", method: "BIDDING", listingNo: "GP2025-000007", noticeNo: null, announcedOn: "2025-09-24",
  seller: { name: "江海大学", kind: "UNIVERSITY" }, buyer: { name: "远山高强材料股份有限公司", kind: "ENTERPRISE" },
  result: "高强韧钛合金粉末近净成形技术及其在航空结构件批量制造中的应用与全流程质量追溯系统研究成果包",
  rights: [{ title: "一种钛合金粉末近净成形方法", number: "ZL202110000001.2" }, { title: "制粉工艺参数", number: null }],
  tradeMode: "LICENCE", licenceKind: "exclusive", licenceYears: 5, qualifiedBuyers: 3, bids: 42, startPriceFen: "20000000000", reserveMet: true, announcedUntil: "2025-10-14", territory: "中华人民共和国境内", priceFen: "99999999999999", receivedFen: "30000000000",
  instalments: 2, contractName: "高强韧钛合金粉末近净成形技术独占许可合同", contractHash: "ab".repeat(32), signedOn: "2025-11-10", validFrom: "2025-11-10", validTo: "2030-11-09",
  registrationNo: "2025330106000123", issuedAt: "2025-11-12T02:00:00.000Z", replaces: null,
};
const ISSUED = { facts: FACTS, hash: "cd".repeat(32), verifyCode: "7K2M9QWE4RTY6HJN", issuedAt: new Date(FACTS.issuedAt), revokedAt: null };

describe("T7 certificate: on paper", () => {
  it("T7 certificate: one page of PDF, with the address of its verification, the same whenever it is drawn", async () => {
    const sheet = certificateSheet(ISSUED, "https://jishu.example");
    expect(sheet.verifyUrl).toBe("https://jishu.example/verify/7K2M9QWE4RTY6HJN");
    expect(sheet.facts).toContainEqual({ label: "交易方式", value: "许可，独占许可，中华人民共和国境内，5 年" });
    expect(sheet.facts.find(({ label }) => label === "成交价款")!.value).toBe("999,999,999,999.99 元（人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分）");
    expect(sheet.facts).toContainEqual({ label: "公告（公示）期间", value: "2025-09-24 至 2025-10-14" });
    expect(sheet.facts).toContainEqual({ label: "保留价", value: "已达到" });
    const [bytes, again] = [Buffer.from(await certificatePdf(sheet)), Buffer.from(await certificatePdf(sheet))];
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(again.length).toBe(bytes.length);
  });

  it("T7 certificate: a revoked one says so across the sheet", () => {
    expect(certificateSheet({ ...ISSUED, revokedAt: new Date("2026-03-02T01:00:00Z") }, "").overprint).toBe("已撤销");
  });
});
