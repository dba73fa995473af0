"use client";

import { Button } from "@ttx/ui/button";
import { MoneyInput } from "@ttx/ui/money-input";
import { Select } from "@ttx/ui/select";
import { pick, type Lang } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { useRouter } from "next/navigation";
import { MutationForm } from "#client/mutation-form.tsx";
import { X } from "./expert-texts.ts";

/** What an expert says of a file: whether it is a technology contract, the amount, and why. */
export function OpinionForm({ lang, reviewId }: { readonly lang: Lang; readonly reviewId: string }) {
  const router = useRouter();
  const body = (data: FormData) => ({ isTechnology: data.get("isTechnology") === "yes", technicalAmount: data.get("technicalAmount") || null, words: data.get("words") ?? "" });
  return (
    <MutationForm url={`/api/v1/expert-reviews/${reviewId}/opinion`} toBody={body} className="grid max-w-2xl gap-4" onDone={() => router.refresh()}>
      {({ pending, errorOf }) => (
        <>
          <Select id="isTechnology" label={pick(lang, X.isTechnology)} options={[{ value: "yes", label: pick(lang, X.yes) }, { value: "no", label: pick(lang, X.no) }]} error={errorOf("isTechnology")} />
          <MoneyInput id="technicalAmount" lang={lang} label={pick(lang, X.amount)} error={errorOf("technicalAmount")} />
          <Textarea id="words" label={pick(lang, X.words)} rows={6} maxLength={5000} error={errorOf("words")} />
          <div><Button type="submit" tone="primary" pending={pending}>{pick(lang, X.give)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
