"use client";

import { codeLabel } from "@ttx/domain/reference/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { DateInput } from "@ttx/ui/date-input";
import { Dialog } from "@ttx/ui/dialog";
import { MoneyInput } from "@ttx/ui/money-input";
import { pick, type Lang } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { TextInput } from "@ttx/ui/text-input";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { DG } from "./delegation-texts.ts";

const CLASSES = ["1", "2", "3", "4", "5"] as const;

/** What is in force from a Shanghai day on begins with that day. */
const beginningOf = (data: FormData): string | undefined => (data.get("effectiveFrom") ? `${String(data.get("effectiveFrom"))}T00:00:00+08:00` : undefined);

type ErrorOf = (path: string) => string | undefined;

function Act({ lang, label, name, title, url, toBody, children }: { readonly lang: Lang; readonly label: string; readonly name: string; readonly title: string; readonly url: string; readonly toBody: (data: FormData) => object; readonly children: (errorOf: ErrorOf) => ReactNode }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  return (
    <>
      <Button size="small" aria-label={name} onClick={() => setOpen(true)}>{label}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={title} width="wide">
        <MutationForm url={url} toBody={(data) => ({ ...toBody(data), effectiveFrom: beginningOf(data), reason: data.get("reason") ?? "" })} className="grid gap-4" onDone={() => { setOpen(false); router.refresh(); }}>
          {({ pending, errorOf }) => (
            <>
              {children(errorOf)}
              <DateInput id="effectiveFrom" label={pick(lang, DG.from)} error={errorOf("effectiveFrom")} />
              <Textarea id="reason" label={pick(lang, DG.reason)} rows={3} className="min-h-20" maxLength={500} error={errorOf("reason")} />
              <div className="flex justify-end"><Button type="submit" tone="primary" pending={pending}>{pick(lang, DG.save)}</Button></div>
            </>
          )}
        </MutationForm>
      </Dialog>
    </>
  );
}

export type ScopeActProps = { readonly lang: Lang; readonly officeId: string; readonly officeName: string; readonly types: readonly string[] | null; readonly upTo: string };

/** Sets what an office may decide, as a new version. */
export function ScopeAct({ lang, officeId, officeName, types, upTo }: ScopeActProps) {
  const title = fillText(pick(lang, DG.setTitle), { office: officeName });
  const body = (data: FormData) => {
    const chosen = CLASSES.filter((code) => data.get(`types.${code}`) !== null);
    return { types: chosen.length === CLASSES.length ? null : chosen, upTo: data.get("upTo") || null };
  };
  return (
    <Act lang={lang} label={pick(lang, DG.set)} name={title} title={title} url={`/api/v1/registration-offices/${officeId}/scope`} toBody={body}>
      {(errorOf) => (
        <>
          <fieldset className="grid gap-2">
            <legend className="mb-1 font-medium">{pick(lang, DG.types)}</legend>
            {CLASSES.map((code) => <Checkbox key={code} id={`types.${code}`} label={pick(lang, codeLabel("contract-types", code))} defaultChecked={types === null || types.includes(code)} />)}
            {errorOf("types") ? <p className="text-sm text-live">{errorOf("types")}</p> : null}
          </fieldset>
          <MoneyInput id="upTo" lang={lang} label={pick(lang, DG.limit)} defaultValue={upTo} error={errorOf("upTo")} />
        </>
      )}
    </Act>
  );
}

/** Sets from which amount experts are heard in the province, as a new version. */
export function ExpertRuleAct({ lang, from, opinions }: { readonly lang: Lang; readonly from: string; readonly opinions: number }) {
  return (
    <Act lang={lang} label={pick(lang, DG.set)} name={`${pick(lang, DG.set)}${pick(lang, DG.experts)}`} title={pick(lang, DG.experts)} url="/api/v1/expert-rule" toBody={(data) => ({ from: data.get("from") || null, opinions: Number(data.get("opinions")) })}>
      {(errorOf) => (
        <>
          <MoneyInput id="from" lang={lang} label={pick(lang, DG.expertsFromField)} defaultValue={from} error={errorOf("from")} />
          <TextInput id="opinions" label={pick(lang, DG.opinions)} inputMode="numeric" className="max-w-24 tabular" defaultValue={String(opinions)} error={errorOf("opinions")} />
        </>
      )}
    </Act>
  );
}
