/** What a funder's contract asks before a result is disposed of (处置约定). 北京市促进科技成果转化条例 14: as agreed with the funder. */
export const DISPOSAL_DEMANDS = ["FREE", "CONSENT"] as const;
export type DisposalDemand = (typeof DISPOSAL_DEMANDS)[number];

/** 计划外, in the table of programmes: paid for by nobody but the owner. */
const OUTSIDE_PROGRAMMES = "0";

/** Whether a result says of itself that somebody funded the work: by the number of a project, or by a government programme. */
export function namesProject({ projectNo, programme }: { readonly projectNo: string | null; readonly programme: string | null }): boolean {
  return (projectNo ?? "") !== "" || ((programme ?? "") !== "" && programme !== OUTSIDE_PROGRAMMES);
}

export type FunderContract = { readonly demand: string; readonly hasConsent: boolean };

/**
 * A seller bound by a project contract disposes as agreed with the funder (trading §1). What was agreed is known only where it was declared: of a result
 * that names a project nothing is offered before; and where the funder has to agree, not before his paper is on file.
 */
export function funderRefusal(contract: FunderContract | null, isFunded: boolean): "PROJECT_CONTRACT_UNDECLARED" | "FUNDER_CONSENT_MISSING" | undefined {
  if (contract === null) return isFunded ? "PROJECT_CONTRACT_UNDECLARED" : undefined;
  return contract.demand === "CONSENT" && !contract.hasConsent ? "FUNDER_CONSENT_MISSING" : undefined;
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
