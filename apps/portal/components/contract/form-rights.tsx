"use client";

import { IP_KINDS } from "@ttx/domain/reference/client";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { DateInput } from "@ttx/ui/date-input";
import { FieldError } from "@ttx/ui/field";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { Trash2Icon } from "@ttx/ui/icons/trash-2";
import { Section } from "@ttx/ui/section";
import { pick } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { CodeInput } from "./code-input.tsx";
import { C } from "./contract-texts.ts";
import { Help } from "./help.tsx";
import { replaced, without, type FormTools } from "./form-tools.ts";
import { EMPTY_PATENT, type TypedPatent } from "./typed-form.ts";

const NONE = "0";

export function FormRights(tools: FormTools) {
  const { lang, form, change, errorOf } = tools;
  const wrong = errorOf("ipKinds");
  const kinds = IP_KINDS.leaves();
  const patented = form.ipKinds.some((kind) => kind.startsWith("2")) || form.patents.length > 0;

  /** None stands alone. */
  function toggle(code: string, on: boolean) {
    if (on && code === NONE) return change({ ipKinds: [NONE] });
    change({ ipKinds: kinds.map((row) => row.code).filter((one) => (one === code ? on : one !== NONE && form.ipKinds.includes(one))) });
  }

  return (
    <Section id="rights" title={pick(lang, C.rights)}>
      <div className="grid gap-5">
        <CodeInput id="techField" lang={lang} table="tech-fields" label={pick(lang, C.techField)} help={<Help lang={lang} of="techField" />} error={errorOf("techField")} code={form.techField} onCode={(techField) => change({ techField })} />
        <fieldset id="ipKinds" tabIndex={-1} aria-describedby={wrong ? "ipKinds-error" : undefined} className="grid gap-2 outline-none">
          <legend className="mb-1 font-medium">{pick(lang, C.ipKinds)}<span className="ml-1 text-sm font-normal text-ink-soft">{pick(lang, C.ipKindsHint)}</span></legend>
          <div className="-mt-1"><Help lang={lang} of="ipKinds" /></div>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {kinds.map((row) => (
              <Checkbox key={row.code} id={`ipKinds.${row.code}`} label={pick(lang, row)} checked={form.ipKinds.includes(row.code)} onChange={(event) => toggle(row.code, event.target.checked)} />
            ))}
          </div>
          {wrong ? <FieldError id="ipKinds">{wrong}</FieldError> : null}
        </fieldset>
        {patented ? (
          <div id="patents" tabIndex={-1} className="grid gap-3 outline-none">
            <h3 className="font-medium">{pick(lang, C.patents)}</h3>
            <p className="text-sm text-ink-soft">{pick(lang, C.patentsHint)}</p>
            <ol className="grid gap-4">
              {form.patents.map((patent, at) => (
                <li key={at} className="rounded border border-line bg-surface p-4"><PatentFields {...tools} patent={patent} at={at} /></li>
              ))}
            </ol>
            {errorOf("patents") ? <FieldError id="patents">{errorOf("patents")}</FieldError> : null}
            <div><Button size="small" icon={<PlusIcon size={16} />} onClick={() => change({ patents: [...form.patents, EMPTY_PATENT] })}>{pick(lang, C.addPatent)}</Button></div>
          </div>
        ) : null}
      </div>
    </Section>
  );
}

function PatentFields({ lang, form, change, errorOf, leave, patent, at }: FormTools & { readonly patent: TypedPatent; readonly at: number }) {
  const path = (part: string): string => `patents.${at}.${part}`;
  const set = (patch: Partial<TypedPatent>): void => change({ patents: replaced(form.patents, at, patch) });
  const left = (part: string) => ({ id: path(part), error: errorOf(path(part)), onBlur: () => leave(path(part)) });
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <TextInput {...left("number")} label={pick(lang, C.patentNumber)} className="tabular" maxLength={40} spellCheck={false} value={patent.number} onChange={(event) => set({ number: event.target.value })} />
      <div className="lg:col-span-2"><TextInput {...left("title")} lang="zh-CN" label={pick(lang, C.patentTitle)} maxLength={200} value={patent.title} onChange={(event) => set({ title: event.target.value })} /></div>
      <TextInput {...left("owner")} lang="zh-CN" label={pick(lang, C.patentOwner)} maxLength={200} value={patent.owner} onChange={(event) => set({ owner: event.target.value })} />
      <DateInput {...left("filedOn")} label={pick(lang, C.filedOn)} value={patent.filedOn} onChange={(event) => set({ filedOn: event.target.value })} />
      <DateInput {...left("grantedOn")} label={pick(lang, C.grantedOn)} value={patent.grantedOn} onChange={(event) => set({ grantedOn: event.target.value })} />
      <DateInput {...left("expiresOn")} label={pick(lang, C.expiresOn)} value={patent.expiresOn} onChange={(event) => set({ expiresOn: event.target.value })} />
      <div className="flex items-end justify-end"><Button tone="plain" icon={<Trash2Icon size={18} />} onClick={() => change({ patents: without(form.patents, at) })}>{pick(lang, C.remove)}</Button></div>
    </div>
  );
}
