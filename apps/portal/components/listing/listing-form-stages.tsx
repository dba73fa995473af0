"use client";

import { FALL_FOLLOW_UP_LABELS, FALL_FOLLOW_UPS } from "@ttx/domain/listing/client";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick } from "@ttx/ui/text";
import type { FormPart } from "./listing-form.tsx";
import { STAGE_FIELDS as S } from "./listing-form-texts.ts";

/** The parameters of the forms that run in stages: sealed, weighted, descending. */
export function ListingFormStages({ lang, typed, change, errorOf }: FormPart) {
  const { format } = typed;
  if (format === "F1" || format === "F2") return null;
  const hasRounds = format === "F4";
  const isSealed = format !== "F6" || typed.fallFollowUp === "SEALED_AND_BEST";
  return (
    <div className="grid gap-5">
      {format === "F6" ? (
        <>
          <div className="grid gap-5 md:grid-cols-3">
            <TextInput id="bidding.fallStepSeconds" inputMode="decimal" label={pick(lang, S.fallEvery)} unit={pick(lang, S.minutes)} value={typed.fallStepMinutes} error={errorOf("bidding.fallStepSeconds")} onChange={(event) => change({ fallStepMinutes: event.target.value })} />
            <TextInput id="bidding.fallStepBp" inputMode="decimal" label={pick(lang, S.fallBy)} unit="%" hint={pick(lang, S.fallByHint)} value={typed.fallStepPercent} error={errorOf("bidding.fallStepBp")} onChange={(event) => change({ fallStepPercent: event.target.value })} />
            <TextInput id="bidding.fallFloorBp" inputMode="decimal" label={pick(lang, S.floor)} unit="%" hint={pick(lang, S.floorHint)} value={typed.fallFloorPercent} error={errorOf("bidding.fallFloorBp")} onChange={(event) => change({ fallFloorPercent: event.target.value })} />
          </div>
          <Select id="fallFollowUp" label={pick(lang, S.followUp)} value={typed.fallFollowUp} onChange={(event) => change({ fallFollowUp: event.target.value })} options={FALL_FOLLOW_UPS.map((value) => ({ value, label: pick(lang, FALL_FOLLOW_UP_LABELS[value]) }))} />
        </>
      ) : null}
      {isSealed ? (
        <div className="grid gap-5 md:grid-cols-3">
          {hasRounds ? <TextInput id="bidding.rounds" inputMode="numeric" label={pick(lang, S.rounds)} value={typed.rounds} error={errorOf("bidding.rounds")} onChange={(event) => change({ rounds: event.target.value })} /> : null}
          <TextInput id="bidding.roundSeconds" inputMode="numeric" label={pick(lang, S.round)} unit={pick(lang, S.minutes)} hint={pick(lang, S.roundHint)} value={typed.roundMinutes} error={errorOf("bidding.roundSeconds")} onChange={(event) => change({ roundMinutes: event.target.value })} />
          <TextInput id="bidding.revealSeconds" inputMode="numeric" label={pick(lang, S.reveal)} unit={pick(lang, S.minutes)} value={typed.revealMinutes} error={errorOf("bidding.revealSeconds")} onChange={(event) => change({ revealMinutes: event.target.value })} />
        </div>
      ) : null}
      {format === "F5" ? (
        <div className="grid gap-5 md:grid-cols-3">
          <TextInput id="bidding.weights.priceWeightBp" inputMode="decimal" label={pick(lang, S.priceWeight)} unit="%" value={typed.pricePercent} error={errorOf("bidding.weights") ?? errorOf("bidding.weights.priceWeightBp")} onChange={(event) => change({ pricePercent: event.target.value })} />
          <TextInput id="bidding.weights.scorers" inputMode="numeric" label={pick(lang, S.scorers)} value={typed.scorers} error={errorOf("bidding.weights.scorers")} onChange={(event) => change({ scorers: event.target.value })} />
          <Textarea id="bidding.weights.items" rows={4} label={pick(lang, S.items)} hint={pick(lang, S.itemsHint)} value={typed.scoredItems} error={errorOf("bidding.weights.items")} onChange={(event) => change({ scoredItems: event.target.value })} />
        </div>
      ) : null}
    </div>
  );
}
