import type { Lang } from "@ttx/ui/text";

const BROWSERS = [["Edg/", "Edge"], ["MicroMessenger", "WeChat"], ["Firefox/", "Firefox"], ["Chrome/", "Chrome"], ["Safari/", "Safari"]] as const;
const SYSTEMS = [["HarmonyOS", "HarmonyOS"], ["Android", "Android"], ["iPhone", "iPhone"], ["iPad", "iPad"], ["Windows", "Windows"], ["Mac OS", "macOS"], ["Linux", "Linux"]] as const;

/** A device as its owner knows it: "Chrome · Windows". */
export function deviceName(userAgent: string | null, lang: Lang): string {
  const found = (names: readonly (readonly [string, string])[]) => names.find(([mark]) => userAgent?.includes(mark))?.[1];
  const parts = [found(BROWSERS), found(SYSTEMS)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(" · ") : lang === "zh" ? "其他程序" : "Another program";
}
