import { LICENCE_KIND_LABELS, type LicenceKind } from "@ttx/domain/agreed-price/client";
import { TRADE_MODE_LABELS } from "@ttx/domain/result/client";
import { pick, type Lang } from "@ttx/ui/text";

export type Mode = { readonly tradeMode: string; readonly licenceKind: string | null; readonly licenceYears?: number | null };

/** How a result is traded, in one phrase: 许可 · 独占许可 · 5 年. */
export function modeText(lang: Lang, { tradeMode, licenceKind, licenceYears }: Mode): string {
  const mode = TRADE_MODE_LABELS[tradeMode as keyof typeof TRADE_MODE_LABELS];
  const kind = licenceKind === null ? undefined : LICENCE_KIND_LABELS[licenceKind as LicenceKind];
  const years = licenceYears ? (lang === "zh" ? `${licenceYears} 年` : `${licenceYears} years`) : undefined;
  return [mode ? pick(lang, mode) : tradeMode, kind && pick(lang, kind), years].filter(Boolean).join(" · ");
}
