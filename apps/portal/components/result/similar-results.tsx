"use client";

import type { SimilarResult } from "@ttx/domain/result";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useEffect, useState } from "react";
import { href } from "#lang/href.ts";

const TITLE: Text = { zh: "可能重复的成果", en: "Possible doubles" };
const HINT: Text = { zh: "请核对是否同一成果；不影响保存和发布。", en: "Check whether it is the same result. You can save and publish all the same." };
const REASONS: Readonly<Record<SimilarResult["because"], Text>> = {
  NUMBER: { zh: "同一知识产权号码", en: "the same right" },
  TITLE: { zh: "名称相近", en: "a like title" },
  SUMMARY: { zh: "简介内容相近", en: "a like summary" },
};
const OWN: Text = { zh: "本单位", en: "your organisation" };
const UNPUBLISHED: Text = { zh: "未公开", en: "not public" };

const WAIT_MS = 900;
/** As much of the summary as an address takes; a copied text shows in its beginning. */
const SUMMARY_SENT = 500;

export type SimilarResultsProps = { readonly lang: Lang; readonly resultId: string; readonly title: string; readonly summary: string; readonly numbers: readonly string[] };

/** Asks, a moment after the last key, what the result may double. */
export function SimilarResults({ lang, resultId, title, summary, numbers }: SimilarResultsProps) {
  const [items, setItems] = useState<readonly SimilarResult[]>([]);
  const query = new URLSearchParams([["resultId", resultId], ["title", title], ["summary", summary.slice(0, SUMMARY_SENT)], ...numbers.filter((number) => number !== "").map((number): [string, string] => ["numbers", number])]).toString();
  useEffect(() => {
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/v1/own/results/similar?${query}`, { signal: leaving.signal, credentials: "same-origin" })
        .then((answer) => (answer.ok ? (answer.json() as Promise<{ readonly items: readonly SimilarResult[] }>) : { items: [] }))
        .then((found) => setItems(found.items))
        .catch(() => undefined); // a hint that does not come is no fault
    }, WAIT_MS);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [query]);
  return (
    <div aria-live="polite">
      {items.length > 0 ? (
        <Panel tone="due" title={pick(lang, TITLE)}>
          <p className="mb-2 text-sm">{pick(lang, HINT)}</p>
          <ul className="grid gap-2 text-sm">
            {items.map((item) => (
              <li key={item.resultId}>
                <a lang="zh-CN" className="link" target="_blank" rel="noreferrer" href={href(lang, item.isPublished ? `/results/${item.resultId}` : `/desk/results/${item.resultId}`)}>{item.title}</a>
                <p className="text-ink-soft">{[pick(lang, REASONS[item.because]) + (item.number ? ` ${item.number}` : ""), item.isOwn ? pick(lang, OWN) : item.ownerName, item.isPublished ? "" : pick(lang, UNPUBLISHED)].filter(Boolean).join(" · ")}</p>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </div>
  );
}
