"use client";

import { Button } from "@ttx/ui/button";
import { DateInput } from "@ttx/ui/date-input";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang } from "@ttx/ui/text";
import { C } from "./deal-texts.ts";

export type Instalment = { readonly dueOn: string; readonly amount: string };

type Props = { readonly lang: Lang; readonly instalments: readonly Instalment[]; readonly onChange: (instalments: readonly Instalment[]) => void; readonly errorOf: (path: string) => string | undefined; /** Where they stand in what is sent: an error’s link leads there. */ readonly at?: string; /** What is prescribed of the days, beside that they add up. */ readonly rule?: string | undefined };

/** When how much is paid, one instalment a row. */
export function InstalmentRows({ lang, instalments, onChange, errorOf, at: path = "instalments", rule }: Props) {
  const change = (at: number, part: Partial<Instalment>): void => onChange(instalments.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset id={path} tabIndex={-1} className="grid gap-3 outline-none">
      <legend className="mb-1 font-medium">{pick(lang, C.instalments)}</legend>
      <p className="text-sm text-ink-soft">{[pick(lang, C.instalmentsHint), rule].filter((part) => part !== undefined).join(lang === "zh" ? "" : " ")}</p>
      {errorOf(path) ? <p className="text-sm font-medium text-live">{errorOf(path)}</p> : null}
      {instalments.map((one, i) => (
        <div key={i} className="grid items-end gap-4 sm:grid-cols-[5em_1fr_1fr_auto]">
          <span className="pb-2 text-ink-soft">{pick(lang, C.part).replace("{no}", String(i + 1))}</span>
          <DateInput id={`${path}.${i}.dueOn`} label={pick(lang, C.dueOn)} value={one.dueOn} onChange={(event) => change(i, { dueOn: event.target.value })} error={errorOf(`${path}.${i}.dueOn`)} />
          <TextInput id={`${path}.${i}.amount`} label={pick(lang, C.amount)} inputMode="decimal" unit={lang === "zh" ? "元" : "yuan"} value={one.amount} className="tabular text-right" onChange={(event) => change(i, { amount: event.target.value })} error={errorOf(`${path}.${i}.amount`)} />
          {instalments.length > 1 ? <Button size="small" tone="plain" onClick={() => onChange(instalments.filter((_, at) => at !== i))}>{pick(lang, C.remove)}</Button> : null}
        </div>
      ))}
      {instalments.length < 24 ? <div><Button size="small" onClick={() => onChange([...instalments, { dueOn: "", amount: "" }])}>{pick(lang, C.add)}</Button></div> : null}
    </fieldset>
  );
}
