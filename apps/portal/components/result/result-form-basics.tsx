"use client";

import { PROGRAMME_SOURCES, TECH_FIELDS } from "@ttx/domain/reference/client";
import { READINESS_LABELS, READINESS_LEVELS, RESULT_STAGE_LABELS, RESULT_STAGES, SUMMARY_MIN, TRADE_MODE_LABELS, TRADE_MODES } from "@ttx/domain/result/client";
import { Checkbox } from "@ttx/ui/checkbox";
import { FieldError } from "@ttx/ui/field";
import { MoneyInput } from "@ttx/ui/money-input";
import { RadioGroup } from "@ttx/ui/radio-group";
import { Section } from "@ttx/ui/section";
import { Select, type Option } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { DivisionInput } from "#components/division-input.tsx";
import { F } from "./result-form-texts.ts";
import type { FormTools } from "./result-form-tools.ts";

export function ResultBasics({ lang, draft, change, errorOf, leave, locked, divisionName }: FormTools & { readonly divisionName: string }) {
  const left = (path: string) => ({ error: errorOf(path), onBlur: () => leave(path), disabled: locked });
  const optional = pick(lang, F.optional);
  return (
    <Section id="basics" title={pick(lang, F.basics)}>
      <div className="grid gap-5">
        <TextInput id="title" lang="zh-CN" label={pick(lang, F.title)} hint={pick(lang, F.titleHint)} maxLength={200} value={draft.title} onChange={(event) => change({ title: event.target.value })} {...left("title")} />
        <TextInput id="titleEn" lang="en" label={pick(lang, F.titleEn)} optional={optional} maxLength={400} value={draft.titleEn} onChange={(event) => change({ titleEn: event.target.value })} {...left("titleEn")} />
        <div className="grid gap-1">
          <Textarea id="summary" lang="zh-CN" label={pick(lang, F.summary)} hint={pick(lang, F.summaryHint)} maxLength={20_000} value={draft.summary} onChange={(event) => change({ summary: event.target.value })} {...left("summary")} />
          <p className="tabular text-sm text-ink-soft">{pick(lang, F.count).replace("{now}", String(draft.summary.trim().length)).replace("{min}", String(SUMMARY_MIN))}</p>
        </div>
        <div className="grid gap-5 md:grid-cols-2">
          <Select id="field" label={pick(lang, F.field)} empty={pick(lang, F.choose)} options={optionsOf(lang, TECH_FIELDS.leaves())} value={draft.field} onChange={(event) => change({ field: event.target.value })} {...left("field")} />
          <DivisionInput id="divisionCode" lang={lang} label={pick(lang, F.division)} hint={pick(lang, F.divisionHint)} error={errorOf("divisionCode")} code={draft.divisionCode} name={divisionName} onCode={(divisionCode) => change({ divisionCode })} />
          <Select id="programme" label={pick(lang, F.programme)} optional={optional} empty={pick(lang, F.choose)} options={optionsOf(lang, PROGRAMME_SOURCES.leaves())} value={draft.programme} onChange={(event) => change({ programme: event.target.value })} {...left("programme")} />
          <TextInput id="projectNo" label={pick(lang, F.projectNo)} optional={optional} maxLength={60} value={draft.projectNo} onChange={(event) => change({ projectNo: event.target.value })} {...left("projectNo")} />
        </div>
      </div>
    </Section>
  );
}

function optionsOf(lang: Lang, rows: readonly { readonly code: string; readonly zh: string; readonly en: string }[]): Option[] {
  return rows.map((row) => ({ value: row.code, label: pick(lang, row) }));
}

export function ResultMaturity({ lang, draft, change, errorOf, leave, locked }: FormTools) {
  return (
    <Section id="maturity" title={pick(lang, F.maturity)}>
      <div className="grid gap-5">
        <RadioGroup id="stage" inline label={pick(lang, F.stage)} error={errorOf("stage")} value={draft.stage} onChange={(stage) => change({ stage })} options={RESULT_STAGES.map((value) => ({ value, label: pick(lang, RESULT_STAGE_LABELS[value]), disabled: locked }))} />
        <Select
          id="readinessLevel"
          label={pick(lang, F.readiness)}
          hint={pick(lang, F.readinessHint)}
          error={errorOf("readinessLevel")}
          empty={pick(lang, F.choose)}
          disabled={locked}
          options={READINESS_LEVELS.map((level) => ({ value: String(level), label: `${level} · ${READINESS_LABELS[level]?.[lang] ?? ""}` }))}
          value={draft.readinessLevel === null ? "" : String(draft.readinessLevel)}
          onChange={(event) => change({ readinessLevel: event.target.value === "" ? null : Number(event.target.value) })}
          onBlur={() => leave("readinessLevel")}
        />
      </div>
    </Section>
  );
}

export function ResultTrade({ lang, draft, change, errorOf, locked }: FormTools) {
  const wrong = errorOf("tradeModes");
  return (
    <Section id="trade" title={pick(lang, F.trade)}>
      <div className="grid gap-5">
        <fieldset id="tradeModes" tabIndex={-1} aria-describedby={wrong ? "tradeModes-error" : undefined} className="grid gap-2 outline-none">
          <legend className="mb-1 font-medium">{pick(lang, F.modes)}<span className="ml-1 text-sm font-normal text-ink-soft">{pick(lang, F.modesHint)}</span></legend>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {TRADE_MODES.map((mode) => (
              <Checkbox
                key={mode}
                id={`tradeModes.${mode}`}
                label={pick(lang, TRADE_MODE_LABELS[mode])}
                disabled={locked}
                checked={draft.tradeModes.includes(mode)}
                onChange={(event) => change({ tradeModes: TRADE_MODES.filter((one) => (one === mode ? event.target.checked : draft.tradeModes.includes(one))) })}
              />
            ))}
          </div>
          {wrong ? <FieldError id="tradeModes">{wrong}</FieldError> : null}
        </fieldset>
        <div className="max-w-md"><MoneyInput id="askedPrice" lang={lang} label={pick(lang, F.price)} error={errorOf("askedPrice")} defaultUnit="wan" defaultValue={draft.askedPrice} onAmount={(yuan) => change({ askedPrice: yuan ?? "" })} /></div>
        <Checkbox id="priceNegotiable" label={pick(lang, F.negotiable)} disabled={locked} checked={draft.priceNegotiable} onChange={(event) => change({ priceNegotiable: event.target.checked })} />
      </div>
    </Section>
  );
}

export function ResultContact({ lang, draft, change, errorOf, leave, locked }: FormTools) {
  const left = (path: string) => ({ error: errorOf(path), onBlur: () => leave(path), disabled: locked });
  return (
    <Section id="contact" title={pick(lang, F.contact)}>
      <div className="grid gap-5 md:grid-cols-2">
        <TextInput id="contactName" label={pick(lang, F.contactName)} hint={pick(lang, F.contactHint)} maxLength={40} value={draft.contactName} onChange={(event) => change({ contactName: event.target.value })} {...left("contactName")} />
        <TextInput id="contactPhone" type="tel" label={pick(lang, F.contactPhone)} hint={pick(lang, F.contactHint)} maxLength={30} value={draft.contactPhone} onChange={(event) => change({ contactPhone: event.target.value })} {...left("contactPhone")} />
        <TextInput id="secrecyOfficer" label={pick(lang, F.officer)} hint={pick(lang, F.officerHint)} value={draft.secrecyOfficer} readOnly error={errorOf("secrecyOfficer")} />
      </div>
    </Section>
  );
}
