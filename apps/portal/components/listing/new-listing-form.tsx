"use client";

import { Button } from "@ttx/ui/button";
import { MoneyInput } from "@ttx/ui/money-input";
import { Select, type Option } from "@ttx/ui/select";
import { pick, type Lang } from "@ttx/ui/text";
import { MutationForm } from "#client/mutation-form.tsx";
import { href } from "#lang/href.ts";
import { T } from "./desk-texts.ts";

type NewListingFormProps = { readonly lang: Lang; readonly results: readonly Option[]; readonly venues: readonly Option[]; readonly chosen: string };

/** The two choices that make a draft; everything else is filled in there. */
export function NewListingForm({ lang, results, venues, chosen }: NewListingFormProps) {
  return (
    <MutationForm<{ readonly listingId: string }> url="/api/v1/listings" className="grid max-w-2xl gap-6" onDone={({ listingId }) => window.location.assign(href(lang, `/desk/listings/${listingId}`))}>
      {({ pending, done, errorOf }) => (
        <>
          <Select id="resultId" label={pick(lang, T.result)} empty={pick(lang, T.chooseResult)} options={results} defaultValue={chosen} error={errorOf("resultId")} />
          <Select id="venueId" label={pick(lang, T.venue)} empty={pick(lang, T.chooseVenue)} options={venues} defaultValue={venues.length === 1 ? venues[0]!.value : ""} error={errorOf("venueId")} />
          <MoneyInput id="price" lang={lang} defaultUnit="wan" label={pick(lang, T.price1)} hint={pick(lang, T.price1Hint)} optional={pick(lang, T.optional)} error={errorOf("price")} />
          <div><Button type="submit" tone="primary" pending={pending || done !== null} pendingText={pick(lang, T.beginning)}>{pick(lang, T.begin)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
