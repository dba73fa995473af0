import { DomainError, notFound } from "../shared/errors.ts";
import { ABOUT_RESULT, isAboutWithheld } from "../shared/withheld.ts";
import { defineQuery } from "../shared/use-case.ts";
import { publicCertificate, type Secrecy } from "./certificate.rules.ts";
import { CertificateRecord } from "./certificate.schema.ts";
import { certificateHash } from "./issue-certificate.ts";
import { ReadCertificateInput, VerifyInput } from "./recognition.schema.ts";
import { registrationSheet } from "./registration.sheet.ts";
import { normaliseVerifyCode } from "./verify-code.ts";

/**
 * The public check of a registration. The number alone shows that it stands, of which class and by which office; the code, which only who holds
 * the certificate knows, also shows what it is about and between whom, unless that is a commercial secret or withheld. An amount that the asker holds in
 * hands is compared and never shown. Null when there is no such registration.
 */
export const verifyRegistration = defineQuery("registration.verify", VerifyInput, async (ctx, { number, code, turnover, technicalAmount }) => {
  ctx.authorise();
  const byCode = code ? { verifyCode: normaliseVerifyCode(code) } : undefined;
  const byNumber = number ? { contract: { registrationNo: number.replace(/\s/g, "") } } : undefined;
  const wanted = byCode ?? byNumber;
  if (!wanted) return null;
  const row = await ctx.db.registrationCertificate.findFirst({ where: wanted, orderBy: { edition: "desc" }, include: { contract: { select: { state: true, ...ABOUT_RESULT } } } });
  if (!row) return null;
  const record = CertificateRecord.parse(row.facts);
  const shown = publicCertificate(
    {
      registrationNo: record.registrationNo,
      version: record.edition,
      state: row.contract.state,
      contractType: record.contractType,
      registeredOn: record.registeredOn,
      projectName: record.projectName,
      sellers: record.sellers,
      buyers: record.buyers,
      officeName: record.officeName,
      ruleSet: record.ruleSet,
      turnoverFen: BigInt(record.turnoverFen),
      technicalAmountFen: BigInt(record.technicalFen),
      secrecy: record.secret satisfies Secrecy,
    },
    { turnoverFen: turnover, technicalAmountFen: technicalAmount },
  );
  const { projectName, sellers, buyers, ...always } = shown;
  const withheld = isAboutWithheld(row.contract);
  return {
    ...always,
    ...(byCode && !withheld ? { projectName, sellers, buyers } : {}),
    /** Not shown to anybody while its result is looked into, or for good. */
    withheld,
    // An edition that a newer one replaced is void on paper, although the registration stands.
    superseded: row.revokedReason === "SUPERSEDED",
    issuedAt: row.issuedAt,
    revokedAt: row.revokedReason === "SUPERSEDED" ? null : row.revokedAt,
    hash: row.hash,
    intact: certificateHash(record) === row.hash,
  };
});

/** The certificate in full, for its PDF: for the applicant, the office and the province. */
export const readCertificate = defineQuery("registration.read-certificate", ReadCertificateInput, async (ctx, { contractId, edition }) => {
  const contract = await ctx.db.contract.findUnique({ where: { id: contractId }, select: { applicantId: true, officeId: true, divisionCode: true, state: true, ...ABOUT_RESULT } });
  if (!contract) notFound("contract", contractId);
  ctx.authorise({ ownerId: contract.applicantId, officeId: contract.officeId, divisionCode: contract.divisionCode });
  if (isAboutWithheld(contract)) throw new DomainError("CONTENT_WITHHELD", "not-found");
  const row = await ctx.db.registrationCertificate.findFirst({ where: { contractId, ...(edition !== undefined ? { edition } : {}) }, orderBy: { edition: "desc" } });
  if (!row) return notFound("certificate", contractId);
  const issued = {
    record: CertificateRecord.parse(row.facts),
    verifyCode: row.verifyCode,
    hash: row.hash,
    issuedAt: row.issuedAt,
    void: row.revokedAt === null ? null : { at: row.revokedAt, reason: row.revokedReason ?? "" },
  };
  return { ...issued, sheet: registrationSheet(issued, ctx.config.publicUrl) };
});
