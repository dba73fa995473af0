import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aHandedOverDeal, aSoleBuyerDeal } from "../../testing/deals.ts";
import { aDocument } from "../../testing/documents.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aPerson } from "../../testing/people.ts";
import { declareProjectContract } from "../project-contract/index.ts";
import { sha256 } from "../shared/canonical.ts";
import { execute } from "../shared/execute.ts";
import { evidenceZip, exportEvidence } from "./index.ts";

describe("T7 evidence: the pack of a deal", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it("T7 evidence: notice, contract, money, certificate and trail under one hash; the buyer gets it without the seller's own papers, a stranger nothing", async () => {
    const deal = await aHandedOverDeal(db);
    await execute(db, declareProjectContract, deal.seller, { resultId: deal.resultId, projectNo: "2021YFB3701200", funder: "国家重点研发计划办公室", demand: "CONSENT", clause: "转让前须书面征得资助方同意。", consentNo: "国科资函〔2026〕3号", consentOn: "2025-01-02", documentId: await aDocument(db, deal.seller) }, anOrigin());
    const pack = await execute(db, exportEvidence, deal.seller, { dealId: deal.dealId }, anOrigin());
    expect(sha256(pack.content).toString("hex")).toBe(pack.hash);
    const told = JSON.parse(pack.content) as { notice: { decisionBody: string }; certificates: { no: string; hash: string }[]; trail: { act: string; hash: string }[]; deal: { contractHash: string } };
    expect(told.notice.decisionBody).toBe("学校科技成果转化领导小组");
    expect(told.certificates).toMatchObject([{ no: deal.certificateNo }]);
    expect(told.trail.map(({ act }) => act)).toEqual(expect.arrayContaining(["notice.publish", "deal.open", "deal.sign", "certificate.issue"]));
    expect(told.trail.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(told.deal.contractHash).toMatch(/^[0-9a-f]{64}$/);
    expect(told).toMatchObject({ fees: { buyerFen: "0", sellerFen: "3400000", buyerPaidFen: "0", buyerShareBp: 0 }, projectContract: { projectNo: "2021YFB3701200", demand: "CONSENT", consentNo: "国科资函〔2026〕3号" } });
    const zip = await evidenceZip(pack);
    expect(Buffer.from(zip.slice(0, 2)).toString()).toBe("PK");
    expect(await db.db.auditEntry.count({ where: { act: "evidence.export", subjectId: deal.dealId } })).toBe(1);

    const toBuyer = await execute(db, exportEvidence, deal.buyer, { dealId: deal.dealId }, anOrigin());
    expect(JSON.parse(toBuyer.content)).toMatchObject({ valuations: [], shares: [], documents: [] });
    const stranger = await aPerson(db, (await aHandedOverDeal(db)).seller.organisation!, ["SELLER"]);
    await expect(execute(db, exportEvidence, stranger, { dealId: deal.dealId }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("T7 evidence: a deal made on the market tells how it was announced and how many came, and names none of them", async () => {
    const deal = await aSoleBuyerDeal(db);
    const pack = await execute(db, exportEvidence, deal.seller, { dealId: deal.dealId }, anOrigin());
    const told = JSON.parse(pack.content) as { listing: { reviewedByAnother: boolean }; intents: object[]; listingSteps: { event: string }[]; documents: { sha256: string }[] };
    expect(told.listing.reviewedByAnother).toBe(true);
    expect(told.intents).toHaveLength(1);
    expect(Object.keys(told.intents[0]!)).not.toContain("buyerId");
    expect(told.listingSteps.map(({ event }) => event)).toContain("publish");
  });
});
