import type { Day } from "../shared/clock.ts";
import type { FieldProblem } from "../shared/errors.ts";
import { amountWorksheet, type Deduction } from "./amounts.rules.ts";
import { attachmentChecklist, missingAttachments, type AttachmentFacts, type ChecklistItem } from "./attachments.rules.ts";
import { formProblems, type CodeLookup, type InstalmentEntry, type PartyEntry, type PatentEntry, type RegistrationForm } from "./contract.rules.ts";
import { fingerprintOf, normaliseText, textFingerprint } from "./duplicate.rules.ts";
import { BLANK } from "./clauses/clause.rules.ts";
import { chineseShare } from "./text-of-file.rules.ts";

/** A party as typed; what is not known yet is null. */
export type DraftParty = {
  readonly organisationId: string | null;
  readonly name: string;
  readonly country: string;
  readonly division: string | null;
  readonly nature: string | null;
  readonly creditCode: string | null;
  readonly shareBp: number | null;
  /** 法定代表人. */
  readonly representative: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
};

/** 分期付款: `note` says on what condition it falls due. */
export type DraftInstalment = InstalmentEntry & { readonly note?: string };

/** Reliefs and rewards that a registration can serve (拟享受政策): they open the tax part of the provincial review. */
export const TAX_CLAIMS = ["VAT", "ENTERPRISE_INCOME_TAX", "PERSONAL_INCOME_TAX", "REWARD"] as const;
export type TaxClaim = (typeof TAX_CLAIMS)[number];

/** 保密要求. State secrets never enter the open system. */
export const SECRECY_KINDS = ["none", "commercial"] as const;

/** The registration form while it is being filled in (技术合同登记表草稿). */
export type ContractDraft = {
  readonly projectName: string;
  readonly contractType: string | null;
  readonly licenceMode: string | null;
  readonly licenceRegion: string | null;
  readonly sublicence: boolean | null;
  readonly signedOn: Day | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly sellers: readonly DraftParty[];
  readonly buyers: readonly DraftParty[];
  readonly turnoverFen: bigint | null;
  readonly deductions: readonly Deduction[];
  readonly instalments: readonly DraftInstalment[];
  readonly techField: string | null;
  readonly ipKinds: readonly string[];
  readonly patents: readonly PatentEntry[];
  readonly programme: string | null;
  readonly programmeNo: string | null;
  readonly objective: string | null;
  readonly industry: string | null;
  readonly payment: string | null;
  readonly royaltyBase: string | null;
  readonly royaltyRateMode: string | null;
  readonly expectedInvestmentFen: bigint | null;
  readonly expectedOutputFen: bigint | null;
  readonly secret: string;
  readonly taxClaims: readonly string[];
  readonly text: string;
  readonly signedByInternalBody: boolean;
  readonly approvalRequired: boolean;
  /** 外文合同: the text is then its Chinese version. */
  readonly foreignLanguage: boolean;
  readonly responsible: string | null;
  readonly preparedBy: string | null;
  readonly preparedOn: Day | null;
  readonly attachments: readonly { readonly code: string; readonly documentId: string }[];
  /** Set when the file came from a deal signed on this platform: its text is then the contract itself. */
  readonly dealId: string | null;
};

const REQUIRED = [
  "projectName", "contractType", "signedOn", "validFrom", "validTo", "turnoverFen", "techField", "programme", "objective", "industry", "payment", "responsible",
] as const satisfies readonly (keyof ContractDraft)[];

function missingFields(draft: ContractDraft): readonly string[] {
  const parties = (["sellers", "buyers"] as const).flatMap((side) =>
    draft[side].flatMap(({ name, nature }, i) => [...(name.trim() === "" ? [`${side}.${i}.name`] : []), ...(nature === null ? [`${side}.${i}.nature`] : [])]),
  );
  return [...REQUIRED.filter((field) => draft[field] === null || draft[field] === ""), ...parties];
}

/** 技术交易额 of the form as it stands: the worksheet's result; null while it cannot be one. */
export function technicalAmountOf({ turnoverFen, deductions }: Pick<ContractDraft, "turnoverFen" | "deductions">): bigint | null {
  if (turnoverFen === null) return null;
  const { technicalAmountFen } = amountWorksheet(turnoverFen, deductions);
  return technicalAmountFen < 0n ? null : technicalAmountFen;
}

