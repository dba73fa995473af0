"use client";

import {
  BIDDING_FORMAT_LABELS,
  BIDDING_FORMATS,
  IDENTITY_MODE_LABELS,
  INCREMENT_MODE_LABELS,
  INCREMENT_MODES,
  LEGAL_REGIME_LABELS,
  LEGAL_REGIMES,
  LIMITED_TRIGGER_LABELS,
  LIMITED_TRIGGERS,
  PRIORITY_MODE_LABELS,
  PRIORITY_MODES,
  STANDBY_LABELS,
} from "@ttx/domain/listing/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { Trash2Icon } from "@ttx/ui/icons/trash-2";
import { RadioGroup } from "@ttx/ui/radio-group";
import { Section } from "@ttx/ui/section";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { FormPart } from "./listing-form.tsx";
import { ListingFormStages } from "./listing-form-stages.tsx";
import { F } from "./listing-form-texts.ts";
import type { TypedRung } from "./listing-form-values.ts";

const RUNGS_MAX = 10;

function optionsOf<Code extends string>(lang: Lang, labels: Readonly<Record<Code, Text>>, codes: readonly Code[] = Object.keys(labels) as Code[]) {
  return codes.map((code) => ({ value: code, label: pick(lang, labels[code]) }));
}

/** How bidding would run, if two or more buyers qualify. */
export function ListingFormBidding({ lang, typed, change, errorOf }: FormPart) {
  const isAscending = typed.format === "F1" || typed.format === "F2";
  const setRung = (at: number, patch: Partial<TypedRung>): void => change({ ladder: typed.ladder.map((rung, i) => (i === at ? { ...rung, ...patch } : rung)) });
  return (
    <Section id="bidding" title={pick(lang, F.bidding)} intro={pick(lang, F.biddingIntro)}>
      <div className="grid gap-5">
        <RadioGroup id="format" label={pick(lang, F.format)} value={typed.format} onChange={(format) => change({ format })} options={optionsOf(lang, BIDDING_FORMAT_LABELS, BIDDING_FORMATS)} />
        <div className="grid gap-5 md:grid-cols-3">
          <TextInput id="bidding.startDelaySeconds" inputMode="numeric" label={pick(lang, F.startDelay)} unit={pick(lang, F.hours)} value={typed.startDelayHours} error={errorOf("bidding.startDelaySeconds")} onChange={(event) => change({ startDelayHours: event.target.value })} />
          {typed.format === "F6" ? null : <TextInput id="bidding.freeDurationSeconds" inputMode="numeric" label={pick(lang, isAscending ? F.free : F.sealedPeriod)} unit={pick(lang, F.minutes)} value={typed.freeMinutes} error={errorOf("bidding.freeDurationSeconds")} onChange={(event) => change({ freeMinutes: event.target.value })} />}
          {isAscending ? <TextInput id="bidding.limitedSeconds" inputMode="numeric" label={pick(lang, F.limited)} unit={pick(lang, F.seconds)} hint={pick(lang, F.limitedHint)} value={typed.limitedSeconds} error={errorOf("bidding.limitedSeconds")} onChange={(event) => change({ limitedSeconds: event.target.value })} /> : null}
          {isAscending ? <TextInput id="bidding.hardStopSeconds" inputMode="numeric" label={pick(lang, F.hardStop)} optional={pick(lang, F.optional)} unit={pick(lang, F.minutes)} hint={pick(lang, F.hardStopHint)} value={typed.hardStopMinutes} error={errorOf("bidding.hardStopSeconds")} onChange={(event) => change({ hardStopMinutes: event.target.value })} /> : null}
        </div>
        {typed.format === "F1" ? <RadioGroup id="limitedTrigger" label={pick(lang, F.limitedTrigger)} value={typed.limitedTrigger} onChange={(limitedTrigger) => change({ limitedTrigger })} options={optionsOf(lang, LIMITED_TRIGGER_LABELS, LIMITED_TRIGGERS)} /> : null}
        <ListingFormStages lang={lang} typed={typed} change={change} errorOf={errorOf} />
        <fieldset className="grid gap-3">
          <legend className="mb-1 font-medium">{pick(lang, F.ladder)}</legend>
          <p className="text-sm text-ink-soft">{pick(lang, F.ladderHint)}</p>
          {typed.ladder.map((rung, at) => (
            <div key={at} className="grid grid-cols-[1fr_1fr_auto] items-end gap-3">
              <TextInput id={`bidding.incrementTable.${at}.from`} inputMode="decimal" label={pick(lang, F.from)} unit={pick(lang, F.yuan)} disabled={at === 0} value={at === 0 ? "0" : rung.from} error={errorOf(`bidding.incrementTable.${at}.from`)} onChange={(event) => setRung(at, { from: event.target.value })} />
              <TextInput id={`bidding.incrementTable.${at}.step`} inputMode="decimal" label={pick(lang, F.step)} unit={pick(lang, F.yuan)} value={rung.step} error={errorOf(`bidding.incrementTable.${at}.step`)} onChange={(event) => setRung(at, { step: event.target.value })} />
              <Button tone="plain" aria-label={fillText(pick(lang, F.removeRung), { no: at + 1 })} disabled={at === 0} onClick={() => change({ ladder: typed.ladder.filter((_, i) => i !== at) })} icon={<Trash2Icon size={18} />} />
            </div>
          ))}
          {typed.ladder.length < RUNGS_MAX ? <div><Button size="small" icon={<PlusIcon size={16} />} onClick={() => change({ ladder: [...typed.ladder, { from: "", step: "" }] })}>{pick(lang, F.addRung)}</Button></div> : null}
        </fieldset>
        <div className="grid gap-5 md:grid-cols-2">
          <Select id="incrementMode" label={pick(lang, F.incrementMode)} value={typed.incrementMode} onChange={(event) => change({ incrementMode: event.target.value })} options={optionsOf(lang, INCREMENT_MODE_LABELS, INCREMENT_MODES)} />
          <Select id="priorityMode" label={pick(lang, F.priority)} value={typed.priorityMode} onChange={(event) => change({ priorityMode: event.target.value })} options={optionsOf(lang, PRIORITY_MODE_LABELS, isAscending ? PRIORITY_MODES : ["NONE", "AFTER"])} />
          <Select id="identityMode" label={pick(lang, F.identity)} value={typed.identityMode} onChange={(event) => change({ identityMode: event.target.value })} options={optionsOf(lang, IDENTITY_MODE_LABELS)} />
          <Select id="standby" label={pick(lang, F.standby)} value={typed.standby} onChange={(event) => change({ standby: event.target.value })} options={optionsOf(lang, STANDBY_LABELS)} />
          <Select id="legalRegime" label={pick(lang, F.regime)} hint={pick(lang, F.regimeHint)} value={typed.legalRegime} onChange={(event) => change({ legalRegime: event.target.value })} options={optionsOf(lang, LEGAL_REGIME_LABELS, LEGAL_REGIMES)} />
        </div>
        <div className="grid gap-5 md:grid-cols-3">
          <TextInput id="bidding.viewingDays" inputMode="numeric" label={pick(lang, F.viewingDays)} unit={pick(lang, F.viewingDaysUnit)} hint={pick(lang, F.viewingDaysHint)} value={typed.viewingDays} error={errorOf("bidding.viewingDays")} onChange={(event) => change({ viewingDays: event.target.value })} />
          <div className="md:col-span-2"><TextInput id="bidding.viewing" label={pick(lang, F.viewing)} value={typed.viewing} error={errorOf("bidding.viewing")} onChange={(event) => change({ viewing: event.target.value })} /></div>
        </div>
        <Checkbox id="hasReserve" label={pick(lang, F.hasReserve)} checked={typed.hasReserve} onChange={(event) => change({ hasReserve: event.target.checked })} />
        {isAscending ? <Checkbox id="allowProxy" label={pick(lang, F.proxy)} checked={typed.allowProxy} onChange={(event) => change({ allowProxy: event.target.checked })} /> : null}
        {isAscending ? <Checkbox id="allowTopUpByLeader" label={pick(lang, F.topUp)} checked={typed.allowTopUpByLeader} onChange={(event) => change({ allowTopUpByLeader: event.target.checked })} /> : null}
      </div>
    </Section>
  );
}
