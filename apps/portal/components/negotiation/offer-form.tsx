"use client";

import { Button } from "@ttx/ui/button";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { partsOf, termsBody, type GivenTerms } from "#components/terms/given-terms.ts";
import { TermsFields } from "#components/terms/terms-fields.tsx";
import { href } from "#lang/href.ts";
import { R } from "./room-texts.ts";

/** An offer or counter-offer; a counter-offer begins with what was offered last. */
export function OfferForm({ lang, roomId, given }: { readonly lang: Lang; readonly roomId: string; readonly given: GivenTerms }) {
  const router = useRouter();
  const [parts, setParts] = useState(partsOf(given.payment));

  function toBody(data: FormData): unknown {
    const { terms, note, validDays } = formBody(data);
    return { terms: termsBody(terms, parts), note: note ?? "", ...(validDays ? { validDays } : {}) };
  }

  return (
    <MutationForm url={`/api/v1/negotiations/${roomId}/offers`} toBody={toBody} onDone={() => router.push(href(lang, `/desk/negotiations/${roomId}`))} className="grid max-w-4xl gap-10">
      {({ pending, errorOf }) => (
        <>
          <TermsFields lang={lang} given={given} parts={parts} onParts={setParts} errorOf={errorOf} />
          <div className="grid gap-5">
            <TextInput id="validDays" type="number" min={1} max={90} className="max-w-40" label={pick(lang, R.validDays)} defaultValue="15" error={errorOf("validDays")} />
            <Textarea id="note" rows={3} maxLength={1000} label={pick(lang, R.note)} optional={pick(lang, R.optional)} error={errorOf("note")} />
          </div>
          <div><Button type="submit" tone="primary" pending={pending} pendingText={pick(lang, R.sending)}>{pick(lang, R.makeOffer)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
