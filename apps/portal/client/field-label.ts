import type { SummaryItem } from "@ttx/ui/error-summary";
import type { Lang } from "@ttx/ui/text";

/** What a field is called on this page. */
function labelOf(id: string): string | null {
  const field = document.getElementById(id);
  const label = field instanceof HTMLFieldSetElement ? field.querySelector("legend") : field && "labels" in field ? (field as HTMLInputElement).labels?.[0] : null;
  return label?.firstChild?.textContent?.trim() || null;
}

/** In the summary, away from its field, a message says which field it is about. */
export function withLabel(item: SummaryItem, lang: Lang): SummaryItem {
  const label = item.fieldId ? labelOf(item.fieldId) : null;
  return label === null ? item : { ...item, message: `${label}${lang === "zh" ? "：" : ": "}${item.message}` };
}