function partyEntry({ name, country, division, nature, creditCode, shareBp }: DraftParty): PartyEntry {
  return {
    name,
    country,
    nature: nature ?? "",
    ...(division !== null ? { division } : {}),
    ...(creditCode !== null ? { creditCode } : {}),
    ...(shareBp !== null ? { shareBp } : {}),
  };
}

/** The draft as a form; what is missing is filled so that the other rules can still be tried. */
function formOf(draft: ContractDraft, today: Day): RegistrationForm {
  const signedOn = draft.signedOn ?? today;
  return {
    projectName: draft.projectName,
    contractType: draft.contractType ?? "",
    ...(draft.licenceMode !== null ? { licenceMode: draft.licenceMode } : {}),
    ...(draft.licenceRegion !== null ? { licenceRegion: draft.licenceRegion } : {}),
    ...(draft.sublicence !== null ? { sublicence: draft.sublicence } : {}),
    signedOn,
    validFrom: draft.validFrom ?? signedOn,
    validTo: draft.validTo ?? (draft.validFrom !== null && draft.validFrom > today ? draft.validFrom : today),
    sellers: draft.sellers.map(partyEntry),
    buyers: draft.buyers.map(partyEntry),
    turnoverFen: draft.turnoverFen ?? 0n,
    technicalAmountFen: technicalAmountOf(draft) ?? 0n,
    deductions: draft.deductions,
    instalments: draft.instalments,
    techField: draft.techField ?? "",
    ipKinds: draft.ipKinds,
    patents: draft.patents,
    programme: draft.programme ?? "0",
    ...(draft.programmeNo !== null ? { programmeNo: draft.programmeNo } : {}),
    objective: draft.objective ?? "",
    industry: draft.industry ?? "",
    payment: draft.payment ?? "",
    ...(draft.royaltyBase !== null ? { royaltyBase: draft.royaltyBase } : {}),
    ...(draft.royaltyRateMode !== null ? { royaltyRateMode: draft.royaltyRateMode } : {}),
    ...(draft.expectedInvestmentFen !== null ? { expectedInvestmentFen: draft.expectedInvestmentFen } : {}),
    ...(draft.expectedOutputFen !== null ? { expectedOutputFen: draft.expectedOutputFen } : {}),
  };
}

export type FormSurroundings = { readonly today: Day; readonly codes: CodeLookup; readonly creditCodeIsRight: (code: string) => boolean };

const AMOUNT_PATHS: ReadonlySet<string> = new Set(["turnoverFen", "technicalAmountFen", "deductions", "instalments"]);

/**
 * Everything that keeps a form from being filed, each said once: a missing field is named as missing, not as wrong. Paths are those of the
 * form as it is sent, so an amount is `turnover`, not `turnoverFen`.
 */
export function draftProblems(draft: ContractDraft, { today, codes, creditCodeIsRight }: FormSurroundings): readonly FieldProblem[] {
  const missing = missingFields(draft);
  const unsaid = new Set<string>(missing);
  const found = formProblems({ form: formOf(draft, today), today, codes, creditCodeIsRight }).filter(
    ({ path }) => !unsaid.has(path) && !(unsaid.has("turnoverFen") && AMOUNT_PATHS.has(path)),
  );
  const all = [...missing.map((path): FieldProblem => ({ path, code: "FIELD_REQUIRED" })), ...found, ...textProblems(draft), ...materialProblems(draft)];
  return all.map((problem) => ({ ...problem, path: problem.path.replace(/Fen\b/g, "") }));
}

/** Below this the text is in another language: the office works with the Chinese one (认定规则（民法典时期文本） Art. 36, provisional numbering). */
const CHINESE_SHARE = 0.3;

function textProblems({ text }: ContractDraft): readonly FieldProblem[] {
  const left = BLANK.exec(text)?.[0];
  return [
    ...(left === undefined ? [] : [{ path: "text", code: "TEXT_HAS_BLANKS", details: { blank: left } }]),
    ...(chineseShare(text) < CHINESE_SHARE ? [{ path: "text", code: "TEXT_NOT_CHINESE" }] : []),
  ];
}

function materialProblems(draft: ContractDraft): readonly FieldProblem[] {
  return missingAttachments(attachmentFacts(draft), fulfilledMaterials(draft)).map((code) => ({ path: `attachments.${code}`, code: "ATTACHMENT_MISSING", details: { code } }));
}

