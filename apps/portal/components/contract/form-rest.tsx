"use client";

import { SECRECY_KINDS, SECRECY_LABELS, TAX_CLAIM_LABELS, TAX_CLAIMS } from "@ttx/domain/contract/client";
import { Checkbox } from "@ttx/ui/checkbox";
import { DateInput } from "@ttx/ui/date-input";
import { Panel } from "@ttx/ui/panel";
import { RadioGroup } from "@ttx/ui/radio-group";
import { Section } from "@ttx/ui/section";
import { pick } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { useState } from "react";
import { CodeInput } from "./code-input.tsx";
import { C } from "./contract-texts.ts";
import { Help } from "./help.tsx";
import type { FormTools } from "./form-tools.ts";
import { TextTools } from "./text-tools.tsx";

const OUTSIDE_PROGRAMMES = "0";

export function FormStatistics({ lang, form, change, errorOf, leave }: FormTools) {
  return (
    <Section id="statistics" title={pick(lang, C.statistics)} intro={pick(lang, C.statisticsIntro)}>
      <div className="grid gap-5 md:grid-cols-2">
        <CodeInput id="objective" lang={lang} table="socio-economic-objectives" label={pick(lang, C.objective)} help={<Help lang={lang} of="objective" />} error={errorOf("objective")} code={form.objective} onCode={(objective) => change({ objective })} />
        <CodeInput id="industry" lang={lang} table="industries" label={pick(lang, C.industry)} help={<Help lang={lang} of="industry" />} error={errorOf("industry")} code={form.industry} onCode={(industry) => change({ industry })} />
        <CodeInput id="programme" lang={lang} table="programme-sources" label={pick(lang, C.programme)} help={<Help lang={lang} of="programme" />} error={errorOf("programme")} code={form.programme} onCode={(programme) => change(programme === OUTSIDE_PROGRAMMES ? { programme, programmeNo: "" } : { programme })} />
        {form.programme !== OUTSIDE_PROGRAMMES && form.programme !== "" ? (
          <TextInput id="programmeNo" label={pick(lang, C.programmeNo)} error={errorOf("programmeNo")} onBlur={() => leave("programmeNo")} maxLength={60} value={form.programmeNo} onChange={(event) => change({ programmeNo: event.target.value })} />
        ) : null}
      </div>
    </Section>
  );
}

/** Text and secrecy. A text that both sides signed on the platform is shown, not edited. */
type TextProps = FormTools & { readonly signedHere: boolean; readonly contractId: string; readonly flush: () => Promise<unknown>; readonly adopt: FormTools["change"] };

export function FormText({ lang, form, change, errorOf, leave, signedHere, contractId, flush, adopt }: TextProps) {
  const [state, setState] = useState(false);
  return (
    <Section id="text-part" title={pick(lang, C.text)}>
      <div className="grid gap-5">
        <RadioGroup
          id="secret"
          label={pick(lang, C.secret)}
          error={errorOf("secret")}
          value={state ? "state" : form.secret}
          onChange={(value) => {
            setState(value === "state");
            if (value !== "state") change({ secret: value });
          }}
          options={[...SECRECY_KINDS.map((kind) => ({ value: kind, label: pick(lang, SECRECY_LABELS[kind]) })), { value: "state", label: pick(lang, C.secretState) }]}
        />
        {state ? <Panel tone="live"><p role="alert">{pick(lang, C.secretStateText)}</p></Panel> : null}
        <TextTools lang={lang} form={form} change={change} contractId={contractId} flush={flush} adopt={adopt} signedHere={signedHere} />
        {signedHere ? (
          <div className="grid gap-2">
            <p className="text-sm text-ink-soft">{pick(lang, C.textSigned)}</p>
            <div lang="zh-CN" tabIndex={0} role="region" aria-label={pick(lang, C.textLabel)} className="max-h-96 overflow-y-auto rounded border border-line bg-surface p-4 leading-relaxed whitespace-pre-wrap">{form.text}</div>
          </div>
        ) : (
          <Textarea id="text" lang="zh-CN" label={pick(lang, C.textLabel)} hint={pick(lang, C.textHint)} error={errorOf("text")} onBlur={() => leave("text")} rows={12} maxLength={200_000} value={form.text} onChange={(event) => change({ text: event.target.value })} />
        )}
        <Checkbox id="foreignLanguage" label={pick(lang, C.foreignLanguage)} checked={form.foreignLanguage} onChange={(event) => change({ foreignLanguage: event.target.checked })} />
        <Checkbox id="signedByInternalBody" label={pick(lang, C.internalBody)} checked={form.signedByInternalBody} onChange={(event) => change({ signedByInternalBody: event.target.checked })} />
        <Checkbox id="approvalRequired" label={pick(lang, C.approval)} checked={form.approvalRequired} onChange={(event) => change({ approvalRequired: event.target.checked })} />
      </div>
    </Section>
  );
}

export function FormFiling({ lang, form, change, errorOf, leave }: FormTools) {
  const left = (path: string) => ({ id: path, error: errorOf(path), onBlur: () => leave(path) });
  return (
    <Section id="filing" title={pick(lang, C.filing)}>
      <div className="grid gap-5">
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-medium">{pick(lang, C.taxClaims)}<span className="ml-1 text-sm font-normal text-ink-soft">{pick(lang, C.taxClaimsHint)}</span></legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {TAX_CLAIMS.map((claim) => (
              <Checkbox key={claim} id={`taxClaims.${claim}`} label={pick(lang, TAX_CLAIM_LABELS[claim])} checked={form.taxClaims.includes(claim)} onChange={(event) => change({ taxClaims: TAX_CLAIMS.filter((one) => (one === claim ? event.target.checked : form.taxClaims.includes(one))) })} />
            ))}
          </div>
        </fieldset>
        <div className="grid gap-5 sm:grid-cols-3">
          <TextInput {...left("responsible")} label={pick(lang, C.responsible)} help={<Help lang={lang} of="responsible" />} maxLength={50} value={form.responsible} onChange={(event) => change({ responsible: event.target.value })} />
          <TextInput {...left("preparedBy")} label={pick(lang, C.preparedBy)} maxLength={50} value={form.preparedBy} onChange={(event) => change({ preparedBy: event.target.value })} />
          <DateInput {...left("preparedOn")} label={pick(lang, C.preparedOn)} value={form.preparedOn} onChange={(event) => change({ preparedOn: event.target.value })} />
        </div>
      </div>
    </Section>
  );
}
