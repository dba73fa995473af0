import type { Lang } from "@ttx/ui/text";

/** 2026年1—11月, or the whole year. */
export function monthsWord(lang: Lang, year: number, toMonth: number): string {
  if (toMonth === 12) return lang === "zh" ? `${year}年` : String(year);
  if (lang === "zh") return toMonth === 1 ? `${year}年1月` : `${year}年1—${toMonth}月`;
  const month = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" });
  const name = (m: number): string => month.format(new Date(Date.UTC(2000, m - 1, 1)));
  return toMonth === 1 ? `${name(1)} ${year}` : `${name(1)} to ${name(toMonth)} ${year}`;
}

/** Every year from the first to the last, so that a gap in a series is as wide as it was long. */
export function everyYear(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
