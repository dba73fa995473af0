"use client";

import { fillText } from "@ttx/domain/shared/texts";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { I } from "./import-texts.ts";

const EVERY_MS = 2_000;

/** How far the table has been worked through; the page is read again until it is done. */
export function ImportProgress({ lang, done, total }: { readonly lang: Lang; readonly done: number; readonly total: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  const words = total === 0 ? pick(lang, I.reading) : fillText(pick(lang, I.progress), { done, total });
  return (
    <Panel tone="brand">
      <div className="grid gap-2">
        <p role="status">{words}</p>
        <progress aria-label={words} value={total === 0 ? undefined : done} max={total || 1} className="h-2 w-full" />
        <p className="text-sm text-ink-soft">{pick(lang, I.leave)}</p>
      </div>
    </Panel>
  );
}
