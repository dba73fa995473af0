"use client";

import { EXPLANATION_MAX } from "@ttx/domain/risk/client";
import { Button } from "@ttx/ui/button";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { MutationForm } from "#client/mutation-form.tsx";
import { R } from "./risk-texts.ts";

/** The party's answer; it cannot be changed afterwards, and says so. */
export function ExplainForm({ lang, alertId }: { readonly lang: Lang; readonly alertId: string }) {
  const router = useRouter();
  return (
    <MutationForm url={`/api/v1/own/explanations/${alertId}`} onDone={() => router.refresh()} className="grid gap-4">
      {({ pending, errorOf }) => (
        <>
          <Textarea id="explanation" rows={8} maxLength={EXPLANATION_MAX} label={pick(lang, R.explainLabel)} hint={pick(lang, R.explainHint)} error={errorOf("explanation")} />
          <div><Button type="submit" tone="primary" pending={pending}>{pick(lang, R.explainButton)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
