"use client";

import { Button } from "@ttx/ui/button";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { N } from "./texts.ts";

type Event = "pass" | "findDefect" | "refer" | "acceptRemedy" | "rejectRemedy";

export type ItemActsProps = { readonly lang: Lang; readonly inspectionId: string; readonly no: number; readonly version: number; readonly events: readonly Event[]; readonly remedy: boolean };

/** What may be said of a drawn file next: the words first, then what they mean. */
export function ItemActs({ lang, inspectionId, no, version, events, remedy }: ItemActsProps) {
  const url = `/api/v1/inspections/${inspectionId}/items/${no}`;
  const judge = useMutation(`${url}/judgement`);
  const answer = useMutation(`${url}/remedy`);
  const [words, setWords] = useState("");
  const router = useRouter();
  const problems = judge.problems ?? answer.problems;

  async function act(event?: Event) {
    const outcome = event ? await judge.submit({ event, words, version }) : await answer.submit({ words, version });
    if (!outcome.ok) return;
    setWords("");
    router.refresh();
  }

  if (events.length === 0 && !remedy) return null;
  return (
    <div className="grid gap-2">
      <ErrorSummary lang={lang} items={problems?.summary ?? NONE} />
      <Textarea id={`words-${no}`} rows={2} maxLength={2_000} label={`${pick(lang, N.words)} · ${no}`} value={words} onChange={(change) => setWords(change.target.value)} error={problems?.fields["words"]} />
      <div className="flex flex-wrap gap-2">
        {events.map((event) => <Button key={event} size="small" tone={event === "pass" || event === "acceptRemedy" ? "primary" : event === "refer" ? "danger" : "plain"} pending={judge.pending} onClick={() => void act(event)}>{pick(lang, N[event])}</Button>)}
        {remedy ? <Button size="small" tone="primary" pending={answer.pending} onClick={() => void act()}>{pick(lang, N.remedy)}</Button> : null}
      </div>
    </div>
  );
}

const NONE = [] as const;
