import type { readAlert } from "@ttx/domain/risk";
import { pick, type Lang } from "@ttx/ui/text";
import { R } from "./risk-texts.ts";

type Comparison = NonNullable<Awaited<ReturnType<typeof readAlert.run>>["comparison"]>;
type Props = { readonly lang: Lang; readonly comparison: Comparison; readonly names: ReadonlyMap<string, string> };

/** Two texts sentence by sentence: what both say stands across, what one says alone stands on its side, marked and in words for readers. */
export function TextComparison({ lang, comparison: { leftId, rightId, parts, isCut }, names }: Props) {
  return (
    <div lang="zh-CN" className="max-h-[32rem] overflow-auto rounded border border-line bg-surface text-sm" tabIndex={0} role="region" aria-label={pick(lang, R.comparison)}>
      <div className="sticky top-0 grid grid-cols-2 gap-4 border-b border-line bg-surface p-3 font-medium"><span>{names.get(leftId)}</span><span>{names.get(rightId)}</span></div>
      <div className="grid gap-1 p-3">
        {parts.map(({ kind, text }, i) => (
          <div key={i} className={kind === "same" ? "text-ink-soft" : "grid grid-cols-2 gap-4"}>
            {kind === "same" ? text : (
              <span className={kind === "left" ? "rounded-sm border-l-3 border-due-mark bg-due-soft px-2" : "col-start-2 rounded-sm border-l-3 border-brand bg-brand-soft px-2"}>
                <span className="sr-only">{pick(lang, kind === "left" ? R.onlyFirst : R.onlySecond)}</span>{text}
              </span>
            )}
          </div>
        ))}
        {isCut ? <p className="text-ink-soft">{pick(lang, R.comparisonCut)}</p> : null}
      </div>
    </div>
  );
}
