"use client";

import { Button } from "@ttx/ui/button";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { MutationForm } from "#client/mutation-form.tsx";
import { R } from "./room-texts.ts";

/** Another text in the place of the agreement, while nobody talks yet. */
export function AgreementForm({ lang, roomId, text }: { readonly lang: Lang; readonly roomId: string; readonly text: string }) {
  const router = useRouter();
  return (
    <details className="rounded border border-line px-4 py-3">
      <summary className="cursor-pointer font-medium">{pick(lang, R.changeAgreement)}</summary>
      <MutationForm url={`/api/v1/negotiations/${roomId}/agreement`} method="PUT" onDone={() => router.refresh()} className="mt-4 grid gap-4">
        {({ pending, errorOf }) => (
          <>
            <Textarea id="text" rows={12} maxLength={20000} label={pick(lang, R.agreement)} hint={pick(lang, R.changeHint)} defaultValue={text} error={errorOf("text")} />
            <div><Button type="submit" pending={pending}>{pick(lang, R.saveAgreement)}</Button></div>
          </>
        )}
      </MutationForm>
    </details>
  );
}
