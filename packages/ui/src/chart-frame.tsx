import type { ReactNode } from "react";
import { ChevronRightIcon } from "./icons/chevron-right.tsx";
import { pick, type Lang, type Text } from "./text.ts";

const AS_TABLE: Text = { zh: "查看数据表", en: "Show as a table" };
const SOURCE: Text = { zh: "来源", en: "Source" };

export type ChartFrameProps = {
  readonly lang: Lang;
  /** A sentence that says what the chart shows. */
  readonly sentence: ReactNode;
  readonly unit: string;
  readonly period: string;
  readonly source: string;
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly children: ReactNode;
};

/** Around every chart: its sentence, unit, period and source, and the table one click away. */
export function ChartFrame({ lang, sentence, unit, period, source, table, children }: ChartFrameProps) {
  return (
    <figure className="grid gap-3">
      <figcaption>
        <p className="font-medium leading-normal">{sentence}</p>
        <p className="text-sm text-ink-soft">{lang === "zh" ? `单位：${unit}　时段：${period}` : `Unit: ${unit}. Period: ${period}.`}</p>
      </figcaption>
      {children}
      <details className="group text-sm">
        <summary className="inline-flex list-none items-center gap-1 text-brand hover:underline"><ChevronRightIcon size={14} className="transition-transform group-open:rotate-90" />{pick(lang, AS_TABLE)}</summary>
        <div className="mt-2 max-h-96 overflow-auto" tabIndex={0} role="region" aria-label={pick(lang, AS_TABLE)}>
          <table className="w-full border-collapse">
            <thead>
              <tr>{table.head.map((cell, i) => <th key={i} scope="col" className={`border-b border-edge px-2 py-1.5 font-medium ${i === 0 ? "text-left" : "text-right"}`}>{cell}</th>)}</tr>
            </thead>
            <tbody>
              {table.rows.map((row, r) => (
                <tr key={r}>
                  {row.map((cell, i) => (i === 0 ? <th key={i} scope="row" className="border-b border-line px-2 py-1.5 text-left font-normal">{cell}</th> : <td key={i} className="border-b border-line px-2 py-1.5 text-right">{cell}</td>))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <p className="text-sm text-ink-faint">{pick(lang, SOURCE)}{lang === "zh" ? "：" : ": "}{source}</p>
    </figure>
  );
}
