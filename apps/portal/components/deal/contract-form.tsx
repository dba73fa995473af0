"use client";

import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { DateInput } from "@ttx/ui/date-input";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { C } from "./deal-texts.ts";
import { InstalmentRows, type Instalment } from "./instalment-rows.tsx";

export type ContractFormProps = {
  readonly lang: Lang;
  readonly dealId: string;
  readonly version: number;
  /** The venue's rule for a price in one sum, where it holds. */
  readonly oneSumDays: number | null;
  readonly given: { readonly contractName: string; readonly validFrom: string; readonly validTo: string; readonly instalments: readonly Instalment[]; readonly contractText: string };
};

/** The seller drafts the contract: facts first, then the text that the clause template makes of them, which he may edit. */
export function ContractForm({ lang, dealId, version, oneSumDays, given }: ContractFormProps) {
  const router = useRouter();
  const [typed, setTyped] = useState(given);
  const proposal = useMutation<{ readonly contractText: string }>(`/api/v1/deals/${dealId}/contract-proposal`);
  const saving = useMutation(`/api/v1/deals/${dealId}/contract`, { method: "PUT" });
  const problems = saving.problems ?? proposal.problems;
  const errorOf = (path: string): string | undefined => problems?.fields[path];
  const change = (part: Partial<typeof typed>): void => setTyped((before) => ({ ...before, ...part }));

  async function propose() {
    saving.reset();
    const { contractText: _replaced, ...facts } = typed;
    const outcome = await proposal.submit(facts);
    if (outcome.ok) change({ contractText: outcome.value.contractText });
  }

  async function save() {
    proposal.reset();
    const outcome = await saving.submit({ ...typed, version });
    if (outcome.ok) router.refresh();
  }

  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorSummary lang={lang} items={problems?.summary ?? []} reference={problems?.requestId} />
      <TextInput id="contractName" maxLength={120} label={pick(lang, C.name)} value={typed.contractName} onChange={(event) => change({ contractName: event.target.value })} error={errorOf("contractName")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateInput id="validFrom" label={pick(lang, C.validFrom)} value={typed.validFrom} onChange={(event) => change({ validFrom: event.target.value })} error={errorOf("validFrom")} />
        <DateInput id="validTo" label={pick(lang, C.validTo)} value={typed.validTo} onChange={(event) => change({ validTo: event.target.value })} error={errorOf("validTo")} />
      </div>
      <InstalmentRows lang={lang} instalments={typed.instalments} onChange={(instalments) => change({ instalments })} errorOf={errorOf} rule={oneSumDays === null ? undefined : fillText(pick(lang, C.oneSumRule), { days: oneSumDays })} />
      <div><Button onClick={() => void propose()} pending={proposal.pending} pendingText={pick(lang, C.proposing)}>{pick(lang, C.propose)}</Button></div>
      <Textarea id="contractText" lang="zh-CN" rows={16} maxLength={60_000} label={pick(lang, C.text)} hint={pick(lang, C.textHint)} value={typed.contractText} onChange={(event) => change({ contractText: event.target.value })} error={errorOf("contractText")} />
      <div><Button type="submit" tone="primary" pending={saving.pending} pendingText={pick(lang, C.saving)}>{pick(lang, C.save)}</Button></div>
    </form>
  );
}
