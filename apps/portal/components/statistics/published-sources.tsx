import type { PublishedForNation } from "@ttx/domain/statistics";
import { pick, type Lang } from "@ttx/ui/text";
import { S } from "./statistics-texts.ts";

type Sources = PublishedForNation["sources"];

/** Small letters that tie a figure to its source. */
export function sourceMarks(sources: Sources): ReadonlyMap<string, string> {
  return new Map(sources.map(({ code }, i) => [code, String.fromCodePoint(97 + i)]));
}

export function PublishedSources({ lang, sources }: { readonly lang: Lang; readonly sources: Sources }) {
  const marks = sourceMarks(sources);
  return (
    <details className="text-sm text-ink-soft">
      <summary className="text-brand hover:underline">{pick(lang, S.sources)}</summary>
      <ol className="mt-2 grid gap-1">
        {sources.map(({ code, title, url }) => <li key={code}><span className="mr-1 text-ink-faint">{marks.get(code)}</span><span lang="zh-CN">{title}</span> <span className="break-all text-ink-faint">{url}</span></li>)}
      </ol>
    </details>
  );
}
