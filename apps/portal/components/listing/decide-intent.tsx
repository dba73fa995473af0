"use client";

import { Button } from "@ttx/ui/button";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { RadioGroup } from "@ttx/ui/radio-group";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { R } from "./review-texts.ts";

type Verdict = "met" | "unmet" | "";

/** Judges a buyer by the announced conditions, one by one; only a condition that is not met can refuse him. */
export function DecideIntent({ lang, intentId, conditions }: { readonly lang: Lang; readonly intentId: string; readonly conditions: readonly string[] }) {
  const qualifying = useMutation(`/api/v1/intents/${intentId}/qualify`);
  const refusing = useMutation(`/api/v1/intents/${intentId}/refuse`);
  const [verdicts, setVerdicts] = useState<readonly Verdict[]>(conditions.map(() => ""));
  const [reason, setReason] = useState("");
  const problems = qualifying.problems ?? refusing.problems;
  const someUnmet = verdicts.includes("unmet");
  const findings = verdicts.flatMap((verdict, condition) => (verdict === "" ? [] : [{ condition, isMet: verdict === "met" }]));

  async function decide() {
    const outcome = someUnmet ? await refusing.submit({ findings, reason }) : await qualifying.submit({ findings });
    if (outcome.ok) window.location.reload();
  }

  return (
    <div className="grid gap-4">
      <ErrorSummary lang={lang} items={problems?.summary ?? []} />
      {conditions.length === 0 ? null : <p className="font-medium">{pick(lang, R.findings)}</p>}
      {conditions.map((condition, at) => (
        <RadioGroup
          key={condition}
          id={`finding-${intentId}-${at}`}
          inline
          label={<span lang="zh-CN">{`${at + 1}. ${condition}`}</span>}
          value={verdicts[at]}
          onChange={(value) => setVerdicts(verdicts.map((verdict, i) => (i === at ? (value as Verdict) : verdict)))}
          options={[{ value: "met", label: pick(lang, R.met) }, { value: "unmet", label: pick(lang, R.unmet) }]}
        />
      ))}
      {someUnmet ? <Textarea id={`reason-${intentId}`} rows={3} maxLength={1000} label={pick(lang, R.refuseReason)} value={reason} error={problems?.fields["reason"]} onChange={(event) => setReason(event.target.value)} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button tone={someUnmet ? "danger" : "primary"} pending={qualifying.pending || refusing.pending} onClick={() => void decide()}>{pick(lang, someUnmet ? R.refuse : R.qualify)}</Button>
        {someUnmet ? null : <p className="text-sm text-ink-soft">{pick(lang, R.qualifyText)}</p>}
      </div>
    </div>
  );
}
