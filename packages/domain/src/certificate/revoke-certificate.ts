import { factsOf, getDeal } from "../deal/index.ts";
import { DomainError, notFound, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { CertificateRevoked } from "./certificate.events.ts";
import { correctionRefusal } from "./certificate.rules.ts";
import { RevokeCertificateInput, RevokeWithDealInput } from "./certificate.schema.ts";

/** Takes a certificate back for a reason (撤销凭证); whoever verifies it sees that, and a corrected one may follow. Trading §7. */
export const revokeCertificate = defineUseCase("certificate.revoke", RevokeCertificateInput, async (ctx, { certificateId, reason }) => {
  const certificate = (await ctx.tx.transactionCertificate.findUnique({ where: { id: certificateId } })) ?? notFound("certificate", certificateId);
  const deal = await getDeal(ctx.tx, certificate.dealId);
  ctx.authorise(factsOf(deal));
  const refusal = correctionRefusal({ state: certificate.revokedAt === null ? "ACTIVE" : "REVOKED", reason });
  if (refusal) refuse(`CERTIFICATE_${refusal}`);
  const { count } = await ctx.tx.transactionCertificate.updateMany({ where: { id: certificateId, revokedAt: null }, data: { revokedAt: ctx.clock.now(), revokedReason: reason } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  ctx.record({ type: "certificate", id: certificateId, divisionCode: deal.divisionCode, before: { state: "ACTIVE" }, after: { state: "REVOKED", reason } });
  ctx.emit(CertificateRevoked, { type: "certificate", id: certificateId }, { certificateId, no: certificate.no, dealId: deal.id, reason });
  return { certificateId, no: certificate.no };
});

/** A deal that was annulled or defaulted on has no certificate (交易失败，凭证失效). Told twice, it is revoked once. */
export const revokeWithDeal = defineUseCase("certificate.revoke-with-deal", RevokeWithDealInput, async (ctx, { dealId, reason }) => {
  ctx.authorise();
  const deal = await getDeal(ctx.tx, dealId);
  const active = await ctx.tx.transactionCertificate.findFirst({ where: { dealId, revokedAt: null } });
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { revoked: active?.no ?? null, reason } });
  if (!active) return { certificateId: null };
  await ctx.tx.transactionCertificate.updateMany({ where: { id: active.id, revokedAt: null }, data: { revokedAt: ctx.clock.now(), revokedReason: reason } });
  ctx.emit(CertificateRevoked, { type: "certificate", id: active.id }, { certificateId: active.id, no: active.no, dealId, reason });
  return { certificateId: active.id };
});
