import type { ExportGateEvent, ExportGateState } from "./export-gate.machine.ts";

/** Why a trade crosses the border; a foreign-funded buyer at home is a case to look at (rights and income §12.2, §13). */
export const EXPORT_GROUNDS = ["BUYER_ABROAD", "BUYER_FOREIGN_FUNDED", "USE_ABROAD"] as const;
export type ExportGround = (typeof EXPORT_GROUNDS)[number];

/** 境外企业 and 外商投资企业 in the table of party types (性质). */
const ABROAD = /^500/;
const FOREIGN_FUNDED = /^3[0-4]0/;

/** Whether a buyer needs the gate, from its party type; null for a buyer at home. */
export function groundOf(partyType: string): Exclude<ExportGround, "USE_ABROAD"> | null {
  if (ABROAD.test(partyType)) return "BUYER_ABROAD";
  return FOREIGN_FUNDED.test(partyType) ? "BUYER_FOREIGN_FUNDED" : null;
}

/** An item of the catalogue of prohibited and restricted technologies: 050302J prohibited, …X restricted. */
export const CATALOGUE_ITEM = /^\d{6}[JX]$/;

/** What one person found. Two persons find it independently; only equal findings classify. */
export type Findings = {
  /** Item of the catalogue, "" where none fits. */
  readonly catalogueItem: string;
  readonly secretDeclared: boolean;
  /** On the list of dual-use or military items, or known or notified risk (出口管制法 12, catch-all). */
  readonly dualUse: boolean;
  readonly fiscalProject: boolean;
  /** Assignment or exclusive licence of its rights abroad (科学技术进步法 34). */
  readonly assignsOrExclusive: boolean;
  /** A transfer of rights abroad that 国办发〔2018〕19号 has reviewed for security. */
  readonly securityReview: boolean;
};

export const EXPORT_PAPERS = ["LETTER_OF_INTENT", "LICENCE", "DUAL_USE_LICENCE", "END_USER_CERTIFICATE", "CONTRACT_REGISTRATION", "PROJECT_APPROVAL", "SECURITY_REVIEW"] as const;
export type ExportPaperKind = (typeof EXPORT_PAPERS)[number];

export type ExportDecision = { readonly event: Extract<ExportGateEvent, `classify${string}` | "block">; readonly papersNeeded: readonly ExportPaperKind[] };

/** The decision procedure of §12.2, in its order; what is demanded in addition does not change the path. */
export function exportDecision(found: Findings): ExportDecision {
  if (found.secretDeclared || found.catalogueItem.endsWith("J")) return { event: "block", papersNeeded: [] };
  const also: ExportPaperKind[] = [];
  if (found.fiscalProject && found.assignsOrExclusive) also.push("PROJECT_APPROVAL");
  if (found.securityReview) also.push("SECURITY_REVIEW");
  if (found.dualUse) return { event: "classifyControlled", papersNeeded: ["DUAL_USE_LICENCE", "END_USER_CERTIFICATE", ...also] };
  if (found.catalogueItem.endsWith("X")) return { event: "classifyRestricted", papersNeeded: ["LETTER_OF_INTENT", "LICENCE", ...also] };
  return { event: "classifyFree", papersNeeded: ["CONTRACT_REGISTRATION", ...also] };
}

export function sameFindings(first: Findings, second: Findings): boolean {
  return (Object.keys(first) as (keyof Findings)[]).every((name) => first[name] === second[name]);
}

/** Working days that the authority has: 30 + 15 for restricted technology, 45 for dual-use items, 3 for registration (§12.1). */
export const AUTHORITY_WORKING_DAYS: Partial<Record<ExportGateState, number>> = { PENDING_INTENT: 30, PENDING_LICENCE: 15, CONTROLLED: 45, REGISTER: 3 };

/** The event that a paper is in a state, once every other paper of that step is there; undefined where it only adds to the file. */
export function whenPaperComes(state: ExportGateState, needed: readonly string[], present: ReadonlySet<string>): Extract<ExportGateEvent, "letterOfIntent" | "licence" | "register"> | undefined {
  const complete = needed.every((kind) => present.has(kind));
  switch (state) {
    case "PENDING_INTENT":
      return present.has("LETTER_OF_INTENT") ? "letterOfIntent" : undefined;
    case "PENDING_LICENCE":
    case "CONTROLLED":
      return complete ? "licence" : undefined;
    case "REGISTER":
      return complete ? "register" : undefined;
    default:
      return undefined;
  }
}

/** What two sides mean to do across the border. Bidding is negotiation (§12.3 [D]). */
export type ExportStage = "NEGOTIATE" | "SIGN" | "CERTIFY";

const OPEN_IN: Record<ExportStage, ReadonlySet<ExportGateState>> = {
  NEGOTIATE: new Set<ExportGateState>(["FREE", "MAY_NEGOTIATE", "PENDING_LICENCE", "REGISTER", "CLEARED"]),
  SIGN: new Set<ExportGateState>(["FREE", "MAY_NEGOTIATE", "CLEARED"]),
  CERTIFY: new Set<ExportGateState>(["CLEARED"]),
};

/** §12.3: no substantive talks before the letter of intent, no certificate before the gate is cleared; a buyer abroad without a gate is held. */
export function stageRefusal(stage: ExportStage, gate: ExportGateState | null): "EXPORT_NOT_CHECKED" | "EXPORT_BLOCKED" | "EXPORT_PAPER_MISSING" | undefined {
  if (gate === null || gate === "CHECK") return "EXPORT_NOT_CHECKED";
  if (gate === "BLOCKED") return "EXPORT_BLOCKED";
  return OPEN_IN[stage].has(gate) ? undefined : "EXPORT_PAPER_MISSING";
}
