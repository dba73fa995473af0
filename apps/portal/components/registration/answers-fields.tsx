"use client";

import { fillText } from "@ttx/domain/shared/texts";
import { formatYuan, parseYuan, yuanText } from "@ttx/ui/format";
import { MoneyInput } from "@ttx/ui/money-input";
import { pick, type Lang } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { CircleCheckIcon } from "@ttx/ui/icons/circle-check";
import { useState } from "react";
import { CodeInput } from "#components/contract/code-input.tsx";
import { A } from "./registration-texts.ts";

export type TypedAnswers = { readonly contractType: string; readonly technicalAmount: string; readonly note: string };

type Props = { readonly lang: Lang; readonly answers: TypedAnswers; readonly onChange: (answers: TypedAnswers) => void; readonly errorOf: (path: string) => string | undefined };

/** The three questions (三问), filled with what was filed; what the registrar takes off besides is worked out. */
export function AnswersFields({ lang, answers, onChange, errorOf }: Props) {
  const [filed] = useState(answers.technicalAmount);
  const [worked, setWorked] = useState(filed);
  const filedFen = parseYuan(filed);

  function takeOff(yuan: string | null) {
    const left = filedFen === null ? null : filedFen - (yuan === null ? 0n : (parseYuan(yuan) ?? 0n));
    if (left === null || left < 0n) return;
    setWorked(yuanText(left));
    onChange({ ...answers, technicalAmount: yuanText(left) });
  }

  return (
    <div className="grid gap-4">
      <p className="flex items-center gap-2 font-medium"><CircleCheckIcon size={18} className="text-done" />{pick(lang, A.technology)}</p>
      <CodeInput id="answers.contractType" lang={lang} table="contract-types" label={pick(lang, A.contractType)} error={errorOf("answers.contractType")} code={answers.contractType} onCode={(contractType) => onChange({ ...answers, contractType })} />
      {filedFen === null ? null : <MoneyInput id="alsoDeducted" lang={lang} label={pick(lang, A.alsoDeducted)} hint={fillText(pick(lang, A.alsoDeductedHint), { filed: formatYuan(filedFen) })} onAmount={takeOff} />}
      <MoneyInput key={worked} id="answers.technicalAmount" lang={lang} label={pick(lang, A.technicalAmount)} error={errorOf("answers.technicalAmount")} defaultValue={answers.technicalAmount} onAmount={(yuan) => onChange({ ...answers, technicalAmount: yuan ?? "" })} />
      <Textarea id="answers.note" label={pick(lang, A.note)} hint={pick(lang, A.noteHint)} rows={2} className="min-h-20" maxLength={1000} error={errorOf("answers.note")} value={answers.note} onChange={(event) => onChange({ ...answers, note: event.target.value })} />
    </div>
  );
}

export function sentAnswers({ contractType, technicalAmount, note }: TypedAnswers) {
  return { isTechnologyContract: true, contractType, technicalAmount, note };
}
