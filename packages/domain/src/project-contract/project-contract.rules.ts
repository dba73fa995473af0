/** What a funder's contract asks before a result is disposed of (处置约定). 北京市促进科技成果转化条例 14: as agreed with the funder. */
export const DISPOSAL_DEMANDS = ["FREE", "CONSENT"] as const;
export type DisposalDemand = (typeof DISPOSAL_DEMANDS)[number];

export type FunderContract = { readonly demand: string; readonly hasConsent: boolean };

/** Where the funder has to agree, nothing is offered before his paper is on file. A result without such a contract is bound by none. */
export function funderRefusal(contract: FunderContract | null): "FUNDER_CONSENT_MISSING" | undefined {
  return contract?.demand === "CONSENT" && !contract.hasConsent ? "FUNDER_CONSENT_MISSING" : undefined;
}

export type ConsentPaper = { readonly consentNo: string; readonly consentOn: string | null; readonly documentId: string | null };

/** A consent is whole: number, day and paper, or nothing yet; it does not lie ahead. */
export function consentProblems({ consentNo, consentOn, documentId }: ConsentPaper, today: string): { readonly path: keyof ConsentPaper; readonly code: "CONSENT_PART_MISSING" | "CONSENT_IN_FUTURE" }[] {
  if (consentNo === "" && consentOn === null && documentId === null) return [];
  const missing = { consentNo: consentNo === "", consentOn: consentOn === null, documentId: documentId === null };
  return [
    ...(Object.keys(missing) as (keyof ConsentPaper)[]).filter((path) => missing[path]).map((path) => ({ path, code: "CONSENT_PART_MISSING" as const })),
    ...(consentOn !== null && consentOn > today ? [{ path: "consentOn" as const, code: "CONSENT_IN_FUTURE" as const }] : []),
  ];
}
