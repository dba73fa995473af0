"use client";

import { fillText } from "@ttx/domain/shared/texts";
import { DateInput } from "@ttx/ui/date-input";
import { MoneyInput } from "@ttx/ui/money-input";
import { Select, type Option } from "@ttx/ui/select";
import { pick, type Lang } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { ActDialog } from "./act-dialog.tsx";
import { P } from "./performance-texts.ts";

type Props = { readonly lang: Lang; readonly contractId: string };

/** Money came in: for which instalment or royalty, when, how much. */
export function RecordReceipt({ lang, contractId, instalments, royalties, today }: Props & { readonly instalments: readonly number[]; readonly royalties: readonly number[]; readonly today: string }) {
  const options: Option[] = [
    ...instalments.map((no) => ({ value: `i${no}`, label: fillText(pick(lang, P.instalmentNo), { no }) })),
    ...royalties.map((no) => ({ value: `r${no}`, label: fillText(pick(lang, P.royaltyNo), { no }) })),
    { value: "", label: pick(lang, P.other) },
  ];
  return (
    <ActDialog
      lang={lang} url={`/api/v1/performances/${contractId}/receipts`} label={P.recordReceipt} small
      toBody={(data) => {
        const target = String(data.get("target") ?? "");
        const no = Number(target.slice(1));
        const apart = String(data.get("technicalAmount") ?? "");
        return {
          receivedOn: data.get("receivedOn"), amount: data.get("amount"), note: data.get("note") ?? "", technicalAmount: apart === "" ? null : apart,
          instalmentNo: target.startsWith("i") ? no : null, royaltyNo: target.startsWith("r") ? no : null,
        };
      }}
      fields={(errorOf) => (
        <>
          <Select id="target" label={pick(lang, P.forWhat)} options={options} error={errorOf("instalmentNo") ?? errorOf("royaltyNo")} />
          <DateInput id="receivedOn" label={pick(lang, P.receivedOn)} defaultValue={today} error={errorOf("receivedOn")} />
          <MoneyInput id="amount" lang={lang} label={pick(lang, P.amount)} error={errorOf("amount")} />
          <MoneyInput id="technicalAmount" lang={lang} label={pick(lang, P.apart)} optional={pick(lang, P.optional)} error={errorOf("technicalAmount")} />
          <TextInput id="note" label={pick(lang, P.note)} optional={pick(lang, P.optional)} maxLength={500} error={errorOf("note")} />
        </>
      )}
    />
  );
}

export function CorrectReceipt({ lang, contractId, no }: Props & { readonly no: number }) {
  return (
    <ActDialog lang={lang} url={`/api/v1/performances/${contractId}/receipts/${no}/correct`} label={P.correct} text={P.correctText} tone="danger" plain small fields={(errorOf) => <Textarea id="reason" label={pick(lang, P.reason)} rows={2} maxLength={500} error={errorOf("reason")} />} />
  );
}

/** Basis points of a rate typed in per cent. */
function rateBp(data: FormData): number {
  return Math.round(Number(data.get("rate") ?? "") * 100);
}

export function ReportRoyalty({ lang, contractId, today }: Props & { readonly today: string }) {
  return (
    <ActDialog
      lang={lang} url={`/api/v1/performances/${contractId}/royalties`} label={P.report} text={P.reportHint} small
      toBody={(data) => ({ periodFrom: data.get("periodFrom"), periodTo: data.get("periodTo"), base: data.get("base"), rateBp: rateBp(data), note: data.get("note") ?? "" })}
      fields={(errorOf) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <DateInput id="periodFrom" label={pick(lang, P.periodFrom)} error={errorOf("periodFrom")} />
            <DateInput id="periodTo" label={pick(lang, P.periodTo)} defaultValue={today} error={errorOf("periodTo")} />
          </div>
          <RoyaltyBase lang={lang} errorOf={errorOf} />
        </>
      )}
    />
  );
}

function RoyaltyBase({ lang, errorOf }: { readonly lang: Lang; readonly errorOf: (path: string) => string | undefined }) {
  return (
    <>
      <MoneyInput id="base" lang={lang} label={pick(lang, P.base)} error={errorOf("base")} />
      <TextInput id="rate" label={pick(lang, P.rate)} inputMode="decimal" maxLength={6} className="tabular" error={errorOf("rateBp")} />
      <TextInput id="note" label={pick(lang, P.note)} optional={pick(lang, P.optional)} maxLength={500} error={errorOf("note")} />
    </>
  );
}

/** What the seller says to a royalty, or the payer to a question about it. */
export function RoyaltyActs({ lang, contractId, no, state, may }: Props & { readonly no: number; readonly state: string; readonly may: { readonly answerRoyalty: boolean; readonly correctRoyalty: boolean } }) {
  const url = `/api/v1/performances/${contractId}/royalties/${no}`;
  return (
    <div className="flex flex-wrap gap-2">
      {state === "REPORTED" && may.answerRoyalty ? <ActDialog lang={lang} url={`${url}/confirm`} label={P.confirm} text={P.confirmText} small toBody={() => ({})} /> : null}
      {state === "REPORTED" && may.answerRoyalty ? <ActDialog lang={lang} url={`${url}/question`} label={P.question} text={P.questionText} small fields={(errorOf) => <Textarea id="question" label={pick(lang, P.question)} rows={3} maxLength={1000} error={errorOf("question")} />} /> : null}
      {state === "QUESTIONED" && may.correctRoyalty ? (
        <ActDialog lang={lang} url={`${url}/correct`} label={P.correctReport} text={P.reportHint} small toBody={(data) => ({ base: data.get("base"), rateBp: rateBp(data), note: data.get("note") ?? "" })} fields={(errorOf) => <RoyaltyBase lang={lang} errorOf={errorOf} />} />
      ) : null}
    </div>
  );
}

/** Asks the office to add confirmed royalties to the registration. */
export function RegisterRoyalties({ lang, contractId, version, form }: Props & { readonly version: number; readonly form: unknown }) {
  return <ActDialog lang={lang} url={`/api/v1/contracts/${contractId}/change`} label={P.register} small toBody={(data) => ({ version, form, reason: data.get("reason") ?? "" })} fields={(errorOf) => <Textarea id="reason" label={pick(lang, P.reason)} rows={3} maxLength={1000} defaultValue={pick(lang, P.registerReason)} error={errorOf("reason")} />} />;
}
