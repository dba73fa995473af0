import type { IntentState, ListingState } from "@ttx/domain/listing/client";
import { LICENCE_KIND_LABELS, LISTING_MODE_LABELS, type LicenceKind, type ListingTradeMode } from "@ttx/domain/listing/client";
import type { Tone } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";

export const LISTING_TONES: Record<ListingState, Tone> = {
  DRAFT: "draft",
  REVIEW: "waiting",
  REJECTED: "refused",
  ACCEPTED: "waiting",
  LISTED: "active",
  SUSPENDED: "due",
  TERMINATED: "ended",
  WITHDRAWN: "ended",
  LAPSED: "ended",
  AGREE_PRICE: "waiting",
  BIDDING: "live",
  AWARDED: "done",
  CONTRACTING: "waiting",
  SETTLING: "waiting",
  CERTIFIED: "done",
  CLOSED: "done",
  DEFAULT: "refused",
};

export const INTENT_TONES: Record<IntentState, Tone> = {
  REGISTERED: "due",
  CHECKING: "waiting",
  QUALIFIED: "due",
  REFUSED: "refused",
  ADMITTED: "active",
  DROPPED: "ended",
  RECONFIRM: "due",
  RELEASED: "ended",
  LOST: "ended",
  WON: "done",
};

export type Offer = { readonly tradeMode: string; readonly licenceKind: string | null; readonly licenceYears?: number | null; readonly licenceTerritory?: string | null };

/** How a result is offered, in one phrase: 许可 · 独占实施许可 · 5 年. */
export function offerText(lang: Lang, { tradeMode, licenceKind, licenceYears, licenceTerritory }: Offer): string {
  const isLicence = tradeMode === "LICENCE";
  const kind = isLicence && licenceKind !== null ? pick(lang, LICENCE_KIND_LABELS[licenceKind as LicenceKind]) : "";
  const years = isLicence && licenceYears ? (lang === "zh" ? `${licenceYears} 年` : `${licenceYears} years`) : "";
  return [pick(lang, LISTING_MODE_LABELS[tradeMode as ListingTradeMode]), kind, isLicence ? (licenceTerritory ?? "") : "", years].filter(Boolean).join(" · ");
}

const UNITS = [
  { seconds: 86_400, zh: "天", en: "d" },
  { seconds: 3_600, zh: "小时", en: "h" },
  { seconds: 60, zh: "分钟", en: "min" },
  { seconds: 1, zh: "秒", en: "s" },
] as const;

/** A length of time in its two largest units: 1 天 2 小时. */
export function durationText(lang: Lang, seconds: number): string {
  if (seconds === 0) return lang === "zh" ? "立即" : "at once";
  let left = seconds;
  const parts: string[] = [];
  for (const unit of UNITS) {
    const count = Math.floor(left / unit.seconds);
    left -= count * unit.seconds;
    if (count > 0) parts.push(lang === "zh" ? `${count} ${unit.zh}` : `${count} ${unit.en}`);
  }
  return parts.slice(0, 2).join(" ");
}

/** Leaves out what a listing has not: a dash would only ask to be read. */
export function filled<Item extends { readonly value: unknown }>(items: readonly Item[]): Item[] {
  return items.filter(({ value }) => value !== null && value !== undefined);
}
