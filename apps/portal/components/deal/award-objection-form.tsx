"use client";

import { AWARD_GROUND_LABELS, AWARD_INTEREST_LABELS, AWARD_INTERESTS, AWARD_OBJECTION_GROUNDS } from "@ttx/domain/deal/client";
import { Button } from "@ttx/ui/button";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { MutationForm } from "#client/mutation-form.tsx";
import { AO } from "./award-texts.ts";

type Filed = { readonly objectionId: string };

/** For whoever is concerned by an announced result, without an account but by name. */
export function AwardObjectionForm({ lang, dealId }: { readonly lang: Lang; readonly dealId: string }) {
  const choose = pick(lang, AO.choose);
  const privately = pick(lang, AO.privately);
  return (
    <MutationForm<Filed> url={`/api/v1/awards/${dealId}/objections`} className="grid gap-5">
      {({ pending, done, errorOf }) =>
        done ? (
          <div role="status" className="rounded border border-done-line bg-done-soft p-4">
            <p className="font-medium text-done">{pick(lang, AO.done)} <span className="tabular">{done.objectionId.slice(-8).toUpperCase()}</span></p>
            <p className="mt-1 text-sm">{pick(lang, AO.doneText)}</p>
          </div>
        ) : (
          <>
            <div className="grid gap-5 sm:grid-cols-2">
              <Select id="ground" label={pick(lang, AO.ground)} empty={choose} options={AWARD_OBJECTION_GROUNDS.map((value) => ({ value, label: pick(lang, AWARD_GROUND_LABELS[value]) }))} error={errorOf("ground")} />
              <Select id="interest" label={pick(lang, AO.interest)} empty={choose} options={AWARD_INTERESTS.map((value) => ({ value, label: pick(lang, AWARD_INTEREST_LABELS[value]) }))} error={errorOf("interest")} />
              <TextInput id="filedBy" label={pick(lang, AO.filedBy)} hint={privately} maxLength={60} autoComplete="name" error={errorOf("filedBy")} />
              <TextInput id="contact" label={pick(lang, AO.contact)} hint={privately} maxLength={120} error={errorOf("contact")} />
            </div>
            <Textarea id="facts" rows={5} maxLength={4000} label={pick(lang, AO.told)} hint={pick(lang, AO.toldHint)} error={errorOf("facts")} />
            <div><Button type="submit" pending={pending} pendingText={pick(lang, AO.sending)}>{pick(lang, AO.submit)}</Button></div>
          </>
        )
      }
    </MutationForm>
  );
}
