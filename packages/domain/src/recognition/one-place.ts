import { comparableFingerprint, onePlaceKey, partyKey, type ContractDraft } from "../contract/index.ts";
import type { Database, Tx } from "../shared/database.ts";
import { BLOCKING_STATES } from "./recognition.machine.ts";

export type SameContract = { readonly contractId: string; readonly officeName: string; readonly state: string; readonly registrationNo: string | null };

/**
 * The standing or open file of the same contract, wherever in the country it lies (管理办法（2000） Art. 8): the same parties, amount, day
 * and name, or the same text between the same parties. Equal texts of other parties are no proof, since templates are common: they are shown
 * to the registrar instead.
 */
export async function sameContract(db: Tx | Database, contractId: string, draft: ContractDraft): Promise<SameContract | undefined> {
  const key = onePlaceKey(draft);
  const fingerprint = comparableFingerprint(draft.text);
  const candidates = await db.contract.findMany({
    where: {
      id: { not: contractId },
      state: { in: [...BLOCKING_STATES] },
      OR: [...(key !== null ? [{ onePlaceKey: key }] : []), ...(fingerprint !== null ? [{ textFingerprint: fingerprint }] : [])],
    },
    select: { id: true, state: true, registrationNo: true, onePlaceKey: true, office: { select: { name: true } }, parties: { select: { side: true, name: true, creditCode: true } } },
    take: 100,
  });
  const keysOf = (side: "sellers" | "buyers"): ReadonlySet<string> => new Set(draft[side].map(partyKey));
  const [sellers, buyers] = [keysOf("sellers"), keysOf("buyers")];
  const same = candidates.find(
    (one) =>
      (key !== null && one.onePlaceKey === key) ||
      (one.parties.some((party) => party.side === "SELLER" && sellers.has(partyKey(party))) && one.parties.some((party) => party.side === "BUYER" && buyers.has(partyKey(party)))),
  );
  return same && { contractId: same.id, officeName: same.office?.name ?? "", state: same.state, registrationNo: same.registrationNo };
}

/** Whoever files the same text at the same moment waits here, so that the second sees the first. */
export async function waitForSameText(tx: Tx, { text }: Pick<ContractDraft, "text">): Promise<void> {
  const fingerprint = comparableFingerprint(text);
  if (fingerprint !== null) await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`contract-text/${fingerprint}`}, 0))`;
}
