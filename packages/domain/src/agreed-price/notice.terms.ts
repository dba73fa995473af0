import { canonicalJson, sha256 } from "../shared/canonical.ts";
import type { PublicNoticeModel } from "../generated/models.ts";
import type { AgreedTerms } from "./notice.rules.ts";

/** What seller and buyer agree on. A change of any of it undoes the buyer's confirmation. */
export type NoticeTerms = Pick<
  PublicNoticeModel,
  "resultId" | "sellerId" | "buyerId" | "venueId" | "tradeMode" | "licenceKind" | "licenceYears" | "priceFen" | "paymentForm"
>;

export function termsOf(notice: NoticeTerms): NoticeTerms {
  const { resultId, sellerId, buyerId, venueId, tradeMode, licenceKind, licenceYears, priceFen, paymentForm } = notice;
  return { resultId, sellerId, buyerId, venueId, tradeMode, licenceKind, licenceYears, priceFen, paymentForm };
}

export function termsHash(notice: NoticeTerms): string {
  return sha256(canonicalJson({ ...termsOf(notice), priceFen: String(notice.priceFen) })).toString("hex");
}

/** The mode with what belongs to it: an exclusive licence of five years is another mode than a sole one of three. */
export function modeOf(terms: { readonly tradeMode: string; readonly licenceKind: string | null; readonly licenceYears: number | null }): string {
  return [terms.tradeMode, terms.licenceKind, terms.licenceYears].filter((part) => part !== null).join("/");
}

/** The terms in the shape in which notice and contract are compared. */
export function agreedTerms(notice: NoticeTerms): AgreedTerms {
  return { resultIds: [notice.resultId], priceFen: notice.priceFen, mode: modeOf(notice), buyerId: notice.buyerId, decidedBuyerId: notice.buyerId };
}

/** Assignments, equity and licences that shut others out stand alone; ordinary licences and services may stand side by side. */
export function isExclusive(terms: Pick<NoticeTerms, "tradeMode" | "licenceKind">): boolean {
  return ["ASSIGNMENT", "EQUITY"].includes(terms.tradeMode) || terms.licenceKind === "exclusive" || terms.licenceKind === "sole";
}
