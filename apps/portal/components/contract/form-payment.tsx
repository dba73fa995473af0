"use client";

import type { ContractDraft } from "@ttx/domain/contract/client";
import { PAYMENT_METHODS, ROYALTY_BASES, ROYALTY_RATE_MODES } from "@ttx/domain/reference/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { DateInput } from "@ttx/ui/date-input";
import { FieldError } from "@ttx/ui/field";
import { formatYuan } from "@ttx/ui/format";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { Trash2Icon } from "@ttx/ui/icons/trash-2";
import { MoneyInput } from "@ttx/ui/money-input";
import { Section } from "@ttx/ui/section";
import { Select } from "@ttx/ui/select";
import { pick } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { C } from "./contract-texts.ts";
import { Help } from "./help.tsx";
import { replaced, without, type FormTools } from "./form-tools.ts";
import type { TypedInstalment } from "./typed-form.ts";

const ROYALTY = new Set(["3", "4"]);
const EMPTY: TypedInstalment = { dueOn: "", amount: "", estimated: false, note: "" };

export function FormPayment({ draft, ...tools }: FormTools & { readonly draft: ContractDraft }) {
  const { lang, form, change, errorOf, leave } = tools;
  const left = (path: string) => ({ id: path, error: errorOf(path), onBlur: () => leave(path) });
  const royalty = ROYALTY.has(form.payment);
  const transfer = form.contractType.startsWith("2");
  const sumFen = draft.instalments.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const offFen = draft.turnoverFen === null ? 0n : sumFen - draft.turnoverFen;
  const wrong = errorOf("instalments");

  function setMethod(payment: string) {
    change(ROYALTY.has(payment) ? { payment } : { payment, royaltyBase: "", royaltyRateMode: "" });
  }

  return (
    <Section id="payment-part" title={pick(lang, C.payment)}>
      <div className="grid gap-5">
        <div className="grid gap-5 sm:grid-cols-3">
          <Select {...left("payment")} label={pick(lang, C.paymentMethod)} help={<Help lang={lang} of="payment" />} empty={pick(lang, C.choose)} options={PAYMENT_METHODS.leaves().map((row) => ({ value: row.code, label: pick(lang, row) }))} value={form.payment} onChange={(event) => setMethod(event.target.value)} />
          {royalty ? (
            <>
              <Select {...left("royaltyBase")} label={pick(lang, C.royaltyBase)} empty={pick(lang, C.choose)} options={ROYALTY_BASES.rows.map((row) => ({ value: row.code, label: pick(lang, row) }))} value={form.royaltyBase} onChange={(event) => change({ royaltyBase: event.target.value })} />
              <Select {...left("royaltyRateMode")} label={pick(lang, C.royaltyRateMode)} empty={pick(lang, C.choose)} options={ROYALTY_RATE_MODES.rows.map((row) => ({ value: row.code, label: pick(lang, row) }))} value={form.royaltyRateMode} onChange={(event) => change({ royaltyRateMode: event.target.value })} />
            </>
          ) : null}
        </div>
        <div id="instalments" tabIndex={-1} className="grid gap-3 outline-none">
          <h3 className="font-medium">{pick(lang, C.instalments)}<span className="ml-2 text-sm font-normal text-ink-soft">{pick(lang, C.instalmentsHint)}</span></h3>
          <ol className="grid gap-3">
            {form.instalments.map((one, at) => (
              <li key={`${form.instalments.length}-${at}`} className="rounded border border-line bg-surface p-4"><InstalmentFields {...tools} one={one} at={at} royalty={royalty} /></li>
            ))}
          </ol>
          {wrong ? <FieldError id="instalments">{wrong}</FieldError> : null}
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Button size="small" icon={<PlusIcon size={16} />} onClick={() => change({ instalments: [...form.instalments, EMPTY] })}>{pick(lang, C.addInstalment)}</Button>
            {form.instalments.length > 0 ? (
              <p className="tabular text-sm">
                {pick(lang, C.sum)} {formatYuan(sumFen)}
                {draft.turnoverFen === null ? null : <span className={offFen === 0n ? "ml-2 text-done" : "ml-2 text-due"}>{offFen === 0n ? pick(lang, C.sumRight) : fillText(pick(lang, C.sumOff), { difference: formatYuan(offFen < 0n ? -offFen : offFen) })}</span>}
              </p>
            ) : null}
          </div>
        </div>
        {transfer ? (
          <div className="grid gap-5 sm:grid-cols-2">
            <MoneyInput id="expectedInvestment" lang={lang} label={pick(lang, C.expectedInvestment)} help={<Help lang={lang} of="expectedInvestment" />} hint={pick(lang, C.expectedHint)} error={errorOf("expectedInvestment")} defaultUnit="wan" defaultValue={form.expectedInvestment} onAmount={(yuan) => change({ expectedInvestment: yuan ?? "" })} />
            <MoneyInput id="expectedOutput" lang={lang} label={pick(lang, C.expectedOutput)} hint={pick(lang, C.expectedHint)} error={errorOf("expectedOutput")} defaultUnit="wan" defaultValue={form.expectedOutput} onAmount={(yuan) => change({ expectedOutput: yuan ?? "" })} />
          </div>
        ) : null}
      </div>
    </Section>
  );
}

function InstalmentFields({ lang, form, change, errorOf, leave, one, at, royalty }: FormTools & { readonly one: TypedInstalment; readonly at: number; readonly royalty: boolean }) {
  const path = (part: string): string => `instalments.${at}.${part}`;
  const set = (patch: Partial<TypedInstalment>): void => change({ instalments: replaced(form.instalments, at, patch) });
  const left = (part: string) => ({ id: path(part), error: errorOf(path(part)), onBlur: () => leave(path(part)) });
  const optional = pick(lang, C.optional);
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem_minmax(0,1fr)_auto]">
      <div className="grid gap-2">
        <MoneyInput id={path("amount")} lang={lang} label={pick(lang, C.amount)} error={errorOf(path("amount"))} defaultValue={one.amount} onAmount={(yuan) => set({ amount: yuan ?? "" })} />
        {royalty ? <Checkbox id={path("estimated")} label={pick(lang, C.estimated)} checked={one.estimated} onChange={(event) => set({ estimated: event.target.checked })} /> : null}
      </div>
      <DateInput {...left("dueOn")} label={pick(lang, C.dueOn)} optional={optional} value={one.dueOn} onChange={(event) => set({ dueOn: event.target.value })} />
      <TextInput {...left("note")} label={pick(lang, C.condition)} optional={optional} maxLength={200} value={one.note} onChange={(event) => set({ note: event.target.value })} />
      <div className="flex items-start pt-7"><Button tone="plain" icon={<Trash2Icon size={18} />} onClick={() => change({ instalments: without(form.instalments, at) })}>{pick(lang, C.remove)}</Button></div>
    </div>
  );
}
