import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDocument } from "../../testing/documents.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aPublishedResult } from "../../testing/results.ts";
import type { Actor } from "../shared/actor.ts";
import { day } from "../shared/clock.ts";
import { execute, read } from "../shared/execute.ts";
import { comparisonFor, listValuations, recordValuation, withdrawValuation } from "./index.ts";

describe("T4 valuation on record", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  async function record(seller: Actor, resultId: string, changes: object = {}) {
    const documentId = await aDocument(db, seller, { name: "评估报告.pdf" });
    return execute(db, recordValuation, seller, { resultId, reportNo: `浙评报字（2025）${crypto.randomUUID().slice(0, 8)}`, appraiser: "浙江中企资产评估有限公司", method: "INCOME", purpose: "技术转让定价参考", valuedOn: "2025-06-30", value: "2000000", documentId, ...changes }, anOrigin());
  }

  it("T4 valuation.record: only the owner, with its own report, once a number, not from the future", async () => {
    const { seller, resultId } = await aPublishedResult(db);
    const { valuationId } = await record(seller, resultId, { reportNo: "评-1" });
    await expect(record(seller, resultId, { reportNo: "评-1" })).rejects.toMatchObject({ fields: [{ path: "reportNo", code: "VALUATION_ON_RECORD" }] });
    await expect(record(seller, resultId, { valuedOn: "2099-01-01" })).rejects.toMatchObject({ fields: [{ code: "VALUATION_IN_FUTURE" }] });
    await expect(record(seller, resultId, { low: "2100000" })).rejects.toMatchObject({ fields: [{ code: "VALUATION_RANGE" }] });
    const stranger = await aPerson(db, await anOrganisation(db), ["SELLER"]);
    await expect(record(stranger, resultId)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const others = await aDocument(db, stranger);
    await expect(record(seller, resultId, { documentId: others })).rejects.toMatchObject({ fields: [{ code: "VALUATION_DOCUMENT_NOT_FREE" }] });
    expect((await read(db, listValuations, seller, { resultId })).items).toMatchObject([{ id: valuationId, valuedOn: "2025-06-30", validTo: "2026-06-30" }]);
    await expect(read(db, listValuations, stranger, { resultId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("T4 valuation.withdraw: stays on record with its reason, counts no more, and nothing of it can be changed", async () => {
    const { seller, resultId } = await aPublishedResult(db);
    const { valuationId } = await record(seller, resultId);
    const compare = () => comparisonFor(db.db, { resultId, priceFen: 100_000_000n, on: day("2026-01-05"), sellerClass: "STATE_INSTITUTE", buyerIsStateOwned: false });
    expect((await compare()).warnings).toEqual([{ code: "FAR_BELOW_APPRAISAL", blocking: false }]);
    await expect(db.db.valuationReport.update({ where: { id: valuationId }, data: { valueFen: 1n } })).rejects.toThrow();
    await execute(db, withdrawValuation, seller, { valuationId, reason: "参数录入有误" }, anOrigin());
    await expect(execute(db, withdrawValuation, seller, { valuationId, reason: "参数录入有误" }, anOrigin())).rejects.toMatchObject({ code: "VALUATION_WITHDRAWN" });
    expect((await compare()).warnings).toEqual([{ code: "NO_APPRAISAL", blocking: false }]);
  });
});
