import type { Disclosed } from "./disclosure-facts.tsx";
import type { TypedEncumbrance } from "./listing-form-values.ts";

export type Announced = { readonly price: string; readonly workingDays: number; readonly paymentTerms: string; readonly buyerConditions: string; readonly disclosure: Disclosed };

/** A change of announced terms as the operator types it. */
export type TypedAmendment = {
  readonly price: string;
  readonly workingDays: string;
  readonly paymentTerms: string;
  readonly buyerConditions: string;
  readonly encumbrances: readonly TypedEncumbrance[];
  readonly defects: string;
  readonly reason: string;
  readonly approvalPaper: string;
};

/** What is announced now, with the paper and the reason still to be given. */
export function amendmentOf({ price, workingDays, paymentTerms, buyerConditions, disclosure }: Announced): TypedAmendment {
  const encumbrances = disclosure.encumbrances.map(({ until, ...one }) => ({ ...one, until: until ?? "" }));
  return { price, workingDays: String(workingDays), paymentTerms, buyerConditions, encumbrances, defects: disclosure.defects, reason: "", approvalPaper: "" };
}

/** What the API takes of it: only what differs from the announcement; burdens and defects go together, for they replace what was disclosed. */
export function amendmentBody(announced: Announced, typed: TypedAmendment): unknown {
  const before = amendmentOf(announced);
  const changed = <Part>(now: Part, then: Part): Part | undefined => (JSON.stringify(now) === JSON.stringify(then) ? undefined : now);
  const disclosureOf = ({ encumbrances, defects }: TypedAmendment) => ({ encumbrances: encumbrances.map(({ kind, territory, until, detail }) => ({ kind, territory, until, detail })), defects });
  const workingDays = changed(typed.workingDays, before.workingDays);
  return {
    reason: typed.reason,
    approvalPaper: typed.approvalPaper,
    price: changed(typed.price, before.price),
    paymentTerms: changed(typed.paymentTerms, before.paymentTerms),
    buyerConditions: changed(typed.buyerConditions, before.buyerConditions),
    disclosure: changed(disclosureOf(typed), disclosureOf(before)),
    workingDays: workingDays === undefined ? undefined : Number(workingDays),
  };
}
