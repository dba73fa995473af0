"use client";

import { LICENCE_MODES } from "@ttx/domain/reference/client";
import { DateInput } from "@ttx/ui/date-input";
import { RadioGroup } from "@ttx/ui/radio-group";
import { Section } from "@ttx/ui/section";
import { Select } from "@ttx/ui/select";
import { pick } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { CodeInput } from "./code-input.tsx";
import { C } from "./contract-texts.ts";
import { Help } from "./help.tsx";
import type { FormTools } from "./form-tools.ts";

export function FormBasics({ lang, form, change, errorOf, leave }: FormTools) {
  const left = (path: string) => ({ id: path, error: errorOf(path), onBlur: () => leave(path) });
  const licence = form.contractType.startsWith("3");

  /** Terms of a licence belong to a licence only. */
  function setType(contractType: string) {
    change(contractType.startsWith("3") ? { contractType } : { contractType, licenceMode: "", licenceRegion: "", sublicence: "" });
  }

  return (
    <Section id="basics" title={pick(lang, C.basics)} intro={pick(lang, C.basicsIntro)}>
      <div className="grid gap-5">
        <TextInput {...left("projectName")} lang="zh-CN" label={pick(lang, C.projectName)} help={<Help lang={lang} of="projectName" />} hint={pick(lang, C.projectNameHint)} maxLength={200} value={form.projectName} onChange={(event) => change({ projectName: event.target.value })} />
        <CodeInput id="contractType" lang={lang} table="contract-types" label={pick(lang, C.contractType)} help={<Help lang={lang} of="contractType" />} hint={pick(lang, C.contractTypeHint)} error={errorOf("contractType")} code={form.contractType} onCode={setType} />
        <div className="grid gap-5 sm:grid-cols-3">
          <DateInput {...left("signedOn")} label={pick(lang, C.signedOn)} help={<Help lang={lang} of="signedOn" />} value={form.signedOn} onChange={(event) => change({ signedOn: event.target.value })} />
          <DateInput {...left("validFrom")} label={pick(lang, C.validFrom)} value={form.validFrom} onChange={(event) => change({ validFrom: event.target.value })} />
          <DateInput {...left("validTo")} label={pick(lang, C.validTo)} help={<Help lang={lang} of="validTo" />} value={form.validTo} onChange={(event) => change({ validTo: event.target.value })} />
        </div>
        <p className="-mt-3 text-sm text-ink-soft">{pick(lang, C.validHint)}</p>
        {licence ? (
          <div className="grid gap-5 sm:grid-cols-3">
            <Select {...left("licenceMode")} label={pick(lang, C.licenceMode)} help={<Help lang={lang} of="licenceMode" />} empty={pick(lang, C.choose)} options={LICENCE_MODES.rows.map((row) => ({ value: row.code, label: pick(lang, row) }))} value={form.licenceMode} onChange={(event) => change({ licenceMode: event.target.value })} />
            <TextInput {...left("licenceRegion")} label={pick(lang, C.licenceRegion)} help={<Help lang={lang} of="licenceRegion" />} maxLength={200} value={form.licenceRegion} onChange={(event) => change({ licenceRegion: event.target.value })} />
            <RadioGroup id="sublicence" inline label={pick(lang, C.sublicence)} error={errorOf("sublicence")} value={form.sublicence} onChange={(value) => change({ sublicence: value === "yes" ? "yes" : "no" })} options={[{ value: "yes", label: pick(lang, C.yes) }, { value: "no", label: pick(lang, C.no) }]} />
          </div>
        ) : null}
      </div>
    </Section>
  );
}
