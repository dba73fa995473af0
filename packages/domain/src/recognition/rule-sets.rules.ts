import type { Day } from "../shared/clock.ts";

/**
 * Rule sets of recognition by date of application: a file is judged by the rules of its day.
 * CN-2000: 技术合同认定登记管理办法 国科发政字〔2000〕063号 with 技术合同认定规则 国科发政字〔2001〕253号.
 * CN-2026: the Measures issued by MIIT on 2026-01-23. Their text could not be read; the limits are those of the consultation
 * draft of 2024-12-20 (Arts. 11–17), and the date of issue stands in for the date of effect. Both are marked `unconfirmed`.
 */
export type RuleSetCode = "CN-2000" | "CN-2026";
export type DayUnit = "working" | "natural";
export type TimeLimit = { readonly count: number; readonly unit: DayUnit };

export type RecognitionRuleSet = {
  readonly code: RuleSetCode;
  readonly effectiveFrom: Day;
  readonly zh: string;
  readonly en: string;
  readonly ordinary: TimeLimit;
  /** Large or disputed files; absent where the rules know no longer limit. */
  readonly large?: TimeLimit;
  readonly limitSource: string;
  /** From this technical amount a second person decides. */
  readonly secondReviewFromFen: bigint;
  /** From this technical amount experts are heard before a registration (专家评审), unless the province says otherwise; null: the measures know none. */
  readonly expertsFromFen: bigint | null;
  /** Whether licence (技术许可) is a class of its own. */
  readonly licenceIsAClass: boolean;
  /** Whether the seller must file within the term of the contract (D2024 Art. 12). */
  readonly filingWithinTerm: boolean;
  /** What a supplement does to the clock. */
  readonly supplement: "restarts" | "resumes";
  readonly unconfirmed: readonly string[];
};

const SECOND_REVIEW_FROM_FEN = 500_000_000n; // 5,000,000 yuan

export const RECOGNITION_RULE_SETS: readonly RecognitionRuleSet[] = [
  {
    code: "CN-2000",
    effectiveFrom: "2000-02-16" as Day,
    zh: "技术合同认定登记管理办法（2000）",
    en: "Measures for the Recognition and Registration of Technology Contracts (2000)",
    ordinary: { count: 30, unit: "natural" },
    limitSource: "国科发政字〔2000〕063号 Art. 14",
    secondReviewFromFen: SECOND_REVIEW_FROM_FEN,
    expertsFromFen: null,
    licenceIsAClass: false,
    filingWithinTerm: false,
    supplement: "restarts",
    unconfirmed: ["secondReviewFromFen"],
  },
  {
    code: "CN-2026",
    effectiveFrom: "2026-01-23" as Day,
    zh: "技术合同认定登记管理办法（2026）",
    en: "Measures for the Recognition and Registration of Technology Contracts (2026)",
    ordinary: { count: 15, unit: "working" },
    large: { count: 30, unit: "working" },
    limitSource: "consultation draft of 2024-12-20, Art. 14",
    secondReviewFromFen: SECOND_REVIEW_FROM_FEN,
    expertsFromFen: SECOND_REVIEW_FROM_FEN,
    licenceIsAClass: true,
    filingWithinTerm: true,
    supplement: "restarts",
    unconfirmed: ["effectiveFrom", "ordinary", "large", "secondReviewFromFen"],
  },
];

/** A limit of local law or a local service promise that replaces the national one. */
export type LocalLimit = {
  readonly id: string;
  /** Prefix of the office's division. */
  readonly jurisdiction: string;
  readonly effectiveFrom: Day;
  readonly ordinary: TimeLimit;
  readonly large?: { readonly limit: TimeLimit; readonly aboveFen: bigint; readonly types: readonly string[] };
  readonly source: string;
};

export const LOCAL_LIMITS: readonly LocalLimit[] = [
  { id: "ZJ", jurisdiction: "33", effectiveFrom: "2021-09-30" as Day, ordinary: { count: 10, unit: "natural" }, source: "浙江省技术市场条例 Art. 16" },
  { id: "HA", jurisdiction: "41", effectiveFrom: "2010-07-30" as Day, ordinary: { count: 15, unit: "natural" }, source: "河南省技术市场条例 Art. 16" },
  { id: "BJ", jurisdiction: "11", effectiveFrom: "2016-11-25" as Day, ordinary: { count: 30, unit: "natural" }, source: "北京市技术市场条例 Art. 22" },
  {
    id: "TJ-NANKAI",
    jurisdiction: "120104",
    effectiveFrom: "2020-01-01" as Day,
    ordinary: { count: 10, unit: "working" },
    large: { limit: { count: 30, unit: "natural" }, aboveFen: 1_000_000_000n, types: ["1", "2"] },
    source: "天津市南开区 service guide; date of the guide not known",
  },
];

/** The national rules that apply to a file on a day: the latest set in effect. */
export function ruleSetOn(on: Day): RecognitionRuleSet {
  const inEffect = RECOGNITION_RULE_SETS.filter(({ effectiveFrom }) => effectiveFrom <= on);
  const latest = inEffect.at(-1);
  if (!latest) throw new RangeError(`no rules of recognition on ${on}`);
  return latest;
}

export function ruleSet(code: RuleSetCode): RecognitionRuleSet {
  return RECOGNITION_RULE_SETS.find((one) => one.code === code)!;
}

/** What a set of rules is called; an unknown code is shown as itself. */
export function ruleSetName(code: string): { readonly zh: string; readonly en: string } {
  const { zh, en } = RECOGNITION_RULE_SETS.find((one) => one.code === code) ?? { zh: code, en: code };
  return { zh, en };
}

/** The most specific local limit of the office's place in effect on the day. */
export function localLimitOn(on: Day, officeDivision: string): LocalLimit | undefined {
  return LOCAL_LIMITS.filter(({ jurisdiction, effectiveFrom }) => officeDivision.startsWith(jurisdiction) && effectiveFrom <= on)
    .toSorted((a, b) => b.jurisdiction.length - a.jurisdiction.length)[0];
}