export function attachmentFacts(draft: ContractDraft): AttachmentFacts {
  return {
    contractType: draft.contractType ?? "",
    registeredRight: draft.ipKinds.some((kind) => kind !== "0" && kind !== "1"),
    signedByInternalBody: draft.signedByInternalBody,
    approvalRequired: draft.approvalRequired,
    reliefClaimed: draft.taxClaims.length > 0,
    sellerAbroad: draft.sellers.length > 0 && draft.sellers.every(({ country }) => country !== "CHN"),
    foreignLanguage: draft.foreignLanguage,
    jointSellers: draft.sellers.length > 1,
    governmentProgramme: draft.programme !== null && draft.programme !== "0",
    // Licence and identity were checked when the organisation was verified; an unverified one cannot file at all.
    firstFilingOfAccount: false,
  };
}

/**
 * Materials at hand: attached documents; the text of a deal that both sides signed here is the contract (A01); the commitment (A09) is given
 * with the filing itself, by the person who files; the amount worksheet of the form is the verification sheet (A08).
 */
export function fulfilledMaterials({ attachments, dealId, text, turnoverFen }: Pick<ContractDraft, "attachments" | "dealId" | "text" | "turnoverFen">): readonly string[] {
  return [
    ...attachments.map(({ code }) => code),
    "A09",
    ...(dealId !== null && text.trim() !== "" ? ["A01"] : []),
    ...(turnoverFen !== null ? ["A08"] : []),
  ];
}

export type Material = ChecklistItem & { readonly fulfilledBy: "document" | "deal" | "declaration" | "worksheet" | null };

export function materialsOf(draft: ContractDraft): readonly Material[] {
  const attached = new Set(draft.attachments.map(({ code }) => code));
  const otherwise: Readonly<Record<string, Material["fulfilledBy"]>> = {
    A01: draft.dealId !== null && draft.text.trim() !== "" ? "deal" : null,
    A08: draft.turnoverFen !== null ? "worksheet" : null,
    A09: "declaration",
  };
  return attachmentChecklist(attachmentFacts(draft)).map((item) => ({ ...item, fulfilledBy: attached.has(item.code) ? "document" : (otherwise[item.code] ?? null) }));
}

/** A text shorter than this says too little to be the contract itself ("see attachment"), so it is not compared. */
const COMPARABLE_TEXT = 100;

export function comparableFingerprint(text: string): string | null {
  const normalised = normaliseText(text);
  const isShort = normalised.length < 2 * COMPARABLE_TEXT && [...normalised].length < COMPARABLE_TEXT;
  return isShort ? null : fingerprintOf(normalised);
}

/** Who a party is across files: its credit code, or its name when it has none. */
export function partyKey({ creditCode, name }: { readonly creditCode?: string | null; readonly name: string }): string {
  return creditCode ?? normaliseText(name);
}

/** Equal for two files of the same contract (同一合同): parties, amount, day of signing and name. Null while one of them is missing. */
export function onePlaceKey(draft: Pick<ContractDraft, "sellers" | "buyers" | "turnoverFen" | "signedOn" | "projectName">): string | null {
  if (draft.turnoverFen === null || draft.signedOn === null || draft.sellers.length === 0 || draft.buyers.length === 0) return null;
  const keys = (side: "sellers" | "buyers"): string => draft[side].map(partyKey).toSorted().join("与");
  return textFingerprint([keys("sellers"), keys("buyers"), String(draft.turnoverFen), draft.signedOn, normaliseText(draft.projectName)].join("之"));
}

export type Applicant = { readonly id: string; readonly creditCode: string };

/** Who files (管理办法（2000） Art. 8; 2024 draft Art. 11): one of the sellers, or for an import, where all sellers are abroad, the domestic buyer. */
export function applicantIs({ sellers, buyers }: Pick<ContractDraft, "sellers" | "buyers">, applicant: Applicant): "seller" | "buyer" | "neither" {
  const isApplicant = ({ organisationId, creditCode }: DraftParty): boolean => organisationId === applicant.id || creditCode === applicant.creditCode;
  const abroad = sellers.length > 0 && sellers.every(({ country }) => country !== "CHN");
  if (abroad) return buyers.some(isApplicant) ? "buyer" : "neither";
  return sellers.some(isApplicant) ? "seller" : "neither";
}
