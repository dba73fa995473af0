"use client";

import { PRIORITY_GROUND_LABELS, PRIORITY_GROUNDS } from "@ttx/domain/listing/client";
import { Button } from "@ttx/ui/button";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { R } from "./review-texts.ts";

type Props = { readonly lang: Lang; readonly intentId: string; readonly rank: number | null; readonly ground: string | null };

/** Recognises a buyer's priority right with ground and rank; the ranks become part of the bidding's announcement. */
export function RecognisePriority({ lang, intentId, rank, ground }: Props) {
  const { submit, problems, pending } = useMutation(`/api/v1/intents/${intentId}/priority`);
  const [typed, setTyped] = useState({ ground: ground ?? PRIORITY_GROUNDS[0], rank: String(rank ?? 1) });
  const router = useRouter();

  async function send(next: number | null) {
    const outcome = await submit({ ground: typed.ground, rank: next });
    if (outcome.ok) router.refresh();
  }

  return (
    <details className="rounded border border-line p-3">
      <summary className="cursor-pointer text-sm text-brand">{pick(lang, R.priority)}</summary>
      <div className="mt-3 grid gap-3">
        <ErrorSummary lang={lang} items={problems?.summary ?? []} />
        <Select id={`ground-${intentId}`} label={pick(lang, R.priorityGround)} value={typed.ground} onChange={(event) => setTyped({ ...typed, ground: event.target.value })} options={PRIORITY_GROUNDS.map((value) => ({ value, label: pick(lang, PRIORITY_GROUND_LABELS[value]) }))} />
        <TextInput id={`rank-${intentId}`} inputMode="numeric" label={pick(lang, R.rank)} hint={pick(lang, R.rankHint)} value={typed.rank} error={problems?.fields["rank"]} onChange={(event) => setTyped({ ...typed, rank: event.target.value })} />
        <div className="flex flex-wrap gap-3">
          <Button tone="primary" pending={pending} onClick={() => void send(Number(typed.rank))}>{pick(lang, R.recognise)}</Button>
          {rank === null ? null : <Button pending={pending} onClick={() => void send(null)}>{pick(lang, R.takeBack)}</Button>}
        </div>
      </div>
    </details>
  );
}
