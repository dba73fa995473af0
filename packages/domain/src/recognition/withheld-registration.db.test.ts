import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aRegisteredContract, anOffice, type Office } from "../../testing/contracts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aCertifiedDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { printCertificate, revokeCertificate, verifyCertificate } from "../certificate/index.ts";
import { decideSecrecy, reportSecrecy } from "../secrecy/index.ts";
import { ANONYMOUS } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { listRegistrations, readCertificate, verifyRegistration } from "./index.ts";

const NAME = "深海耐压壳体缠绕成形技术转让";

describe("T8 secrecy: what certificates say of a result that is withheld", () => {
  let db: TestDatabase;
  let office: Office;
  beforeAll(async () => {
    db = await testDatabase();
    office = await anOffice(db);
  });
  afterAll(() => db.drop());

  const asText = (value: unknown): string => JSON.stringify(value, (_key, one: unknown) => (typeof one === "bigint" ? String(one) : one));

  /** The registered contract of a certified deal, and a report against its result. */
  async function aRegisteredDeal() {
    const deal = await aCertifiedDeal(db);
    const contract = await aRegisteredContract(db, office, { seller: deal.seller, name: NAME });
    await db.db.contract.update({ where: { id: contract.contractId }, data: { dealId: deal.dealId } });
    return { deal, contract };
  }
  const report = async (resultId: string) => execute(db, reportSecrecy, await aPerson(db, await anOrganisation(db), ["BUYER"]), { seenAs: "RESULT", subjectId: resultId, ground: "STATE_SECRET", part: "TEXT" }, anOrigin());

  it("T8 secrecy: the public check of a registration says that it stands and nothing of what it is about; its paper and the office's list hold it back too", async () => {
    const { deal, contract } = await aRegisteredDeal();
    const { contractId, registrationNo, verifyCode } = contract;
    expect(await read(db, verifyRegistration, ANONYMOUS, { code: verifyCode })).toMatchObject({ projectName: NAME, withheld: false });
    const { caseId } = await report(deal.resultId);
    const shown = await read(db, verifyRegistration, ANONYMOUS, { code: verifyCode });
    expect(shown).toMatchObject({ registrationNo, standing: true, intact: true, withheld: true });
    expect(asText(shown)).not.toContain(NAME.slice(0, 6));
    for (const field of ["projectName", "sellers", "buyers"]) expect(shown).not.toHaveProperty(field);
    for (const reader of [deal.seller, office.registrar]) await expect(read(db, readCertificate, reader, { contractId })).rejects.toMatchObject({ code: "CONTENT_WITHHELD" });
    const { items } = await read(db, listRegistrations, office.registrar, {});
    expect(items.find(({ id }) => id === contractId)).toMatchObject({ projectName: "", secret: true, sellers: [], buyers: [] });

    const official = await aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction: "33" }), ["ADMINISTRATOR"]);
    await execute(db, decideSecrecy, official, { caseId, decision: "NOT_SECRET", finding: "浙密鉴〔2026〕16号" }, anOrigin());
    expect(await read(db, verifyRegistration, ANONYMOUS, { code: verifyCode }), "back with the result").toMatchObject({ projectName: NAME, withheld: false });
    expect(await read(db, readCertificate, deal.seller, { contractId })).toMatchObject({ record: { projectName: NAME } });
  });

  it("T8 secrecy: a transaction certificate keeps what it certifies and the words of its revocation back, and is not printed", async () => {
    const { deal } = await aRegisteredDeal();
    await execute(db, revokeCertificate, deal.venue!.operator, { certificateId: deal.certificateId, reason: `载明的成果名称“${NAME}”有误。` }, anOrigin());
    expect(await read(db, verifyCertificate, ANONYMOUS, { no: deal.certificateNo })).toMatchObject({ state: "REVOKED", revokedReason: expect.stringContaining(NAME) as unknown });
    await report(deal.resultId);
    for (const asked of [{ code: deal.verifyCode }, { no: deal.certificateNo }]) {
      const shown = await read(db, verifyCertificate, ANONYMOUS, asked);
      expect(shown).toMatchObject({ found: true, state: "REVOKED", intact: true, facts: null, revokedReason: null });
      expect(asText(shown)).not.toContain(NAME.slice(0, 6));
    }
    await expect(read(db, printCertificate, ANONYMOUS, { code: deal.verifyCode })).rejects.toMatchObject({ code: "CONTENT_WITHHELD" });
  });
});
