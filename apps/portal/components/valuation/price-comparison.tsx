import type { PriceComparison as Comparison } from "@ttx/domain/valuation";
import { VALUATION_WARNING_LABELS } from "@ttx/domain/valuation/client";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import { V } from "./valuation-texts.ts";

/** A price beside the valuation on record, with what the rules say of it. */
export function PriceComparison({ lang, comparison, href }: { readonly lang: Lang; readonly comparison: Comparison; readonly href?: string }) {
  if (comparison.valueFen === null && comparison.warnings.length === 0) return null;
  return (
    <Panel title={pick(lang, V.compared)} tone={comparison.warnings.length > 0 ? "due" : "plain"}>
      <div className="grid gap-2">
        {comparison.valueFen === null ? null : <p>{pick(lang, V.value)} <Money lang={lang} amount={comparison.valueFen} /></p>}
        {comparison.ratioBp === null ? null : <p className="text-sm text-ink-soft">{pick(lang, V.ratio)} <span className="tabular">{(comparison.ratioBp / 100).toFixed(1)}%</span></p>}
        {comparison.warnings.length === 0 ? <p className="text-sm">{pick(lang, V.fits)}</p> : null}
        {comparison.warnings.map(({ code }) => <p key={code} className="text-sm">{pick(lang, VALUATION_WARNING_LABELS[code])}</p>)}
        {href ? <p><a className="link text-sm" href={href}>{pick(lang, V.title)}</a></p> : null}
      </div>
    </Panel>
  );
}
