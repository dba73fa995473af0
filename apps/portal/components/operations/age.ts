import type { Lang } from "@ttx/ui/text";

/** An age in its two largest units: 3 天 4 小时, 12 min 5 s. */
export function formatAge(seconds: number, lang: Lang): string {
  const parts = [
    [Math.floor(seconds / 86_400), lang === "zh" ? "天" : "d"],
    [Math.floor(seconds / 3_600) % 24, lang === "zh" ? "小时" : "h"],
    [Math.floor(seconds / 60) % 60, lang === "zh" ? "分" : "min"],
    [seconds % 60, lang === "zh" ? "秒" : "s"],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  if (first === -1) return lang === "zh" ? "0 秒" : "0 s";
  return parts.slice(first, first + 2).filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`).join(" ");
}
