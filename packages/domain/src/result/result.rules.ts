import { z } from "zod";
import type { Day } from "../shared/clock.ts";
import type { FieldProblem } from "../shared/errors.ts";
import { parseYuan, YUAN_FORM, type Fen } from "../shared/money.ts";
import { TELEPHONE } from "../shared/telephone.ts";
import { ipNumberFault, normaliseIpNumber, termYears } from "./ip-number.rules.ts";
import { RESULT_STAGES, RIGHT_STATUSES, SUMMARY_MAX, TITLE_MAX, type ResultDraft, type ResultStage, type RightStatus, type TradeMode } from "./result.schema.ts";

/** A result as it is published: everything there and right. */
export type ResultContent = {
  readonly title: string;
  readonly titleEn: string | null;
  readonly summary: string;
  readonly field: string;
  readonly stage: ResultStage;
  readonly readinessLevel: number;
  readonly programme: string | null;
  readonly projectNo: string | null;
  readonly tradeModes: readonly TradeMode[];
  readonly askedPriceFen: Fen | null;
  readonly priceNegotiable: boolean;
  readonly divisionCode: string;
  readonly secrecyOfficer: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly completers: readonly ContentCompleter[];
  readonly rights: readonly ContentRight[];
};
export type ContentCompleter = { readonly name: string; readonly unit: string | null; readonly shareBp: number };
export type ContentRight = {
  readonly kind: string;
  readonly number: string | null;
  readonly title: string;
  readonly status: RightStatus;
  readonly filedOn: Day | null;
  readonly grantedOn: Day | null;
  readonly expiresOn: Day | null;
};

/** The questions to the code tables; a parameter, so that the check runs in the browser too. */
export type ResultCodes = {
  isField(code: string): boolean;
  isIpKind(code: string): boolean;
  isProgramme(code: string): boolean;
  isDivision(code: string): boolean;
};

export type CheckedResult = { readonly content: ResultContent; readonly problems: readonly [] } | { readonly content: null; readonly problems: readonly FieldProblem[] };

export const TITLE_MIN = 6;
export const SUMMARY_MIN = 50;
export const WHOLE_BP = 10_000;
const AS_DAY = z.iso.date();

/** Ways to trade that hand on a right: nothing can be handed on that has ended. */
const NEEDS_LIVE_RIGHTS: ReadonlySet<TradeMode> = new Set<TradeMode>(["ASSIGNMENT", "LICENCE", "EQUITY"]);

/** Everything that publication asks of a working copy; all problems at once, each at its field. */
export function checkResult(draft: ResultDraft, today: Day, codes: ResultCodes): CheckedResult {
  const problems: FieldProblem[] = [];
  const complain = (path: string, code: string, details?: Record<string, unknown>): null => {
    problems.push(details ? { path, code, details } : { path, code });
    return null;
  };
  const required = (path: string, text: string, code: string): string => text.trim() || (complain(path, code), "");

  const title = draft.title.trim();
  if (title.length < TITLE_MIN || title.length > TITLE_MAX) complain("title", "RESULT_TITLE_LENGTH", { min: TITLE_MIN, max: TITLE_MAX });
  const summary = draft.summary.trim();
  if (summary.length < SUMMARY_MIN || summary.length > SUMMARY_MAX) {
    complain("summary", "RESULT_SUMMARY_LENGTH", { min: SUMMARY_MIN, max: SUMMARY_MAX, now: summary.length });
  }
  if (!codes.isField(draft.field)) complain("field", "RESULT_FIELD_NEEDED");
  const stage = RESULT_STAGES.find((one) => one === draft.stage);
  if (!stage) complain("stage", "RESULT_STAGE_NEEDED");
  if (draft.readinessLevel === null) complain("readinessLevel", "RESULT_READINESS_NEEDED");
  if (draft.programme !== "" && !codes.isProgramme(draft.programme)) complain("programme", "RESULT_CODE_UNKNOWN");
  if (draft.tradeModes.length === 0) complain("tradeModes", "RESULT_TRADE_MODE_NEEDED");
  const askedPriceFen = draft.askedPrice.trim() === "" ? null : (priceOf(draft.askedPrice) ?? complain("askedPrice", "RESULT_PRICE_FORM"));
  if (askedPriceFen === null && draft.askedPrice.trim() === "" && !draft.priceNegotiable) complain("askedPrice", "RESULT_PRICE_NEEDED");
  if (!codes.isDivision(draft.divisionCode)) complain("divisionCode", "RESULT_PLACE_NEEDED");
  const secrecyOfficer = required("secrecyOfficer", draft.secrecyOfficer, "RESULT_OFFICER_NEEDED");
  const contactName = required("contactName", draft.contactName, "RESULT_CONTACT_NEEDED");
  const contactPhone = draft.contactPhone.trim();
  if (!TELEPHONE.test(contactPhone)) complain("contactPhone", "RESULT_PHONE_FORM");
  const completers = checkCompleters(draft, complain);
  const rights = checkRights(draft, today, codes, complain);
  if (problems.length > 0) return { content: null, problems };
  return {
    problems: [],
    content: {
      title, titleEn: draft.titleEn.trim() || null, summary, field: draft.field, stage: stage!, readinessLevel: draft.readinessLevel!,
      programme: draft.programme || null, projectNo: draft.projectNo.trim() || null,
      tradeModes: [...new Set(draft.tradeModes)], askedPriceFen, priceNegotiable: draft.priceNegotiable, divisionCode: draft.divisionCode,
      secrecyOfficer, contactName, contactPhone, completers, rights,
    },
  };
}

