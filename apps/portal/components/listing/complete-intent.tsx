"use client";

import { Button } from "@ttx/ui/button";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { MutationForm } from "#client/mutation-form.tsx";
import { I } from "./intent-texts.ts";

/** What was left out at the registration; with it the exchange's time to decide begins. */
export function CompleteIntent({ lang, intentId }: { readonly lang: Lang; readonly intentId: string }) {
  return (
    <MutationForm url={`/api/v1/intents/${intentId}/files`} className="grid gap-4" onDone={() => window.location.reload()}>
      {({ pending, errorOf }) => (
        <>
          <Textarea id="statement" lang="zh-CN" rows={5} maxLength={4000} label={pick(lang, I.statement)} hint={pick(lang, I.filesHint)} error={errorOf("statement")} />
          <div><Button type="submit" tone="primary" pending={pending}>{pick(lang, I.submitFiles)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
