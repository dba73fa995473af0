"use client";

import { QUESTION_MAX } from "@ttx/domain/risk/client";
import { Button } from "@ttx/ui/button";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { R } from "./risk-texts.ts";

type Props = { readonly lang: Lang; readonly alertId: string; readonly version: number; readonly question: string };

/** Sends the party a question; the rule's own stands there to begin with. */
export function AskForm({ lang, alertId, version, question }: Props) {
  const router = useRouter();
  return (
    <MutationForm url={`/api/v1/risk-alerts/${alertId}/ask`} toBody={(data) => ({ ...formBody(data), version })} onDone={() => router.refresh()} className="grid gap-4">
      {({ pending, errorOf }) => (
        <>
          <Textarea id="question" rows={4} maxLength={QUESTION_MAX} label={pick(lang, R.askLabel)} hint={pick(lang, R.askHint)} defaultValue={question} error={errorOf("question")} />
          <div><Button type="submit" pending={pending}>{pick(lang, R.askButton)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
