import type { FieldProblem } from "../shared/errors.ts";
import { grantForbids, offerModeOf, territoriesIn, type OfferMode } from "./rights.rules.ts";

/** What burdens a right (权利负担) and came about outside this platform: what deals here have granted is known anyway. Trading §2.1, existing rights. */
export const ENCUMBRANCE_KINDS = ["EXCLUSIVE_LICENCE", "SOLE_LICENCE", "ORDINARY_LICENCE", "OPEN_LICENCE", "PLEDGE", "SEIZURE", "DISPUTE", "OTHER"] as const;
export const ENCUMBRANCES_MAX = 30;
export type EncumbranceKind = (typeof ENCUMBRANCE_KINDS)[number];

export type Encumbrance = {
  readonly kind: EncumbranceKind;
  /** Where a licence holds; everywhere where nothing is said. */
  readonly territory: string;
  /** Its last day; null while it has none. */
  readonly until: string | null;
  /** Register number, extent, what is disputed: public with the announcement. */
  readonly detail: string;
};

/** An open licence (开放许可) is an ordinary one that everybody may take: none exclusive or sole beside it (专利法 51). */
const GRANTS: Partial<Record<EncumbranceKind, OfferMode>> = { EXCLUSIVE_LICENCE: "LICENCE_EXCLUSIVE", SOLE_LICENCE: "LICENCE_SOLE", ORDINARY_LICENCE: "LICENCE_ORDINARY", OPEN_LICENCE: "LICENCE_ORDINARY" };

/** Whether it is a licence, which has a territory. */
export function isGrant(kind: string): boolean {
  return kind in GRANTS;
}

/** 民法典 444: what is pledged is neither assigned nor licensed without the pledgee's consent; his paper belongs to the materials. */
export function needsPledgeesConsent(encumbrances: readonly { readonly kind: string }[]): boolean {
  return encumbrances.some(({ kind }) => kind === "PLEDGE");
}

export type BurdenedOffer = { readonly tradeMode: string; readonly licenceKind: string | null; readonly licenceTerritory: string | null; readonly encumbrances: readonly Encumbrance[] };

/**
 * What stands in the way of an offer, or is not said as it must be: a seized right is not sold, nothing is licensed against a licence that runs; an
 * assignment goes on with licences named, which the buyer takes over. Everything else is disclosed and decides nothing.
 */
export function encumbranceProblems(offer: BurdenedOffer, today: string, codeOf: (place: string) => string | undefined): FieldProblem[] {
  const mode = offerModeOf(offer.tradeMode, offer.licenceKind);
  return offer.encumbrances.flatMap(({ kind, territory, until, detail }, at): FieldProblem[] => {
    if (detail.trim() === "") return [{ path: `encumbrances.${at}.detail`, code: "ENCUMBRANCE_DETAIL_NEEDED" }];
    if (until !== null && until < today) return [{ path: `encumbrances.${at}.until`, code: "ENCUMBRANCE_OVER" }];
    if (kind === "SEIZURE") return [{ path: `encumbrances.${at}.kind`, code: "ENCUMBRANCE_SEIZED" }];
    const granted = GRANTS[kind];
    if (granted === undefined || mode === null) return [];
    const scope = (of: OfferMode, text: string | null) => ({ mode: of, rightNumbers: ["offered"], territories: territoriesIn(text, codeOf) });
    return grantForbids(scope(granted, territory), scope(mode, offer.licenceTerritory)) ? [{ path: `encumbrances.${at}.kind`, code: "ENCUMBRANCE_FORBIDS" }] : [];
  });
}
