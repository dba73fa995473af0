"use client";

import { NOTICE_WAY_LABELS, NOTICE_WAYS, PRIORITY_KIND_LABELS, PRIORITY_KINDS } from "@ttx/domain/priority-right/client";
import { Button } from "@ttx/ui/button";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { PartyInput } from "#components/notice/party-input.tsx";
import { Q } from "./priority-texts.ts";

type Subject = { readonly lang: Lang; readonly subjectType: "listing" | "notice"; readonly subjectId: string };

/** Names a holder. */
export function NameHolder({ lang, subjectType, subjectId }: Subject) {
  const router = useRouter();
  const [round, setRound] = useState(0);
  return (
    <MutationForm
      key={round}
      url="/api/v1/priority-rights"
      toBody={(data) => ({ ...formBody(data), subjectType, subjectId })}
      onDone={() => {
        setRound(round + 1);
        router.refresh();
      }}
      className="grid gap-4"
    >
      {({ pending, errorOf }) => (
        <>
          <Select id="kind" label={pick(lang, Q.kind)} options={PRIORITY_KINDS.map((value) => ({ value, label: pick(lang, PRIORITY_KIND_LABELS[value]) }))} error={errorOf("kind")} />
          <TextInput id="holder" maxLength={80} label={pick(lang, Q.holder)} error={errorOf("holder")} />
          <PartyInput id="holderId" as="BUYER" lang={lang} label={pick(lang, Q.account)} hint={pick(lang, Q.accountHint)} optional={pick(lang, Q.optional)} error={errorOf("holderId")} />
          <div><Button type="submit" size="small" pending={pending}>{pick(lang, Q.name)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}

/** Records that a holder was notified, how, and by when he answers. */
export function NotifyHolder({ lang, rightId }: { readonly lang: Lang; readonly rightId: string }) {
  const router = useRouter();
  return (
    <details>
      <summary className="cursor-pointer text-sm font-medium">{pick(lang, Q.notify)}</summary>
      <MutationForm url={`/api/v1/priority-rights/${rightId}/notify`} onDone={() => router.refresh()} className="mt-3 grid gap-4">
        {({ pending, errorOf }) => (
          <>
            <Select id="way" label={pick(lang, Q.way)} options={NOTICE_WAYS.map((value) => ({ value, label: pick(lang, NOTICE_WAY_LABELS[value]) }))} error={errorOf("way")} />
            <TextInput id="days" type="number" min={3} max={60} label={pick(lang, Q.days)} unit={pick(lang, Q.dayUnit)} defaultValue="5" error={errorOf("days")} />
            <TextInput id="proof" maxLength={500} label={pick(lang, Q.proof)} error={errorOf("proof")} />
            <div><Button type="submit" size="small" pending={pending}>{pick(lang, Q.notify)}</Button></div>
          </>
        )}
      </MutationForm>
    </details>
  );
}
