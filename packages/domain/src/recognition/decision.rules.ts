import type { Day } from "../shared/clock.ts";
import type { FieldProblem } from "../shared/errors.ts";
import { ruleSet, type RuleSetCode } from "./rule-sets.rules.ts";

/** Grounds of refusal (不予登记理由): the codes of reference table refusal-reasons. */
export const REFUSAL_REASON_CODES = [
  "RF01", "RF02", "RF03", "RF04", "RF05", "RF06", "RF07", "RF08", "RF09", "RF10", "RF11", "RF12", "RF13", "RF14", "RF99",
] as const;
export type RefusalReasonCode = (typeof REFUSAL_REASON_CODES)[number];

export type SecondReviewFacts = {
  readonly technicalAmountFen: bigint;
  readonly turnoverFen: bigint;
  readonly disputed: boolean;
  /** An amber or red risk alert asks for a second pair of eyes. */
  readonly openAlerts: boolean;
  readonly provinceDivision: string;
};
export type SecondReviewGround = "LARGE_AMOUNT" | "DISPUTED" | "PROVINCIAL_RULE" | "OPEN_ALERT";

/** Jiangsu: a turnover of 5 million yuan or more needs a second approver (Jiangsu operating note). */
const PROVINCIAL_TURNOVER_THRESHOLDS: Readonly<Record<string, bigint>> = { "32": 500_000_000n };

/** Why a file needs a second review (大额、疑难复审); empty when one registrar may decide. */
export function secondReviewGrounds(facts: SecondReviewFacts, rules: RuleSetCode): readonly SecondReviewGround[] {
  const grounds: SecondReviewGround[] = [];
  if (facts.technicalAmountFen >= ruleSet(rules).secondReviewFromFen) grounds.push("LARGE_AMOUNT");
  if (facts.disputed) grounds.push("DISPUTED");
  const provincial = PROVINCIAL_TURNOVER_THRESHOLDS[facts.provinceDivision.slice(0, 2)];
  if (provincial !== undefined && facts.turnoverFen >= provincial) grounds.push("PROVINCIAL_RULE");
  if (facts.openAlerts) grounds.push("OPEN_ALERT");
  return grounds;
}

/** What the decision on an accepted file may be; a large file first goes to the second reviewer. */
export function eventOfDecision(wanted: "register" | "refuse", grounds: readonly SecondReviewGround[]): "register" | "refuse" | "sendToSecondReview" {
  return wanted === "register" && grounds.length > 0 ? "sendToSecondReview" : wanted;
}

/** A change or re-decision that makes or keeps a contract large is for the second reviewer, as its registration was. */
export function needsSecondReviewer(technicalFen: bigint, rules: RuleSetCode): boolean {
  return technicalFen >= ruleSet(rules).secondReviewFromFen;
}

/** Four eyes: the second reviewer is neither the registrar who decided first nor the one who accepted the file. */
export function maySecondReview(reviewerId: string, registrarIds: readonly string[]): boolean {
  return !registrarIds.includes(reviewerId);
}

/** The registrar's three questions (M2000; Zhejiang Regulation Art. 18). */
export type RecognitionAnswers = {
  readonly isTechnologyContract: boolean;
  readonly contractType?: string;
  readonly turnoverFen: bigint;
  readonly technicalAmountFen?: bigint;
};

export function answersProblems(answers: RecognitionAnswers): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!answers.isTechnologyContract) problems.push({ path: "isTechnologyContract", code: "NOT_A_TECHNOLOGY_CONTRACT" });
  if (!answers.contractType) problems.push({ path: "contractType", code: "CLASS_NOT_DECIDED" });
  const amount = answers.technicalAmountFen;
  if (amount === undefined) problems.push({ path: "technicalAmountFen", code: "AMOUNT_NOT_DECIDED" });
  else if (amount > answers.turnoverFen) problems.push({ path: "technicalAmountFen", code: "TECHNICAL_AMOUNT_ABOVE_TURNOVER" });
  else if (amount <= 0n) problems.push({ path: "technicalAmountFen", code: "TECHNICAL_AMOUNT_ZERO" });
  return problems;
}

export type RefusalInput = { readonly reasons: readonly { readonly code: string; readonly fact: string }[] };
const REFUSAL_FACT_MIN_LENGTH = 10;

