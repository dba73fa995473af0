"use client";

import { CONCLUSION_LABELS, CONCLUSIONS, NOTE_MAX, REFERRAL_BODIES, REFERRAL_BODY_LABELS } from "@ttx/domain/risk/client";
import { Button } from "@ttx/ui/button";
import { RadioGroup } from "@ttx/ui/radio-group";
import { Select } from "@ttx/ui/select";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { R } from "./risk-texts.ts";

type Props = { readonly lang: Lang; readonly alertId: string; readonly version: number; readonly noteMinimum: number };

/** What the alert came to, with the reason. */
export function ConcludeForm({ lang, alertId, version, noteMinimum }: Props) {
  const router = useRouter();
  const [conclusion, setConclusion] = useState("");
  return (
    <MutationForm url={`/api/v1/risk-alerts/${alertId}/conclude`} toBody={(data) => ({ ...formBody(data), version })} onDone={() => router.refresh()} className="grid gap-4">
      {({ pending, errorOf }) => (
        <>
          <RadioGroup id="conclusion" label={pick(lang, R.concludeLabel)} options={CONCLUSIONS.map((value) => ({ value, label: pick(lang, CONCLUSION_LABELS[value]) }))} value={conclusion} onChange={setConclusion} inline error={errorOf("conclusion")} />
          {conclusion === "REFERRED" ? (
            <Select id="referredTo" label={pick(lang, R.referLabel)} empty={pick(lang, R.choose)} options={REFERRAL_BODIES.map((value) => ({ value, label: pick(lang, REFERRAL_BODY_LABELS[value]) }))} error={errorOf("referredTo")} />
          ) : null}
          <Textarea id="note" rows={4} maxLength={NOTE_MAX} label={pick(lang, R.noteLabel)} hint={pick(lang, R.noteHint).replace("{min}", String(noteMinimum))} error={errorOf("note")} />
          <div><Button type="submit" tone="primary" pending={pending}>{pick(lang, R.concludeButton)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
