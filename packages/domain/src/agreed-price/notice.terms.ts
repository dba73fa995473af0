import { canonicalJson, sha256, toJson } from "../shared/canonical.ts";
import type { PublicNoticeModel } from "../generated/models.ts";
import type { AgreedTerms } from "./notice.rules.ts";

/** What seller and buyer agree on. A change of any of it undoes the buyer's confirmation. */
export type NoticeTerms = Pick<
  PublicNoticeModel,
  "resultId" | "sellerId" | "buyerId" | "venueId" | "tradeMode" | "licenceKind" | "licenceYears" | "priceFen" | "paymentForm" | "terms"
>;

export function termsOf(notice: NoticeTerms): NoticeTerms {
  const { resultId, sellerId, buyerId, venueId, tradeMode, licenceKind, licenceYears, priceFen, paymentForm, terms } = notice;
  return { resultId, sellerId, buyerId, venueId, tradeMode, licenceKind, licenceYears, priceFen, paymentForm, terms };
}

export function termsHash(notice: NoticeTerms): string {
  return sha256(canonicalJson(toJson(termsOf(notice)))).toString("hex");
}

/** The mode with what belongs to it: an exclusive licence of five years is another mode than a sole one of three. */
export function modeOf(terms: { readonly tradeMode: string; readonly licenceKind: string | null; readonly licenceYears: number | null }): string {
  return [terms.tradeMode, terms.licenceKind, terms.licenceYears].filter((part) => part !== null).join("/");
}

/** The terms in the shape in which notice and contract are compared. */
export function agreedTerms(notice: NoticeTerms): AgreedTerms {
  return { resultIds: [notice.resultId], priceFen: notice.priceFen, mode: modeOf(notice), terms: termsText(notice.terms), buyerId: notice.buyerId, decidedBuyerId: notice.buyerId };
}

/** Structured terms as one text, so that any difference is seen; nothing where the notice was made in free words. */
export function termsText(terms: unknown): string | null {
  return terms === null || terms === undefined ? null : canonicalJson(toJson(terms));
}
