"use client";

import { Button } from "@ttx/ui/button";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { MutationForm } from "#client/mutation-form.tsx";
import { O } from "./notice-texts.ts";

type Filed = { readonly objectionId: string };

/** Open to anybody, without an account. */
export function ObjectionForm({ lang, noticeId }: { readonly lang: Lang; readonly noticeId: string }) {
  return (
    <MutationForm<Filed> url={`/api/v1/notices/${noticeId}/objections`} className="grid gap-5">
      {({ pending, done, errorOf }) =>
        done ? (
          <div role="status" className="rounded border border-done-line bg-done-soft p-4">
            <p className="font-medium text-done">{pick(lang, O.done)} <span className="tabular">{done.objectionId.slice(-8).toUpperCase()}</span></p>
            <p className="mt-1 text-sm">{pick(lang, O.doneText)}</p>
          </div>
        ) : (
          <>
            <div className="grid gap-5 sm:grid-cols-2">
              <TextInput id="filedBy" label={pick(lang, O.filedBy)} optional={pick(lang, O.optional)} maxLength={60} autoComplete="name" error={errorOf("filedBy")} />
              <TextInput id="contact" label={pick(lang, O.contact)} optional={pick(lang, O.optional)} maxLength={120} error={errorOf("contact")} />
            </div>
            <Textarea id="facts" rows={5} maxLength={4000} label={pick(lang, O.facts)} hint={pick(lang, O.factsHint)} error={errorOf("facts")} />
            <div><Button type="submit" pending={pending} pendingText={pick(lang, O.sending)}>{pick(lang, O.submit)}</Button></div>
          </>
        )
      }
    </MutationForm>
  );
}
