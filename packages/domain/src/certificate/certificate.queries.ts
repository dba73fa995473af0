import { z } from "zod";
import { canonicalJson, sha256 } from "../shared/canonical.ts";
import { notFound } from "../shared/errors.ts";
import type { CertificateSheet } from "../shared/pdf.ts";
import { ABOUT_RESULT, demandShown, isAboutWithheld } from "../shared/withheld.ts";
import { defineQuery } from "../shared/use-case.ts";
import { certificateSheet } from "./certificate.sheet.ts";
import { CertifiedFacts, VerifyCertificateInput } from "./certificate.schema.ts";

export type VerifiedCertificate = {
  readonly found: true;
  readonly state: "ACTIVE" | "REVOKED";
  readonly no: string;
  readonly issuedAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedReason: string | null;
  /** The certificate that corrects this one, where there is one. */
  readonly replacedBy: string | null;
  /** Whether the stored facts still give the hash of the issue. */
  readonly intact: boolean;
  readonly hash: string;
  readonly venue: string;
  /** What it says: only for who knows the verify code, that is, holds the certificate. */
  readonly facts: CertifiedFacts | null;
  readonly verifyCode: string | null;
};
export type CertificateVerdict = VerifiedCertificate | { readonly found: false };

/** Verifies a transaction certificate (验证交易凭证) by number or verify code. */
export const verifyCertificate = defineQuery("certificate.verify", VerifyCertificateInput, async (ctx, { no, code }): Promise<CertificateVerdict> => {
  ctx.authorise();
  const row = await ctx.db.transactionCertificate.findUnique({ where: code ? { verifyCode: code } : { no: no! }, include: ABOUT_RESULT });
  if (!row || (no && code && row.no !== no)) return { found: false };
  const facts = CertifiedFacts.parse(row.facts);
  const withheld = isAboutWithheld(row);
  const successor = await ctx.db.transactionCertificate.findFirst({ where: { replacesId: row.id }, select: { no: true } });
  return {
    found: true,
    state: row.revokedAt === null ? "ACTIVE" : "REVOKED",
    no: row.no,
    issuedAt: row.issuedAt,
    revokedAt: row.revokedAt,
    revokedReason: withheld ? null : row.revokedReason,
    replacedBy: successor?.no ?? null,
    intact: sha256(canonicalJson(facts)).toString("hex") === row.hash,
    hash: row.hash,
    venue: facts.venue,
    facts: code && !withheld ? facts : null,
    verifyCode: code ? row.verifyCode : null,
  };
});

/** The sheet of a certificate, for whoever holds its verify code; revoked ones say so across the page. */
export const printCertificate = defineQuery("certificate.verify", z.object({ code: z.string().trim().toUpperCase().max(40) }), async (ctx, { code }): Promise<CertificateSheet> => {
  ctx.authorise();
  const row = (await ctx.db.transactionCertificate.findUnique({ where: { verifyCode: code }, include: ABOUT_RESULT })) ?? notFound("certificate", code);
  demandShown(row.deal.result);
  return certificateSheet({ ...row, facts: CertifiedFacts.parse(row.facts) }, ctx.config.publicUrl);
});
