"use client";

import { amountWorksheet, CARRIER_KIND_LABELS, COST_KIND_LABELS, COST_KINDS, type ContractDraft } from "@ttx/domain/contract/client";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { FieldError } from "@ttx/ui/field";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { Trash2Icon } from "@ttx/ui/icons/trash-2";
import { MoneyInput } from "@ttx/ui/money-input";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { Select } from "@ttx/ui/select";
import { pick } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { AmountWorksheet } from "./amount-worksheet.tsx";
import { C } from "./contract-texts.ts";
import { Help } from "./help.tsx";
import { replaced, without, type FormTools } from "./form-tools.ts";
import type { TypedCarrier, TypedDeduction } from "./typed-form.ts";

const EMPTY_DEDUCTION: TypedDeduction = { kind: "equipment", amount: "", note: "", carrier: null };
const EMPTY_CARRIER: TypedCarrier = { kind: "sample", unitCost: "", count: "1", neededCount: "1" };

/** Turnover, what is not technical in it, and the worksheet that computes itself while one types. */
export function FormAmounts({ draft, ...tools }: FormTools & { readonly draft: ContractDraft }) {
  const { lang, form, change, errorOf } = tools;
  const wrong = errorOf("deductions") ?? errorOf("technicalAmount");
  return (
    <Section id="amounts" title={pick(lang, C.amounts)} intro={pick(lang, C.amountsIntro)}>
      <div className="grid gap-5">
        <div className="max-w-md"><MoneyInput id="turnover" lang={lang} label={pick(lang, C.turnover)} help={<Help lang={lang} of="turnover" />} hint={pick(lang, C.turnoverHint)} error={errorOf("turnover")} defaultValue={form.turnover} onAmount={(yuan) => change({ turnover: yuan ?? "" })} /></div>
        <div id="deductions" tabIndex={-1} className="grid gap-3 outline-none">
          <div className="flex items-center gap-1"><h3 className="font-medium">{pick(lang, C.deductions)}</h3><Help lang={lang} of="deductions" /></div>
          {form.deductions.length === 0 ? <p className="text-sm text-ink-soft">{pick(lang, C.noDeductions)}</p> : null}
          <ol className="grid gap-4">
            {form.deductions.map((line, at) => (
              <li key={`${form.deductions.length}-${at}`} className="rounded border border-line bg-surface p-4"><DeductionFields {...tools} line={line} at={at} /></li>
            ))}
          </ol>
          {wrong ? <FieldError id="deductions">{wrong}</FieldError> : null}
          <div><Button size="small" icon={<PlusIcon size={16} />} onClick={() => change({ deductions: [...form.deductions, EMPTY_DEDUCTION] })}>{pick(lang, C.addDeduction)}</Button></div>
        </div>
        {draft.turnoverFen === null ? null : (
          <Panel title={pick(lang, C.worksheet)} level={3} className="max-w-2xl">
            <div id="technicalAmount" tabIndex={-1} aria-live="polite" className="outline-none"><AmountWorksheet lang={lang} worksheet={amountWorksheet(draft.turnoverFen, draft.deductions)} /></div>
          </Panel>
        )}
      </div>
    </Section>
  );
}

function DeductionFields({ lang, form, change, errorOf, leave, line, at }: FormTools & { readonly line: TypedDeduction; readonly at: number }) {
  const path = (part: string): string => `deductions.${at}.${part}`;
  const set = (patch: Partial<TypedDeduction>): void => change({ deductions: replaced(form.deductions, at, patch) });
  const setCarrier = (patch: Partial<TypedCarrier>): void => set({ carrier: { ...(line.carrier ?? EMPTY_CARRIER), ...patch } });
  const left = (part: string) => ({ id: path(part), error: errorOf(path(part)), onBlur: () => leave(path(part)) });
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-[12rem_minmax(0,1fr)_minmax(0,1fr)_auto]">
        <Select {...left("kind")} label={pick(lang, C.kind)} options={COST_KINDS.map((kind) => ({ value: kind, label: pick(lang, COST_KIND_LABELS[kind]) }))} value={line.kind} onChange={(event) => set({ kind: event.target.value })} />
        <MoneyInput id={path("amount")} lang={lang} label={pick(lang, C.amount)} error={errorOf(path("amount"))} defaultValue={line.amount} onAmount={(yuan) => set({ amount: yuan ?? "" })} />
        <TextInput {...left("note")} label={pick(lang, C.note)} optional={line.kind === "other" ? undefined : pick(lang, C.optional)} maxLength={200} value={line.note} onChange={(event) => set({ note: event.target.value })} />
        <div className="flex items-start pt-7"><Button tone="plain" icon={<Trash2Icon size={18} />} onClick={() => change({ deductions: without(form.deductions, at) })}>{pick(lang, C.remove)}</Button></div>
      </div>
      <Checkbox id={path("hasCarrier")} label={pick(lang, C.hasCarrier)} checked={line.carrier !== null} onChange={(event) => set({ carrier: event.target.checked ? EMPTY_CARRIER : null })} error={errorOf(path("carrier"))} />
      {line.carrier === null ? null : (
        <div className="grid gap-4 sm:grid-cols-4">
          <Select id={path("carrier.kind")} label={pick(lang, C.carrierKind)} options={(["document", "sample", "plant"] as const).map((kind) => ({ value: kind, label: pick(lang, CARRIER_KIND_LABELS[kind]) }))} value={line.carrier.kind} onChange={(event) => setCarrier({ kind: event.target.value })} />
          <MoneyInput id={path("carrier.unitCost")} lang={lang} label={pick(lang, C.unitCost)} defaultValue={line.carrier.unitCost} onAmount={(yuan) => setCarrier({ unitCost: yuan ?? "" })} />
          <TextInput id={path("carrier.count")} label={pick(lang, C.count)} inputMode="numeric" className="tabular" value={line.carrier.count} onChange={(event) => setCarrier({ count: event.target.value })} />
          <TextInput id={path("carrier.neededCount")} label={pick(lang, C.neededCount)} inputMode="numeric" className="tabular" value={line.carrier.neededCount} onChange={(event) => setCarrier({ neededCount: event.target.value })} />
        </div>
      )}
    </div>
  );
}
