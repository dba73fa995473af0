import { TAX_NOTE_LABELS, type LegalBasis, type TaxStep } from "@ttx/domain/tax-relief/client";
import { cx } from "@ttx/ui/cx";
import { CircleAlertIcon } from "@ttx/ui/icons/circle-alert";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import type { ReactNode } from "react";
import { X } from "./tax-texts.ts";

export type TaxResultProps = {
  readonly lang: Lang;
  readonly figures: readonly { readonly label: string; readonly amountFen: bigint }[];
  readonly verdict?: string;
  readonly steps: readonly TaxStep[];
  readonly basis: readonly LegalBasis[];
  readonly notes: readonly (keyof typeof TAX_NOTE_LABELS)[];
  readonly ruleSet: string;
  readonly children?: ReactNode;
};

/** A result with every step and where each rule stands; what is uncertain is said beside it. */
export function TaxResult({ lang, figures, verdict, steps, basis, notes, ruleSet, children }: TaxResultProps) {
  return (
    <Panel title={pick(lang, X.result)} tone="brand">
      <div className="grid gap-5" role="status">
        {verdict ? <p className="font-medium">{verdict}</p> : null}
        <dl className="flex flex-wrap gap-x-10 gap-y-3">
          {figures.map(({ label, amountFen }) => (
            <div key={label}>
              <dt className="text-sm text-ink-soft">{label}</dt>
              <dd className="tabular text-xl font-semibold"><Money lang={lang} amount={amountFen} /></dd>
            </div>
          ))}
        </dl>
        {children}
        {notes.length > 0 ? (
          <ul aria-label={pick(lang, X.notes)} className="grid gap-1 text-sm text-due">
            {notes.map((note) => <li key={note} className="flex items-start gap-2"><CircleAlertIcon size={16} className="mt-0.5 shrink-0" /><span>{pick(lang, TAX_NOTE_LABELS[note])}</span></li>)}
          </ul>
        ) : null}
        <table className="w-full border-collapse bg-surface text-sm">
          <caption className="pb-2 text-left font-medium">{pick(lang, X.steps)}</caption>
          <tbody>
            {steps.map(({ label, amountFen }, at) => (
              <tr key={at} className={cx("border-b border-line", at === steps.length - 1 && "border-t-2 border-b-0 border-t-edge font-semibold")}>
                <th scope="row" className={cx("py-1.5 pr-3 pl-2 text-left", at < steps.length - 1 && "font-normal")}>{pick(lang, label)}</th>
                <td className="tabular py-1.5 pr-2 text-right whitespace-nowrap"><Money lang={lang} amount={amountFen} /></td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="text-sm">
          <p className="font-medium">{pick(lang, X.basis)}</p>
          <ul className="list-disc pl-5 text-ink-soft">
            {basis.map(({ citation, confirmed }) => <li key={citation}><span lang="zh-CN">{citation}</span>{confirmed ? null : lang === "zh" ? `（${pick(lang, X.unconfirmed)}）` : ` (${pick(lang, X.unconfirmed)})`}</li>)}
          </ul>
          <p className="mt-2 text-ink-soft">{pick(lang, X.ruleSet)} <span className="tabular">{ruleSet}</span></p>
        </div>
      </div>
    </Panel>
  );
}
