import { addNaturalDays, type WorkingCalendar } from "../shared/calendar.ts";
import { addDays, dayOf, daysBetween, endOfDay, type Day } from "../shared/clock.ts";
import { ruleInForce, type ProvincialRule } from "../shared/in-force.ts";
import type { NoticeEvent } from "./notice.machine.ts";

/** What a public notice of an agreed price can say (trading §6.2). */
export const NOTICE_FIELDS = [
  "resultName",
  "abstract",
  "rightNumbers",
  "completers",
  "mode",
  "price",
  "paymentForm",
  "buyer",
  "relatedPartyMark",
  "decision",
  "objectionChannel",
] as const;
export type NoticeField = (typeof NOTICE_FIELDS)[number];

export type NoticePlace = "UNIT" | "MARKET";

/** The duties of one jurisdiction from a day on. */
export type NoticeDuty = ProvincialRule & {
  readonly fields: readonly NoticeField[];
  readonly places: readonly NoticePlace[];
  readonly minimumDays: number;
  readonly mustPublishRuling: boolean;
};

/** Read from the texts (trading §1, §6.2). Nothing read obliges the buyer's name to be published. */
export const NOTICE_DUTIES: readonly NoticeDuty[] = [
  {
    version: "PTA-2015",
    province: "00",
    from: "2015-10-01" as Day,
    fields: ["resultName", "price"],
    places: ["UNIT"],
    minimumDays: 15,
    mustPublishRuling: false,
    source: "促进科技成果转化法第十八条；国发〔2016〕16号",
  },
  {
    version: "ZJ-2017",
    province: "33",
    from: "2017-10-01" as Day,
    fields: ["resultName", "abstract", "mode", "price", "relatedPartyMark"],
    places: ["UNIT", "MARKET"],
    minimumDays: 15,
    mustPublishRuling: false,
    source: "浙江省促进科技成果转化条例第十七条",
  },
  {
    version: "SD-2018",
    province: "37",
    from: "2018-01-01" as Day,
    // 相关信息, the "related information" of the text, is read as the abstract.
    fields: ["resultName", "abstract", "price", "objectionChannel"],
    places: ["UNIT"],
    minimumDays: 15,
    mustPublishRuling: true,
    source: "山东省促进科技成果转化条例第十四条",
  },
];

/** The duty of the unit's province on the day of the announcement; the national one where the province has none. */
export function noticeDuty(divisionCode: string, on: Day, duties: readonly NoticeDuty[] = NOTICE_DUTIES): NoticeDuty {
  return ruleInForce(duties, divisionCode, on);
}

/**
 * A state-owned enterprise sells in public at an exchange, unless it is expressly allowed to sell by agreement (企业国有资产法 54; trading §1). The
 * institutes and universities of the State choose for themselves (促进科技成果转化法 18).
 */
export function directSaleRefusal(facts: { readonly sellerClass: string; readonly directApproval: string }): "NOTICE_DIRECT_NOT_ALLOWED" | undefined {
  return facts.sellerClass === "STATE_OWNED_ENTERPRISE" && facts.directApproval.trim() === "" ? "NOTICE_DIRECT_NOT_ALLOWED" : undefined;
}

export type NoticeDraft = {
  readonly filled: ReadonlySet<NoticeField>;
  readonly places: ReadonlySet<NoticePlace>;
  readonly days: number;
};

export type NoticeProblem =
  | { readonly code: "FIELD_MISSING"; readonly field: NoticeField }
  | { readonly code: "PLACE_MISSING"; readonly place: NoticePlace }
  | { readonly code: "PERIOD_TOO_SHORT"; readonly minimumDays: number };

/** Everything that keeps a notice from being published, at once. */
export function noticeProblems(draft: NoticeDraft, duty: NoticeDuty): NoticeProblem[] {
  const problems: NoticeProblem[] = [];
  for (const field of duty.fields) if (!draft.filled.has(field)) problems.push({ code: "FIELD_MISSING", field });
  for (const place of duty.places) if (!draft.places.has(place)) problems.push({ code: "PLACE_MISSING", place });
  if (draft.days < duty.minimumDays) problems.push({ code: "PERIOD_TOO_SHORT", minimumDays: duty.minimumDays });
  return problems;
}

