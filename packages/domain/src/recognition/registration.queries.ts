import { organisationOf } from "../shared/actor.ts";
import { notFound } from "../shared/errors.ts";
import { defineQuery } from "../shared/use-case.ts";
import { publicCertificate, type Secrecy } from "./certificate.rules.ts";
import { CertificateRecord } from "./certificate.schema.ts";
import { certificateHash } from "./issue-certificate.ts";
import { ReadCertificateInput, VerifyInput } from "./recognition.schema.ts";
import { normaliseVerifyCode } from "./verify-code.ts";

/**
 * The public check of a registration by its number or the code on its certificate. Shows what may be public and whether an amount that the
 * asker holds in hands is the registered one, never the amount. Null when there is no such registration.
 */
export const verifyRegistration = defineQuery("registration.verify", VerifyInput, async (ctx, { number, code, turnover, technicalAmount }) => {
  ctx.authorise();
  const byCode = code ? { verifyCode: normaliseVerifyCode(code) } : undefined;
  const byNumber = number ? { contract: { registrationNo: number.replace(/\s/g, "") } } : undefined;
  const wanted = byCode ?? byNumber;
  if (!wanted) return null;
  const row = await ctx.db.registrationCertificate.findFirst({ where: wanted, orderBy: { edition: "desc" }, include: { contract: { select: { state: true } } } });
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
  return {
    ...shown,
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
  const contract = await ctx.db.contract.findUnique({ where: { id: contractId }, select: { applicantId: true, officeId: true, divisionCode: true, state: true } });
  if (!contract) notFound("contract", contractId);
  ctx.authorise({ ownerId: contract.applicantId, officeId: contract.officeId, divisionCode: contract.divisionCode });
  const row = await ctx.db.registrationCertificate.findFirst({ where: { contractId, ...(edition !== undefined ? { edition } : {}) }, orderBy: { edition: "desc" } });
  if (!row) return notFound("certificate", contractId);
  return {
    record: CertificateRecord.parse(row.facts),
    verifyCode: row.verifyCode,
    hash: row.hash,
    issuedAt: row.issuedAt,
    void: row.revokedAt === null ? null : { at: row.revokedAt, reason: row.revokedReason ?? "" },
    readFor: organisationOf(ctx.actor)?.name ?? "",
  };
});
