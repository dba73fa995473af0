import type { Tx } from "../shared/database.ts";
import { invalidField } from "../shared/errors.ts";
import type { ContractDraft, DraftParty } from "./draft.rules.ts";

/** Ties parties to the organisations of the platform that bear their credit codes. */
export async function linkParties(tx: Tx, draft: ContractDraft): Promise<ContractDraft> {
  const unlinked = [...draft.sellers, ...draft.buyers].flatMap(({ creditCode, organisationId }) => (creditCode !== null && organisationId === null ? [creditCode] : []));
  if (unlinked.length === 0) return draft;
  const known = await tx.organisation.findMany({ where: { creditCode: { in: unlinked } }, select: { id: true, creditCode: true } });
  const idOf = new Map(known.map(({ id, creditCode }) => [creditCode, id]));
  const link = (party: DraftParty): DraftParty => (party.organisationId === null && party.creditCode !== null ? { ...party, organisationId: idOf.get(party.creditCode) ?? null } : party);
  return { ...draft, sellers: draft.sellers.map(link), buyers: draft.buyers.map(link) };
}

/** Only documents that the applicant uploaded itself can be attached: an id alone opens nobody else's document. */
export async function checkAttachments(tx: Tx, { attachments }: Pick<ContractDraft, "attachments">, applicantId: string): Promise<void> {
  if (attachments.length === 0) return;
  const own = await tx.document.findMany({ where: { id: { in: attachments.map(({ documentId }) => documentId) }, ownerId: applicantId }, select: { id: true } });
  const ids = new Set(own.map(({ id }) => id));
  const foreign = attachments.findIndex(({ documentId }) => !ids.has(documentId));
  if (foreign >= 0) invalidField(`attachments.${foreign}.documentId`, "DOCUMENT_NOT_YOURS");
}
