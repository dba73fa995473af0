"use client";

import { RULING_LABELS, RULINGS } from "@ttx/domain/agreed-price/client";
import { Button } from "@ttx/ui/button";
import { RadioGroup } from "@ttx/ui/radio-group";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { MutationForm } from "#client/mutation-form.tsx";
import { A } from "./desk-texts.ts";

/** The unit's ruling on one objection, with the reasons that will be published. */
export function RulingForm({ lang, objectionId }: { readonly lang: Lang; readonly objectionId: string }) {
  const router = useRouter();
  return (
    <MutationForm url={`/api/v1/objections/${objectionId}/rule`} onDone={() => router.refresh()} className="grid gap-4 border-t border-line pt-4">
      {({ pending, errorOf }) => (
        <>
          <RadioGroup id={`ruling-${objectionId}`} name="ruling" label={pick(lang, A.ruling)} options={RULINGS.map((value) => ({ value, label: pick(lang, RULING_LABELS[value]) }))} error={errorOf("ruling")} />
          <Textarea id={`reasons-${objectionId}`} name="reasons" rows={4} maxLength={4000} label={pick(lang, A.reasons)} hint={pick(lang, A.reasonsHint)} error={errorOf("reasons")} />
          <div><Button type="submit" tone="primary" pending={pending}>{pick(lang, A.submitRuling)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