/** A refusal names at least one ground and, for each, the facts of this file; it never repeats a ground. */
export function refusalProblems({ reasons }: RefusalInput): readonly FieldProblem[] {
  if (reasons.length === 0) return [{ path: "reasons", code: "REFUSAL_WITHOUT_REASON" }];
  const codes: readonly string[] = REFUSAL_REASON_CODES;
  return reasons.flatMap(({ code, fact }, i) => {
    const problems: FieldProblem[] = [];
    if (!codes.includes(code)) problems.push({ path: `reasons.${i}.code`, code: "REFUSAL_REASON_UNKNOWN", details: { code } });
    if (reasons.findIndex((other) => other.code === code) < i) problems.push({ path: `reasons.${i}.code`, code: "REFUSAL_REASON_TWICE", details: { code } });
    if ([...fact.trim()].length < REFUSAL_FACT_MIN_LENGTH) {
      problems.push({ path: `reasons.${i}.fact`, code: "REFUSAL_FACT_TOO_SHORT", details: { minimum: REFUSAL_FACT_MIN_LENGTH } });
    }
    return problems;
  });
}

export type EligibilityFacts = {
  readonly ruleSet: RuleSetCode;
  readonly filedOn: Day;
  readonly inWriting: boolean;
  readonly effectiveOn: Day | undefined;
  readonly validTo: Day;
  readonly void: boolean;
  readonly applicantIs: "seller" | "buyer";
  readonly sellerAbroad: boolean;
  readonly applicantDivision: string;
  readonly officeDivision: string;
  /** Number of the standing or open file for the same contract, wherever it lies. */
  readonly sameContractFile: string | undefined;
  readonly needsApproval: boolean;
  readonly approvalAttached: boolean;
  readonly internalBodySigned: boolean;
  readonly authorityAttached: boolean;
  readonly foreignLanguage: boolean;
  readonly chineseVersionAttached: boolean;
};

export type EligibilityFinding = { readonly reason: RefusalReasonCode; readonly code: string; readonly legalBasis: string; readonly details?: Readonly<Record<string, unknown>> };

/** The formal grounds a file can be tested for without reading it; each finding points to a ground of refusal. */
export function eligibilityFindings(facts: EligibilityFacts): readonly EligibilityFinding[] {
  const findings: EligibilityFinding[] = [];
  if (!facts.inWriting) findings.push({ reason: "RF11", code: "NOT_IN_WRITING", legalBasis: "管理办法（2000） Art. 9" });
  if (facts.void) findings.push({ reason: "RF07", code: "CONTRACT_VOID", legalBasis: "民法典 850" });
  if (facts.effectiveOn === undefined || facts.effectiveOn > facts.filedOn) findings.push({ reason: "RF07", code: "NOT_IN_FORCE", legalBasis: "浙江省技术市场条例 Art. 16" });
  if (ruleSet(facts.ruleSet).filingWithinTerm && facts.validTo < facts.filedOn) {
    findings.push({ reason: "RF13", code: "TERM_OVER", legalBasis: "2024 draft Measures Art. 12", details: { validTo: facts.validTo } });
  }
  // Imports are registered by the domestic buyer, everything else by the seller.
  if ((facts.applicantIs === "buyer") !== facts.sellerAbroad) findings.push({ reason: "RF14", code: "WRONG_APPLICANT", legalBasis: "管理办法（2000） Art. 8; 2024 draft Art. 11" });
  if (facts.applicantDivision.slice(0, 2) !== facts.officeDivision.slice(0, 2)) {
    findings.push({ reason: "RF14", code: "OFFICE_OF_ANOTHER_PROVINCE", legalBasis: "管理办法（2000） Art. 8" });
  }
  if (facts.sameContractFile !== undefined) {
    findings.push({ reason: "RF12", code: "ALREADY_FILED", legalBasis: "北京市技术市场条例 Art. 22; 管理办法（2000） Art. 8", details: { file: facts.sameContractFile } });
  }
  if (facts.needsApproval && !facts.approvalAttached) findings.push({ reason: "RF09", code: "APPROVAL_MISSING", legalBasis: "Torch Center guide 2021 item 4" });
  if (facts.internalBodySigned && !facts.authorityAttached) findings.push({ reason: "RF05", code: "AUTHORITY_MISSING", legalBasis: "认定规则（2001） Art. 10" });
  if (facts.foreignLanguage && !facts.chineseVersionAttached) findings.push({ reason: "RF05", code: "CHINESE_VERSION_MISSING", legalBasis: "认定规则（2026, provisional numbering） Art. 36" });
  return findings;
}
