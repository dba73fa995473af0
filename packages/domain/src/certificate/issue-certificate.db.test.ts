import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aCertifiedDeal, aPaidDeal, aSignedDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { issueCertificate, printCertificate, revokeCertificate, verifyCertificate } from "./index.ts";

describe("T7 certificate: issued, verified, corrected", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it("T7 certificate.issue: says what was traded under a hash, and moves the settlement on", async () => {
    const { dealId, certificateNo, verifyCode } = await aCertifiedDeal(db);
    expect(certificateNo).toMatch(/^JYPZ\d{4}-\d{6}$/);
    const verdict = await read(db, verifyCertificate, ANONYMOUS, { code: verifyCode });
    expect(verdict).toMatchObject({
      found: true, state: "ACTIVE", intact: true, no: certificateNo,
      facts: { method: "AGREED", priceFen: "120000000", receivedFen: "120000000", tradeMode: "ASSIGNMENT", replaces: null, reserveMet: null, territory: null },
    });
    expect(await db.db.deal.findUniqueOrThrow({ where: { id: dealId } })).toMatchObject({ settlement: "PAYABLE_TO_SELLER" });
  });

  it("T7 certificate.issue: a party who asked not to be named stands in it by a code, nowhere by name (拍卖法 21)", async () => {
    const deal = await aPaidDeal(db);
    const { verifyCode } = await execute(db, issueCertificate, deal.venue!.operator, { dealId: deal.dealId, unnamedBuyer: true }, anOrigin());
    const { no } = await db.db.deal.findUniqueOrThrow({ where: { id: deal.dealId } });
    const verdict = await read(db, verifyCertificate, ANONYMOUS, { code: verifyCode });
    expect(verdict).toMatchObject({ intact: true, facts: { buyer: { name: `${no}-B`, kind: "ENTERPRISE" }, seller: { name: deal.seller.organisation!.name } } });
    expect(JSON.stringify(await read(db, printCertificate, ANONYMOUS, { code: verifyCode }))).not.toContain(deal.buyer.organisation!.name);
  });

  it("T7 certificate.issue: not before the payment due, not twice, not by finance or another venue", async () => {
    const signed = await aSignedDeal(db);
    const issue = (deal: { dealId: string }, actor: Parameters<typeof execute>[2]) => execute(db, issueCertificate, actor, { dealId: deal.dealId }, anOrigin());
    await expect(issue(signed, signed.venue!.operator)).rejects.toMatchObject({ code: "CERTIFICATE_REFUSED", fields: [{ code: "CERTIFICATE_DUE_PAYMENT_MISSING" }] });
    const paid = await aPaidDeal(db);
    await expect(issue(paid, paid.venue!.finance)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(issue(paid, signed.venue!.operator)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(issue(paid, { ...paid.venue!.operator, secondFactor: false })).rejects.toMatchObject({ code: "SECOND_FACTOR_REQUIRED" });
    const both = await Promise.allSettled([issue(paid, paid.venue!.operator), issue(paid, paid.venue!.operator)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { fields: [{ code: "CERTIFICATE_ALREADY_CERTIFIED" }] } });
  });

  it("T7 certificate.verify: the number alone shows that it stands, not what it says; a wrong code shows nothing", async () => {
    const { certificateNo, verifyCode } = await aCertifiedDeal(db);
    expect(await read(db, verifyCertificate, ANONYMOUS, { no: certificateNo.toLowerCase() })).toMatchObject({ found: true, state: "ACTIVE", facts: null, verifyCode: null });
    expect(await read(db, verifyCertificate, ANONYMOUS, { no: "JYPZ2000-000001", code: verifyCode })).toEqual({ found: false });
    expect(await read(db, verifyCertificate, ANONYMOUS, { code: "AAAABBBBCCCCDDDD" })).toEqual({ found: false });
    await expect(read(db, verifyCertificate, ANONYMOUS, {})).rejects.toMatchObject({ fields: [{ code: "CERTIFICATE_NO_OR_CODE" }] });
  });

  it("T7 certificate.revoke: a correction is a revocation and a certificate that names the old one; a revoked one stays readable", async () => {
    const deal = await aCertifiedDeal(db);
    const operator = deal.venue!.operator;
    const revoke = () => execute(db, revokeCertificate, operator, { certificateId: deal.certificateId, reason: "受让方名称笔误" }, anOrigin());
    await revoke();
    await expect(revoke()).rejects.toMatchObject({ code: "CERTIFICATE_NOT_ACTIVE" });
    const { no } = await execute(db, issueCertificate, operator, { dealId: deal.dealId }, anOrigin());
    expect(await read(db, verifyCertificate, ANONYMOUS, { code: deal.verifyCode })).toMatchObject({ state: "REVOKED", revokedReason: "受让方名称笔误", replacedBy: no });
    await expect(db.db.$executeRaw`update transaction_certificate set hash = 'x' where id = ${deal.certificateId}::uuid`).rejects.toThrow(/only be revoked/);
  });
});
