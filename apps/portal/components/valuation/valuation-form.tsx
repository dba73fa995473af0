"use client";

import { SIZE_LIMIT_BYTES } from "@ttx/domain/document/client";
import { VALUATION_METHOD_LABELS, VALUATION_METHODS } from "@ttx/domain/valuation/client";
import { Button } from "@ttx/ui/button";
import { DateInput } from "@ttx/ui/date-input";
import { FileDrop } from "@ttx/ui/file-drop";
import { MoneyInput } from "@ttx/ui/money-input";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { V } from "./valuation-texts.ts";

/** Puts a valuation report on record. */
export function ValuationForm({ lang, resultId, today }: { readonly lang: Lang; readonly resultId: string; readonly today: string }) {
  const router = useRouter();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [round, setRound] = useState(0);
  return (
    <MutationForm
      key={round}
      url={`/api/v1/results/${resultId}/valuations`}
      toBody={(data) => ({ ...formBody(data), documentId: ids[0] })}
      onDone={() => {
        setIds([]);
        setRound(round + 1);
        router.refresh();
      }}
      className="grid max-w-3xl gap-5"
    >
      {({ pending, errorOf }) => (
        <>
          <div className="grid gap-5 sm:grid-cols-2">
            <TextInput id="reportNo" maxLength={60} label={pick(lang, V.reportNo)} error={errorOf("reportNo")} />
            <TextInput id="appraiser" maxLength={120} label={pick(lang, V.appraiser)} error={errorOf("appraiser")} />
            <Select id="method" label={pick(lang, V.method)} options={VALUATION_METHODS.map((value) => ({ value, label: pick(lang, VALUATION_METHOD_LABELS[value]) }))} error={errorOf("method")} />
            <DateInput id="valuedOn" max={today} label={pick(lang, V.valuedOn)} error={errorOf("valuedOn")} />
          </div>
          <TextInput id="purpose" maxLength={200} label={pick(lang, V.purpose)} error={errorOf("purpose")} />
          <MoneyInput id="value" lang={lang} label={pick(lang, V.value)} defaultUnit="wan" error={errorOf("value")} />
          <div className="grid gap-5 sm:grid-cols-2">
            <MoneyInput id="low" lang={lang} label={pick(lang, V.low)} optional={pick(lang, V.optional)} defaultUnit="wan" error={errorOf("low")} />
            <MoneyInput id="high" lang={lang} label={pick(lang, V.high)} optional={pick(lang, V.optional)} defaultUnit="wan" error={errorOf("high")} />
          </div>
          <TextInput id="filedWith" maxLength={120} label={pick(lang, V.filedWith)} optional={pick(lang, V.optional)} error={errorOf("filedWith")} />
          <FileDrop id="documentId" lang={lang} label={pick(lang, V.document)} hint={pick(lang, V.documentHint)} maxBytes={SIZE_LIMIT_BYTES} url="/api/v1/documents?audience=OWNER" onChange={setIds} error={errorOf("documentId")} />
          <div><Button type="submit" tone="primary" pending={pending}>{pick(lang, V.record)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
