"use client";

import { Button } from "@ttx/ui/button";
import { DateInput } from "@ttx/ui/date-input";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { MutationForm } from "#client/mutation-form.tsx";
import { href } from "#lang/href.ts";
import { N } from "./texts.ts";

export type DrawFormProps = { readonly lang: Lang; readonly offices: readonly { readonly id: string; readonly name: string }[]; readonly from: string; readonly to: string };

/** Office, period and size; the seed is nobody's choice. */
export function DrawForm({ lang, offices, from, to }: DrawFormProps) {
  const router = useRouter();
  return (
    <MutationForm<{ readonly inspectionId: string }> url="/api/v1/inspections" onDone={({ inspectionId }) => router.push(href(lang, `/desk/inspections/${inspectionId}`))} toBody={(data) => ({ ...Object.fromEntries(data), shareBp: Math.round(Number(data.get("shareBp")) * 100) })} className="grid max-w-3xl gap-4">
      {({ pending, errorOf }) => (
        <>
          <div className="grid gap-4 sm:grid-cols-3">
            <Select id="officeId" label={pick(lang, N.office)} options={offices.map(({ id, name }) => ({ value: id, label: name }))} error={errorOf("officeId")} />
            <DateInput id="from" label={pick(lang, N.from)} defaultValue={from} error={errorOf("from")} />
            <DateInput id="to" label={pick(lang, N.to)} defaultValue={to} error={errorOf("to")} />
            <TextInput id="shareBp" label={pick(lang, N.share)} unit="%" inputMode="decimal" defaultValue="5" error={errorOf("shareBp")} />
            <TextInput id="minimum" label={pick(lang, N.minimum)} inputMode="numeric" defaultValue="5" error={errorOf("minimum")} />
            <TextInput id="maximum" label={pick(lang, N.maximum)} inputMode="numeric" defaultValue="100" error={errorOf("maximum")} />
          </div>
          <div><Button type="submit" tone="primary" pending={pending} pendingText={pick(lang, N.drawing)}>{pick(lang, N.draw)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
