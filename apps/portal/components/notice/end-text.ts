import { formatDateTime, formatDay } from "@ttx/ui/format";
import type { Lang } from "@ttx/ui/text";

/** The end of a period as the law says it: 24:00 of its last day, not 00:00 of the day after. */
export function endText(lang: Lang, at: Date): string {
  const shown = formatDateTime(at, lang);
  if (!shown.endsWith("00:00")) return shown;
  const lastDay = formatDay(new Date(at.getTime() - 1), lang);
  return lang === "zh" ? `${lastDay} 24:00` : `${lastDay}, 24:00`;
}