/** Numbers that no text fixes: proposed defaults (§6.2, marked [D] there). */
export type NoticeParameters = { readonly version: string; readonly remainingMinDays: number; readonly validityDays: number };
export const DEFAULT_NOTICE_PARAMETERS: NoticeParameters = { version: "default-2025-1", remainingMinDays: 3, validityDays: 180 };

/** 24:00 of the last day; the first day is not counted, a last day that is a day off moves on (民法典 201, 203). */
export function noticeEnd(publishedAt: Date, days: number, calendar: WorkingCalendar): Date {
  return endOfDay(addNaturalDays(calendar, dayOf(publishedAt), days));
}

/** Days still to run after an objection; the day it was filed has not wholly run. At least three. */
export function remainingDays(
  facts: { readonly runningSince: Date; readonly days: number; readonly objectedAt: Date },
  parameters: Pick<NoticeParameters, "remainingMinDays">,
): number {
  const run = Math.max(0, daysBetween(dayOf(facts.runningSince), dayOf(facts.objectedAt)) - 1);
  return Math.max(facts.days - run, parameters.remainingMinDays);
}

/** When a notice ends that goes on after the ruling. */
export function noticeEndAfterRuling(ruledAt: Date, remaining: number, calendar: WorkingCalendar): Date {
  return noticeEnd(ruledAt, remaining, calendar);
}

export type ObjectionFacts = {
  readonly isNamed: boolean;
  readonly facts: string;
  readonly filedAt: Date;
  readonly windowStartsAt: Date;
  readonly windowEndsAt: Date;
};

/** Named, or anonymous with facts; inside the window (§6.2). */
export function objectionRefusal(objection: ObjectionFacts): "OUTSIDE_THE_WINDOW" | "FACTS_NEEDED" | undefined {
  if (objection.filedAt < objection.windowStartsAt || objection.filedAt >= objection.windowEndsAt) return "OUTSIDE_THE_WINDOW";
  return !objection.isNamed && objection.facts.trim() === "" ? "FACTS_NEEDED" : undefined;
}

export type Ruling = "UNFOUNDED" | "SETTLED" | "UPHELD_CANCEL" | "UPHELD_REPRICE";

/** What a ruling makes of the notice; nothing while another objection is open. Shandong has the ruling published first. */
export function whenRuled(facts: {
  readonly ruling: Ruling;
  readonly otherOpenObjections: number;
}): Extract<NoticeEvent, "dismiss" | "uphold" | "returnToPricing"> | undefined {
  if (facts.ruling === "UPHELD_CANCEL") return "uphold";
  if (facts.ruling === "UPHELD_REPRICE") return "returnToPricing";
  return facts.otherOpenObjections > 0 ? undefined : "dismiss";
}

export function rulingRefusal(facts: { readonly reasons: string; readonly isPublished: boolean }, duty: NoticeDuty): "REASON_NEEDED" | "RULING_NOT_PUBLISHED" | undefined {
  if (facts.reasons.trim() === "") return "REASON_NEEDED";
  return duty.mustPublishRuling && !facts.isPublished ? "RULING_NOT_PUBLISHED" : undefined;
}

/** A notice clears when its last day is over with no objection open. */
export function mayClear(facts: { readonly endsAt: Date; readonly now: Date; readonly openObjections: number }): boolean {
  return facts.now >= facts.endsAt && facts.openObjections === 0;
}

/** Until when a contract may still rely on a cleared notice. */
export function validUntil(clearedAt: Date, parameters: Pick<NoticeParameters, "validityDays">): Date {
  return endOfDay(addDays(dayOf(clearedAt), parameters.validityDays));
}

