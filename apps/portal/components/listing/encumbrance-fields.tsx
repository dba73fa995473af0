"use client";

import { ENCUMBRANCE_KINDS, ENCUMBRANCE_LABELS, ENCUMBRANCES_MAX, isGrant } from "@ttx/domain/listing/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { DateInput } from "@ttx/ui/date-input";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang } from "@ttx/ui/text";
import { DISCLOSURE as X } from "./disclosure-texts.ts";
import type { TypedEncumbrance } from "./listing-form-values.ts";

type EncumbranceFieldsProps = {
  readonly lang: Lang;
  readonly encumbrances: readonly TypedEncumbrance[];
  readonly change: (to: (now: readonly TypedEncumbrance[]) => readonly TypedEncumbrance[]) => void;
  readonly errorOf: (path: string) => string | undefined;
};

/** Burdens on the rights, one by one: in the draft, and in the amendment of what runs. */
export function EncumbranceFields({ lang, encumbrances, change, errorOf }: EncumbranceFieldsProps) {
  const set = (at: number, part: Partial<TypedEncumbrance>): void => change((now) => now.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 font-medium">{pick(lang, X.encumbrances)}</legend>
      {encumbrances.length === 0 ? <p className="text-sm text-ink-soft">{pick(lang, X.none)}</p> : null}
      {encumbrances.map((one, at) => {
        const path = (part: keyof TypedEncumbrance): string => `disclosure.encumbrances.${at}.${part}`;
        return (
          <div key={at} className="grid gap-4 rounded border border-line p-4">
            <div className="grid gap-4 md:grid-cols-3">
              <Select id={path("kind")} label={pick(lang, X.kind)} value={one.kind} error={errorOf(path("kind"))} onChange={(event) => set(at, { kind: event.target.value })} options={ENCUMBRANCE_KINDS.map((kind) => ({ value: kind, label: pick(lang, ENCUMBRANCE_LABELS[kind]) }))} />
              {isGrant(one.kind) ? <TextInput id={path("territory")} lang="zh-CN" maxLength={120} label={pick(lang, X.territory)} optional={pick(lang, X.optional)} value={one.territory} error={errorOf(path("territory"))} onChange={(event) => set(at, { territory: event.target.value })} /> : null}
              <DateInput id={path("until")} label={pick(lang, X.until)} optional={pick(lang, X.optional)} value={one.until} error={errorOf(path("until"))} onChange={(event) => set(at, { until: event.target.value })} />
            </div>
            <TextInput id={path("detail")} lang="zh-CN" maxLength={300} label={pick(lang, X.detail)} hint={pick(lang, X.detailHint)} value={one.detail} error={errorOf(path("detail"))} onChange={(event) => set(at, { detail: event.target.value })} />
            <div><Button size="small" tone="plain" aria-label={fillText(pick(lang, X.removeNo), { no: at + 1 })} onClick={() => change((now) => now.filter((_, i) => i !== at))}>{pick(lang, X.remove)}</Button></div>
          </div>
        );
      })}
      {encumbrances.length < ENCUMBRANCES_MAX ? <div><Button size="small" onClick={() => change((now) => [...now, { kind: "ORDINARY_LICENCE", territory: "", until: "", detail: "" }])}>{pick(lang, X.add)}</Button></div> : null}
    </fieldset>
  );
}