function priceOf(text: string): Fen | undefined {
  const amount = YUAN_FORM.test(text.trim()) ? parseYuan(text.trim()) : undefined;
  return amount !== undefined && amount > 0n ? amount : undefined;
}

type Complain = (path: string, code: string, details?: Record<string, unknown>) => null;

/** 专利法实施细则 14: a completer made a creative contribution; their shares are agreed beforehand and make a whole. */
function checkCompleters({ completers }: ResultDraft, complain: Complain): ContentCompleter[] {
  if (completers.length === 0) complain("completers", "RESULT_COMPLETER_NEEDED");
  const seen = new Set<string>();
  completers.forEach(({ name, unit, shareBp }, at) => {
    if (name.trim() === "") complain(`completers.${at}.name`, "RESULT_COMPLETER_NAME_NEEDED", { no: at + 1 });
    if (shareBp === null) complain(`completers.${at}.shareBp`, "RESULT_SHARE_NEEDED", { no: at + 1 });
    const person = `${name.trim()}\n${unit.trim()}`;
    if (name.trim() !== "" && seen.has(person)) complain(`completers.${at}.name`, "RESULT_COMPLETER_TWICE");
    seen.add(person);
  });
  const sumBp = completers.reduce((sum, { shareBp }) => sum + (shareBp ?? 0), 0);
  if (completers.length > 0 && sumBp !== WHOLE_BP) complain("completers", "RESULT_SHARES_NOT_WHOLE", { sum: percent(sumBp) });
  return completers.map(({ name, unit, shareBp }) => ({ name: name.trim(), unit: unit.trim() || null, shareBp: shareBp ?? 0 }));
}

function percent(bp: number): string {
  return (bp / 100).toFixed(2).replace(/\.?0+$/, "");
}

function checkRights(draft: ResultDraft, today: Day, codes: ResultCodes, complain: Complain): ContentRight[] {
  const handsOn = draft.tradeModes.some((mode) => NEEDS_LIVE_RIGHTS.has(mode));
  const seen = new Set<string>();
  return draft.rights.map((right, at) => {
    const path = (part: string): string => `rights.${at}.${part}`;
    if (!codes.isIpKind(right.kind)) complain(path("kind"), "RESULT_RIGHT_KIND_NEEDED", { no: at + 1 });
    if (right.title.trim() === "") complain(path("title"), "RESULT_RIGHT_TITLE_NEEDED", { no: at + 1 });
    const status = RIGHT_STATUSES.find((one) => one === right.status);
    if (!status || !statusesOf(right.kind).includes(status)) complain(path("status"), "RESULT_RIGHT_STATUS");
    const fault = ipNumberFault(right.kind, right.status, right.number, Number(today.slice(0, 4)));
    if (fault) complain(path("number"), fault);
    const number = normaliseIpNumber(right.kind, right.number);
    if (number !== "" && seen.has(number)) complain(path("number"), "RESULT_RIGHT_TWICE");
    seen.add(number);

    const filedOn = dayIn(path("filedOn"), right.filedOn, complain);
    const grantedOn = dayIn(path("grantedOn"), right.grantedOn, complain);
    const expiresOn = dayIn(path("expiresOn"), right.expiresOn, complain) ?? lastDay(right.kind, status, filedOn);
    for (const [part, on] of [["filedOn", filedOn], ["grantedOn", grantedOn]] as const) {
      if (on !== null && on > today) complain(path(part), "RESULT_DAY_IN_FUTURE");
    }
    if (filedOn !== null && grantedOn !== null && grantedOn < filedOn) complain(path("grantedOn"), "RESULT_GRANTED_BEFORE_FILED");
    if (handsOn && (status === "LAPSED" || (expiresOn !== null && expiresOn < today))) complain(path(status === "LAPSED" ? "status" : "expiresOn"), "RESULT_RIGHT_ENDED");
    return { kind: right.kind, number: number || null, title: right.title.trim(), status: status ?? "PENDING", filedOn, grantedOn, expiresOn };
  });
}

function dayIn(path: string, text: string, complain: Complain): Day | null {
  if (text.trim() === "") return null;
  return AS_DAY.safeParse(text.trim()).success ? (text.trim() as Day) : complain(path, "RESULT_DAY_FORM");
}

/** What a right of a kind can be: a patent is granted, software is registered, a secret is held. */
export function statusesOf(kind: string): readonly RightStatus[] {
  switch (kind) {
    case "1":
      return ["SECRET"];
    case "21":
    case "22":
    case "23":
    case "5":
      return ["PENDING", "GRANTED", "LAPSED"];
    default:
      return ["PENDING", "REGISTERED", "LAPSED"];
  }
}

/** The last day of a right in force whose term the law fixes, when the author did not give it. */
function lastDay(kind: string, status: RightStatus | undefined, filedOn: Day | null): Day | null {
  if (filedOn === null || (status !== "GRANTED" && status !== "REGISTERED")) return null;
  const years = termYears(kind, filedOn);
  return years === undefined ? null : (`${Number(filedOn.slice(0, 4)) + years}${filedOn.slice(4)}` as Day);
}