/** What notice and contract must agree in. */
export type AgreedTerms = {
  readonly resultIds: readonly string[];
  readonly priceFen: bigint;
  readonly mode: string;
  /** The structured terms as one text, null where there are only free words: payment, territory, everything that is said. */
  readonly terms: string | null;
  /** Absent where the notice did not name him. */
  readonly buyerId?: string;
  /** The buyer as decided, even if the notice did not name him: §9.9 asks for the identical buyer. */
  readonly decidedBuyerId: string;
};

export type Deviation = "RESULT" | "PRICE" | "MODE" | "TERMS" | "BUYER";

/** In what the contract departs from the notice; empty when it may be signed on it. A deviation needs a new notice. */
export function contractMatchesNotice(notice: AgreedTerms, contract: Omit<AgreedTerms, "decidedBuyerId"> & { readonly buyerId: string }): Deviation[] {
  const deviations: Deviation[] = [];
  const sorted = (ids: readonly string[]): string => JSON.stringify([...ids].sort());
  if (sorted(notice.resultIds) !== sorted(contract.resultIds)) deviations.push("RESULT");
  if (notice.priceFen !== contract.priceFen) deviations.push("PRICE");
  if (notice.mode !== contract.mode) deviations.push("MODE");
  if (notice.terms !== contract.terms) deviations.push("TERMS");
  if ((notice.buyerId ?? notice.decidedBuyerId) !== contract.buyerId) deviations.push("BUYER");
  return deviations;
}

/** Whether a contract may be signed on a notice now. */
export function useRefusal(facts: { readonly deviations: readonly Deviation[]; readonly validUntil: Date; readonly now: Date }): "CONTRACT_DEVIATES" | "NOTICE_EXPIRED" | undefined {
  if (facts.deviations.length > 0) return "CONTRACT_DEVIATES";
  return facts.now >= facts.validUntil ? "NOTICE_EXPIRED" : undefined;
}

/** Changes that restart a running notice (§6.2). */
export function isMaterialChange(before: AgreedTerms, after: AgreedTerms): boolean {
  return contractMatchesNotice(before, { ...after, buyerId: after.buyerId ?? after.decidedBuyerId }).length > 0;
}

/** A person on the seller's side and his tie to the buyer. */
export type BuyerTie = {
  readonly person: string;
  readonly is: "COMPLETER" | "SPOUSE" | "NEAR_RELATIVE" | "DECIDER";
  readonly holds: "SHARES" | "OFFICE" | "CONTROL" | "IS_THE_BUYER" | "NOTHING";
};

export type RelationNature = "COMPLETER_INTEREST" | "RELATIVE_INTEREST" | "DECIDER_INTEREST" | "BUYER_FUNDED_PROJECT" | "UNIT_HOLDING_COMPANY";

export type RelatedParty = {
  readonly isRelated: boolean;
  readonly natures: readonly RelationNature[];
  /** Who has to stay out of the decision (回避). */
  readonly recuse: readonly string[];
};

/**
 * Whether the buyer is related (关联) and how, §6.2. The deal is not forbidden: it is marked in the notice, decided
 * collectively, and those with the tie stay out of the decision.
 */
export function relatedParty(facts: {
  readonly ties: readonly BuyerTie[];
  readonly buyerFundedProject: boolean;
  readonly buyerIsUnitsHoldingCompany: boolean;
}): RelatedParty {
  const holding = facts.ties.filter(({ holds }) => holds !== "NOTHING");
  const natures: RelationNature[] = [];
  if (holding.some((tie) => tie.is === "COMPLETER")) natures.push("COMPLETER_INTEREST");
  if (holding.some((tie) => tie.is === "SPOUSE" || tie.is === "NEAR_RELATIVE")) natures.push("RELATIVE_INTEREST");
  if (holding.some((tie) => tie.is === "DECIDER")) natures.push("DECIDER_INTEREST");
  if (facts.buyerFundedProject) natures.push("BUYER_FUNDED_PROJECT");
  if (facts.buyerIsUnitsHoldingCompany) natures.push("UNIT_HOLDING_COMPANY");
  return { isRelated: natures.length > 0, natures, recuse: [...new Set(holding.map(({ person }) => person))] };
}
