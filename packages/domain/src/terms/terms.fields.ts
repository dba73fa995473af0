import { toYuanText } from "../shared/money.ts";
import { lateRateOf } from "./terms.rules.ts";
import type { DealTerms } from "./terms.schema.ts";

/** One line of the terms, ready to be compared and shown: amounts as yuan text, rates as percent text, codes as codes. */
export type TermLine = { readonly field: TermField; readonly value: string };

export const TERM_FIELDS = [
  "tradeMode", "licenceKind", "territory", "years", "form", "price", "withinDays", "parts", "entry", "expected", "base", "royalty", "royaltyBase", "cap", "value", "share",
  "company", "trigger", "triggerText", "outerOn", "auditRight", "smeOnly", "exitTerms", "breachTerms", "lateRate", "delivery", "improvements", "other",
] as const;
export type TermField = (typeof TERM_FIELDS)[number];

/** 250 → "2.5%". */
export function percentText(rateBp: number): string {
  return `${rateBp / 100}%`;
}

/** The terms line by line, in the order in which a paper has them; what is not said is left out. */
export function termLines(terms: DealTerms): readonly TermLine[] {
  const { payment, licence } = terms;
  const said = new Map<TermField, string>([["tradeMode", terms.tradeMode], ["form", payment.form]]);
  if (licence) said.set("licenceKind", licence.kind).set("territory", licence.territory).set("years", String(licence.years));
  if ("price" in payment) said.set("price", toYuanText(payment.price));
  if ("withinDays" in payment) said.set("withinDays", String(payment.withinDays));
  if ("parts" in payment) said.set("parts", payment.parts.map(({ dueOn, amount }) => `${dueOn} ${toYuanText(amount)}`).join("; "));
  if ("entry" in payment) said.set("entry", toYuanText(payment.entry));
  if ("expected" in payment) said.set("expected", toYuanText(payment.expected));
  if ("base" in payment && payment.base !== null) said.set("base", toYuanText(payment.base));
  if ("royaltyBp" in payment) said.set("royalty", percentText(payment.royaltyBp)).set("royaltyBase", payment.royaltyBase);
  if ("cap" in payment && payment.cap !== null) said.set("cap", toYuanText(payment.cap));
  if (payment.form === "EQUITY") said.set("value", toYuanText(payment.value)).set("share", percentText(payment.shareBp)).set("company", payment.company);
  if (payment.form === "USE_FIRST") {
    said.set("trigger", payment.trigger).set("triggerText", payment.triggerText).set("outerOn", payment.outerOn).set("auditRight", payment.auditRight ? "YES" : "NO");
    if (payment.smeOnly) said.set("smeOnly", "YES");
    said.set("exitTerms", payment.exitTerms).set("breachTerms", payment.breachTerms);
  }
  const lateBp = lateRateOf(payment);
  if (lateBp !== null) said.set("lateRate", percentText(lateBp));
  said.set("delivery", terms.delivery).set("improvements", terms.improvements).set("other", terms.other);
  return TERM_FIELDS.flatMap((field) => {
    const value = said.get(field);
    return value === undefined || value === "" ? [] : [{ field, value }];
  });
}

export type TermDifference = { readonly field: TermField; readonly before: string | null; readonly after: string | null };

/** In what terms differ from those before them, field by field (逐项对比); empty when they are the same. */
export function termDifferences(before: DealTerms, after: DealTerms): readonly TermDifference[] {
  const [was, is] = [before, after].map((terms) => new Map(termLines(terms).map(({ field, value }) => [field, value])));
  return TERM_FIELDS.flatMap((field) => {
    const [old, now] = [was!.get(field) ?? null, is!.get(field) ?? null];
    return old === now ? [] : [{ field, before: old, after: now }];
  });
}
