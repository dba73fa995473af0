import type { ResultDraft } from "@ttx/domain/result/client";
import type { Lang } from "@ttx/ui/text";

/** What every part of the form needs: what was typed, how to change it, and what is wrong where. */
export type FormTools = {
  readonly lang: Lang;
  readonly draft: ResultDraft;
  readonly change: (patch: Partial<ResultDraft>) => void;
  readonly errorOf: (path: string) => string | undefined;
  /** A field was left: from now on it says what is wrong with it. */
  readonly leave: (path: string) => void;
  readonly locked: boolean;
};

/** One of a list with something else in it. */
export function replaced<Item>(list: readonly Item[], at: number, patch: Partial<Item>): Item[] {
  return list.map((item, i) => (i === at ? { ...item, ...patch } : item));
}

export function without<Item>(list: readonly Item[], at: number): Item[] {
  return list.filter((_item, i) => i !== at);
}

/** "33.33" for 3333 basis points. */
export function shareText(bp: number | null): string {
  return bp === null ? "" : (bp / 100).toFixed(2).replace(/\.?0+$/, "");
}

/** Basis points of a share typed in per cent; null while it is not one. */
export function shareOf(text: string): number | null {
  const found = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!found) return null;
  const bp = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return bp <= 10_000 ? bp : null;
}

/** Equal shares that make exactly a whole; the first ones take what does not divide. */
export function equalShares(count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.floor(10_000 / count) + (i < 10_000 % count ? 1 : 0));
}
