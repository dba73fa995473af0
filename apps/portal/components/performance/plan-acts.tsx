"use client";

import { BREACH_KIND_LABELS, BREACH_KINDS } from "@ttx/domain/performance/client";
import { DateInput } from "@ttx/ui/date-input";
import { Select } from "@ttx/ui/select";
import { pick, type Lang } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { ActDialog } from "./act-dialog.tsx";
import { P } from "./performance-texts.ts";

type Props = { readonly lang: Lang; readonly contractId: string };
type Planned = { readonly title: string; readonly dueOn: string };

/** One more milestone beside those not reached yet. */
export function AddMilestone({ lang, contractId, planned }: Props & { readonly planned: readonly Planned[] }) {
  return (
    <ActDialog
      lang={lang} url={`/api/v1/performances/${contractId}/milestones`} method="PUT" label={P.plan} small
      toBody={(data) => ({ milestones: [...planned, { title: data.get("title"), dueOn: data.get("dueOn") }] })}
      fields={(errorOf) => (
        <>
          <TextInput id="title" lang="zh-CN" label={pick(lang, P.milestone)} maxLength={200} error={errorOf(`milestones.${planned.length}.title`)} />
          <DateInput id="dueOn" label={pick(lang, P.dueOn)} error={errorOf(`milestones.${planned.length}.dueOn`)} />
        </>
      )}
    />
  );
}

export function ReachMilestone({ lang, contractId, no, today }: Props & { readonly no: number; readonly today: string }) {
  return <ActDialog lang={lang} url={`/api/v1/performances/${contractId}/milestones/${no}/reach`} label={P.done} small fields={(errorOf) => <DateInput id="doneOn" label={pick(lang, P.doneOn)} defaultValue={today} error={errorOf("doneOn")} />} />;
}

export function ClaimBreach({ lang, contractId }: Props) {
  return (
    <ActDialog
      lang={lang} url={`/api/v1/performances/${contractId}/breaches`} label={P.claim} text={P.claimText} small
      fields={(errorOf) => (
        <>
          <Select id="kind" label={pick(lang, P.kind)} options={BREACH_KINDS.map((kind) => ({ value: kind, label: pick(lang, BREACH_KIND_LABELS[kind]) }))} error={errorOf("kind")} />
          <Textarea id="facts" label={pick(lang, P.facts)} rows={4} maxLength={2000} error={errorOf("facts")} />
        </>
      )}
    />
  );
}

/** The other side answers a claim; who made it closes it. */
export function BreachActs({ lang, contractId, no, state, mine }: Props & { readonly no: number; readonly state: string; readonly mine: boolean }) {
  const url = `/api/v1/performances/${contractId}/breaches/${no}`;
  const open = state === "CLAIMED" || state === "ANSWERED";
  if (!open) return null;
  if (!mine) return state === "CLAIMED" ? <ActDialog lang={lang} url={`${url}/answer`} label={P.answer} small fields={(errorOf) => <Textarea id="answer" label={pick(lang, P.answer)} rows={4} maxLength={2000} error={errorOf("answer")} />} /> : null;
  return (
    <ActDialog
      lang={lang} url={`${url}/close`} label={P.close} small
      fields={(errorOf) => (
        <>
          <Select id="outcome" label={pick(lang, P.outcome)} options={(["cure", "withdraw", "dispute"] as const).map((value) => ({ value, label: pick(lang, P[value]) }))} error={errorOf("outcome")} />
          <Textarea id="note" label={pick(lang, P.note)} rows={3} maxLength={1000} error={errorOf("note")} />
        </>
      )}
    />
  );
}
