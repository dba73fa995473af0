"use client";

import { RECEIPT_OUTCOME_LABELS, type ReceiptOutcome } from "@ttx/domain/deposit/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { formatYuan } from "@ttx/ui/format";
import { MoneyInput } from "@ttx/ui/money-input";
import { Table } from "@ttx/ui/table";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang } from "@ttx/ui/text";
import { useEffect, useState } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { useMutation } from "#client/use-mutation.ts";
import { M } from "./money-texts.ts";

/** One transfer by the bank's advice. The device's local time is sent with its offset. */
export function ReceivePaymentForm({ lang }: { readonly lang: Lang }) {
  return (
    <MutationForm<{ readonly outcome: ReceiptOutcome }> url="/api/v1/payments" className="grid gap-4" toBody={receiptBody} onDone={() => window.location.reload()}>
      {({ pending, errorOf }) => (
        <>
          <p className="text-sm text-ink-soft">{pick(lang, M.enterText)}</p>
          <div className="grid gap-4 md:grid-cols-2">
            <TextInput id="bankReference" label={pick(lang, M.bankReference)} maxLength={80} error={errorOf("bankReference")} />
            <TextInput id="reference" label={pick(lang, M.reference)} maxLength={60} error={errorOf("reference")} />
            <TextInput id="payerName" label={pick(lang, M.payerName)} maxLength={200} error={errorOf("payerName")} />
            <TextInput id="payerAccount" label={pick(lang, M.payerAccount)} maxLength={60} error={errorOf("payerAccount")} />
            <MoneyInput id="amount" lang={lang} label={pick(lang, M.amount)} error={errorOf("amount")} />
            <TextInput id="receivedAt" type="datetime-local" step={1} label={pick(lang, M.receivedAt)} error={errorOf("receivedAt")} />
          </div>
          <div><Button type="submit" tone="primary" pending={pending}>{pick(lang, M.submit)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}

/** The time stands on the advice in Beijing time, wherever the officer sits. */
function receiptBody(data: FormData): unknown {
  const body = Object.fromEntries([...data].filter(([, value]) => typeof value === "string" && value !== ""));
  const at = String(body["receivedAt"] ?? "");
  return { ...body, receivedAt: at === "" ? undefined : `${at.length === 16 ? `${at}:00` : at}+08:00` };
}

type Report = {
  readonly taken: number;
  readonly repeated: number;
  readonly faults: number;
  readonly rows: readonly { readonly line: number; readonly bankReference: string; readonly outcome?: ReceiptOutcome; readonly fault?: string; readonly field?: string | null }[];
};

/** A whole statement, with a report row by row. */
export function StatementForm({ lang }: { readonly lang: Lang }) {
  const { submit, problems, pending, done } = useMutation<Report>("/api/v1/payments/statements");
  const [text, setText] = useState<string | null>(null);
  const read = (input: HTMLInputElement | null): void => void input?.files?.[0]?.text().then(setText);
  // A file that was chosen before the scripts had come was told to nobody.
  useEffect(() => read(document.querySelector<HTMLInputElement>("#statement")), []);
  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-soft">{pick(lang, M.loadText)}</p>
      <ErrorSummary lang={lang} items={problems?.summary ?? []} />
      <TextInput id="statement" type="file" accept=".csv,text/csv,text/plain" label={pick(lang, M.file)} onChange={(event) => read(event.target)} />
      <div><Button tone="primary" disabled={text === null} pending={pending} pendingText={pick(lang, M.loading)} onClick={() => void submit({ statement: text })}>{pick(lang, M.load)}</Button></div>
      {done ? (
        <div role="status" className="grid gap-3">
          <p className="font-medium">{fillText(pick(lang, M.loaded), { taken: done.taken, repeated: done.repeated, faults: done.faults })}</p>
          <Table
            dense
            caption={pick(lang, M.load)}
            rows={done.rows}
            rowKey={(row) => String(row.line)}
            columns={[
              { key: "line", label: pick(lang, M.line), width: "narrow", cell: (row) => row.line },
              { key: "no", label: pick(lang, M.bankReference), head: true, cell: (row) => row.bankReference },
              { key: "outcome", label: pick(lang, M.outcome), cell: (row) => (row.outcome ? pick(lang, RECEIPT_OUTCOME_LABELS[row.outcome]) : <span className="text-live">{[row.field, row.fault].filter(Boolean).join(" · ")}</span>) },
            ]}
          />
        </div>
      ) : null}
    </div>
  );
}

export type RefundToPay = { readonly refundId: string; readonly payerName: string; readonly amount: string };

/** Enters that a refund has left the bank. */
export function ConfirmRefund({ lang, refund }: { readonly lang: Lang; readonly refund: RefundToPay }) {
  const { submit, problems, pending } = useMutation(`/api/v1/refunds/${refund.refundId}/confirm`);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ bankReference: "", toAccount: "" });

  async function confirm() {
    const outcome = await submit({ ...typed, amount: refund.amount });
    if (outcome.ok) window.location.reload();
  }

  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{pick(lang, M.confirm)}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={`${pick(lang, M.confirm)} · ${formatYuan(refund.amount)}`} footer={<Button tone="primary" pending={pending} onClick={() => void confirm()}>{pick(lang, M.confirm)}</Button>}>
        <div className="grid gap-4">
          <ErrorSummary lang={lang} items={problems?.summary ?? []} />
          <p>{`${refund.payerName}。${pick(lang, M.confirmText)}`}</p>
          <TextInput id={`bankReference-${refund.refundId}`} label={pick(lang, M.bankReference)} value={typed.bankReference} error={problems?.fields["bankReference"]} onChange={(event) => setTyped({ ...typed, bankReference: event.target.value })} />
          <TextInput id={`toAccount-${refund.refundId}`} label={pick(lang, M.toAccount)} value={typed.toAccount} error={problems?.fields["toAccount"]} onChange={(event) => setTyped({ ...typed, toAccount: event.target.value })} />
        </div>
      </Dialog>
    </>
  );
}
