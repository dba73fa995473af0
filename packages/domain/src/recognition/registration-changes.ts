import { notifyAuthority } from "../notification/index.ts";
import { draftOf as formOf } from "./recognition.repository.ts";
import type { Context } from "../shared/use-case.ts";
import { ContractAmended, ContractCancelled, ContractRevoked } from "./recognition.events.ts";
import { issueCertificate } from "./issue-certificate.ts";
import { nameOfPerson } from "./issue-registration.ts";
import type { ContractFile } from "./recognition.repository.ts";
import { registrationFacts, type Registered } from "./registration-facts.ts";
import type { ContractDraft } from "../contract/index.ts";

/** The registration as it stands: what its number, class, amount and latest edition are. */
export async function standing(ctx: Context, file: ContractFile): Promise<Registered> {
  const latest = await ctx.tx.registrationCertificate.findFirstOrThrow({ where: { contractId: file.id }, orderBy: { edition: "desc" }, select: { edition: true } });
  return {
    registrationNo: file.registrationNo!,
    registeredAt: file.registeredAt!,
    edition: latest.edition,
    contractType: file.contractType!,
    technicalFen: file.technicalFen!,
    registrarId: file.registrarId,
  };
}

/** A new edition of the certificate for changed facts, and the difference told to statistics and risk rules. */
export async function amend(ctx: Context, file: ContractFile, after: { readonly draft: ContractDraft; readonly contractType: string; readonly technicalFen: bigint; readonly byId: string | null }): Promise<string> {
  const at = ctx.clock.now();
  const before = await standing(ctx, file);
  const next: Registered = { ...before, edition: before.edition + 1, contractType: after.contractType, technicalFen: after.technicalFen, registrarId: after.byId };
  const registrar = await nameOfPerson(ctx, after.byId);
  const { verifyCode } = await issueCertificate(ctx, file, next, { registrar, secondReviewer: null, ruleSet: file.ruleSet! }, { at, draft: after.draft });
  ctx.emit(ContractAmended, { type: "contract", id: file.id }, {
    before: registrationFacts(file, before),
    after: registrationFacts(file, next, after.draft),
    amendedAt: at.toISOString(),
  });
  return verifyCode;
}

/** The certificate is void and the registration counts no more; the province tells the tax and finance bodies (2024 draft Art. 16). */
export async function endRegistration(ctx: Context, file: ContractFile, how: "CANCELLED" | "REVOKED", reason: string, reliefTaken = false): Promise<void> {
  const at = ctx.clock.now();
  const facts = { ...registrationFacts(file, await standing(ctx, file), formOf(file)), endedAt: at.toISOString(), reason };
  await ctx.tx.registrationCertificate.updateMany({ where: { contractId: file.id, revokedAt: null }, data: { revokedAt: at, revokedReason: how } });
  ctx.emit(how === "CANCELLED" ? ContractCancelled : ContractRevoked, { type: "contract", id: file.id }, facts);
  await notifyAuthority(ctx, file.office!.divisionCode, {
    kind: reliefTaken ? "registration.ended-relief" : "registration.ended",
    params: { projectName: file.projectName, registrationNo: file.registrationNo! },
    link: `/desk/contracts/${file.id}`,
  });
}
