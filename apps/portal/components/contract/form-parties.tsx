"use client";

import { Button } from "@ttx/ui/button";
import { FieldError } from "@ttx/ui/field";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { Trash2Icon } from "@ttx/ui/icons/trash-2";
import { Section } from "@ttx/ui/section";
import { pick } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { DivisionInput } from "#components/division-input.tsx";
import { CodeInput } from "./code-input.tsx";
import { C } from "./contract-texts.ts";
import { Help } from "./help.tsx";
import { replaced, without, type FormTools } from "./form-tools.ts";
import { EMPTY_PARTY, type TypedParty } from "./typed-form.ts";

type Side = "sellers" | "buyers";

export function FormParties(tools: FormTools) {
  const { lang } = tools;
  return (
    <Section id="parties" title={pick(lang, C.parties)} intro={pick(lang, C.partiesIntro)}>
      <div className="grid gap-6">
        <PartySide {...tools} side="sellers" />
        <PartySide {...tools} side="buyers" />
      </div>
    </Section>
  );
}

function PartySide({ side, ...tools }: FormTools & { readonly side: Side }) {
  const { lang, form, change, errorOf } = tools;
  const parties = form[side];
  const wrong = errorOf(side);
  return (
    <div id={side} tabIndex={-1} className="grid gap-3 outline-none">
      <h3 className="font-medium">{pick(lang, side === "sellers" ? C.seller : C.buyer)}</h3>
      {wrong ? <FieldError id={side}>{wrong}</FieldError> : null}
      <ol className="grid gap-4">
        {parties.map((party, at) => (
          <li key={at} className="rounded border border-line bg-surface p-4"><PartyFields {...tools} side={side} party={party} at={at} /></li>
        ))}
      </ol>
      <div><Button size="small" icon={<PlusIcon size={16} />} onClick={() => change({ [side]: [...parties, EMPTY_PARTY] })}>{pick(lang, side === "sellers" ? C.addSeller : C.addBuyer)}</Button></div>
    </div>
  );
}

function PartyFields({ lang, form, change, errorOf, leave, side, party, at }: FormTools & { readonly side: Side; readonly party: TypedParty; readonly at: number }) {
  const path = (part: string): string => `${side}.${at}.${part}`;
  const set = (patch: Partial<TypedParty>): void => change({ [side]: replaced(form[side], at, patch) });
  const left = (part: string) => ({ id: path(part), error: errorOf(path(part)) ?? (part === "name" ? errorOf(`${side}.${at}`) : undefined), onBlur: () => leave(path(part)) });
  const optional = pick(lang, C.optional);
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-6">
      <div className="sm:col-span-2 lg:col-span-4"><TextInput {...left("name")} lang="zh-CN" label={pick(lang, C.partyName)} help={<Help lang={lang} of="partyName" />} maxLength={200} value={party.name} onChange={(event) => set({ name: event.target.value })} /></div>
      <div className="sm:col-span-2"><TextInput {...left("creditCode")} label={pick(lang, C.creditCode)} help={<Help lang={lang} of="creditCode" />} className="tabular" maxLength={18} spellCheck={false} value={party.creditCode} onChange={(event) => set({ creditCode: event.target.value.toUpperCase().replace(/\s/g, "") })} /></div>
      <div className="lg:col-span-2"><CodeInput id={path("nature")} lang={lang} table="party-types" label={pick(lang, C.nature)} help={<Help lang={lang} of="nature" />} error={errorOf(path("nature"))} code={party.nature} onCode={(nature) => set({ nature })} /></div>
      <div className="lg:col-span-2">
        {party.country === "CHN" ? (
          <DivisionInput id={path("division")} lang={lang} label={pick(lang, C.division)} help={<Help lang={lang} of="division" />} error={errorOf(path("division"))} code={party.division} name={party.divisionName} onCode={(division) => set({ division })} />
        ) : null}
      </div>
      <div className="lg:col-span-2"><CodeInput id={path("country")} lang={lang} table="countries" label={pick(lang, C.country)} error={errorOf(path("country"))} code={party.country} onCode={(country) => set(country === "CHN" ? { country } : { country: country || "CHN", division: "", divisionName: "" })} /></div>
      <div className="lg:col-span-2"><TextInput {...left("representative")} lang="zh-CN" label={pick(lang, C.representative)} optional={optional} maxLength={50} value={party.representative} onChange={(event) => set({ representative: event.target.value })} /></div>
      {form[side].length > 1 || party.share !== "" ? <TextInput {...left("share")} label={pick(lang, C.share)} help={<Help lang={lang} of="share" />} hint={pick(lang, C.shareHint)} inputMode="decimal" className="tabular" value={party.share} onChange={(event) => set({ share: event.target.value })} /> : null}
      <div className="lg:col-span-2"><TextInput {...left("contactName")} label={pick(lang, C.contactName)} optional={optional} maxLength={50} value={party.contactName} onChange={(event) => set({ contactName: event.target.value })} /></div>
      <div className="lg:col-span-2"><TextInput {...left("contactPhone")} type="tel" label={pick(lang, C.contactPhone)} optional={optional} maxLength={30} value={party.contactPhone} onChange={(event) => set({ contactPhone: event.target.value })} /></div>
      {form[side].length > 1 ? <div className="flex items-end justify-end sm:col-span-2"><Button tone="plain" icon={<Trash2Icon size={18} />} onClick={() => change({ [side]: without(form[side], at) })}>{pick(lang, C.remove)}</Button></div> : null}
    </div>
  );
}
