import { canonicalJson, sha256 } from "../shared/canonical.ts";
import { dayOf } from "../shared/clock.ts";
import type { Context } from "../shared/use-case.ts";
import type { ContractDraft } from "../contract/index.ts";
import { CertificateRecord } from "./certificate.schema.ts";
import { draftOf, type ContractFile } from "./recognition.repository.ts";
import type { Registered } from "./registration-facts.ts";
import { newVerifyCode } from "./verify-code.ts";

/** SHA-256 over the canonical facts: whoever holds them can compute it. */
export function certificateHash(record: CertificateRecord): string {
  return sha256(canonicalJson(record)).toString("hex");
}

export type Signatures = { readonly registrar: string; readonly secondReviewer: string | null; readonly ruleSet: string };

/** Issues an edition of the certificate (登记证明); an earlier one is void from that moment. */
export async function issueCertificate(
  ctx: Context,
  file: ContractFile,
  registered: Registered,
  { registrar, secondReviewer, ruleSet }: Signatures,
  { at, draft = draftOf(file) }: { readonly at: Date; readonly draft?: ContractDraft },
): Promise<{ verifyCode: string; hash: string }> {
  const record = CertificateRecord.parse({
    registrationNo: registered.registrationNo,
    edition: registered.edition,
    contractId: file.id,
    contractType: registered.contractType,
    projectName: draft.projectName,
    sellers: draft.sellers.map(({ name }) => name),
    buyers: draft.buyers.map(({ name }) => name),
    signedOn: draft.signedOn,
    validFrom: draft.validFrom,
    validTo: draft.validTo,
    registeredOn: dayOf(registered.registeredAt),
    issuedOn: dayOf(at),
    turnoverFen: String(draft.turnoverFen),
    technicalFen: String(registered.technicalFen),
    secret: draft.secret,
    officeName: file.office!.name,
    officeDivision: file.office!.divisionCode,
    registrar,
    secondReviewer,
    ruleSet,
  });
  await ctx.tx.registrationCertificate.updateMany({ where: { contractId: file.id, revokedAt: null }, data: { revokedAt: at, revokedReason: "SUPERSEDED" } });
  const verifyCode = newVerifyCode();
  const hash = certificateHash(record);
  await ctx.tx.registrationCertificate.create({ data: { contractId: file.id, edition: registered.edition, facts: record, hash, verifyCode, issuedAt: at } });
  return { verifyCode, hash };
}
