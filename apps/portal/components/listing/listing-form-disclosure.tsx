"use client";

import { Section } from "@ttx/ui/section";
import { Textarea } from "@ttx/ui/textarea";
import { pick } from "@ttx/ui/text";
import { DISCLOSURE as X } from "./disclosure-texts.ts";
import { EncumbranceFields } from "./encumbrance-fields.tsx";
import type { FormPart } from "./listing-form.tsx";

/** What burdens the right and what is wrong with the technology: told to every buyer, or in the way of the offer. */
export function ListingFormDisclosure({ lang, typed, change, errorOf }: FormPart) {
  return (
    <Section id="disclosure" title={pick(lang, X.title)} intro={pick(lang, X.intro)}>
      <div className="grid gap-5">
        <EncumbranceFields lang={lang} encumbrances={typed.encumbrances} change={(encumbrances) => change((now) => ({ encumbrances: encumbrances(now.encumbrances) }))} errorOf={errorOf} />
        <Textarea id="disclosure.defects" lang="zh-CN" rows={3} maxLength={2000} label={pick(lang, X.defects)} hint={pick(lang, X.defectsHint)} optional={pick(lang, X.optional)} value={typed.defects} error={errorOf("disclosure.defects")} onChange={(event) => change({ defects: event.target.value })} />
      </div>
    </Section>
  );
}
