"use client";

import { LICENCE_KIND_LABELS, LICENCE_KINDS, PAYMENT_FORM_LABELS, PAYMENT_FORMS, TERM_FIELD_LABELS, TERM_MODE_LABELS, TERM_TRADE_MODES } from "@ttx/domain/terms/client";
import { Section } from "@ttx/ui/section";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useState } from "react";
import type { GivenTerms, Part } from "./given-terms.ts";
import { textOf } from "./given-terms.ts";
import { PaymentFields } from "./payment-fields.tsx";
import { T } from "./terms-texts.ts";

export type TermsFieldsProps = { readonly lang: Lang; readonly given: GivenTerms; readonly parts: readonly Part[]; readonly onParts: (parts: readonly Part[]) => void; readonly errorOf: (path: string) => string | undefined };

/** The structured terms of a trade, shown as far as the chosen mode and form of payment need them. Names begin with `terms.`. */
export function TermsFields({ lang, given, parts, onParts, errorOf }: TermsFieldsProps) {
  const [tradeMode, setTradeMode] = useState(given.tradeMode ?? "ASSIGNMENT");
  const [form, setForm] = useState(textOf(given.payment?.["form"]) || "LUMP_SUM");
  return (
    <>
      <Section id="what" title={pick(lang, T.what)}>
        <div className="grid gap-5 sm:grid-cols-2">
          <Select id="terms.tradeMode" label={pick(lang, TERM_FIELD_LABELS.tradeMode)} options={TERM_TRADE_MODES.map((value) => ({ value, label: pick(lang, TERM_MODE_LABELS[value]) }))} value={tradeMode} onChange={(event) => setTradeMode(event.target.value)} error={errorOf("terms.tradeMode")} />
          {tradeMode === "LICENCE" ? (
            <>
              <Select id="terms.licence.kind" label={pick(lang, TERM_FIELD_LABELS.licenceKind)} empty={pick(lang, T.choose)} options={LICENCE_KINDS.map((value) => ({ value, label: pick(lang, LICENCE_KIND_LABELS[value]) }))} defaultValue={given.licence?.kind ?? ""} error={errorOf("terms.licence.kind") ?? errorOf("terms.licence")} />
              <TextInput id="terms.licence.territory" maxLength={120} label={pick(lang, TERM_FIELD_LABELS.territory)} hint={pick(lang, T.territoryHint)} defaultValue={given.licence?.territory ?? ""} error={errorOf("terms.licence.territory")} />
              <TextInput id="terms.licence.years" type="number" min={1} max={50} label={pick(lang, TERM_FIELD_LABELS.years)} unit={pick(lang, T.years)} defaultValue={textOf(given.licence?.years)} error={errorOf("terms.licence.years")} />
            </>
          ) : null}
        </div>
      </Section>
      <Section id="payment" title={pick(lang, T.payment)}>
        <div className="grid gap-5">
          <Select id="terms.payment.form" className="max-w-md" label={pick(lang, TERM_FIELD_LABELS.form)} options={PAYMENT_FORMS.map((value) => ({ value, label: pick(lang, PAYMENT_FORM_LABELS[value]) }))} value={form} onChange={(event) => setForm(event.target.value)} error={errorOf("terms.payment.form")} />
          <PaymentFields lang={lang} form={form} given={given.payment ?? {}} parts={parts} onParts={onParts} errorOf={errorOf} />
        </div>
      </Section>
      <Section id="rest" title={pick(lang, T.rest)}>
        <div className="grid gap-5">
          {(["delivery", "improvements", "other"] as const).map((name) => (
            <Textarea key={name} id={`terms.${name}`} rows={3} maxLength={1000} label={pick(lang, TERM_FIELD_LABELS[name])} optional={pick(lang, T.optional)} defaultValue={given[name] ?? ""} error={errorOf(`terms.${name}`)} />
          ))}
        </div>
      </Section>
    </>
  );
}
