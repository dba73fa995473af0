"use client";

import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { MoneyInput } from "@ttx/ui/money-input";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import type { Disclosed } from "./disclosure-facts.tsx";
import { DISCLOSURE } from "./disclosure-texts.ts";
import { F } from "./listing-form-texts.ts";
import { R } from "./review-texts.ts";

type ActProps = { readonly lang: Lang; readonly listingId: string };

/** The reviewer's yes, with a remark if there is one. */
export function AcceptAct({ lang, listingId }: ActProps) {
  const { submit, problems, pending } = useMutation(`/api/v1/listings/${listingId}/accept`);
  const [open, setOpen] = useState(false);
  const [remark, setRemark] = useState("");

  async function accept() {
    const outcome = await submit({ remark });
    if (outcome.ok) window.location.reload();
  }

  return (
    <>
      <Button tone="primary" wide onClick={() => setOpen(true)}>{pick(lang, R.accept)}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={pick(lang, R.accept)} footer={<Button tone="primary" pending={pending} onClick={() => void accept()}>{pick(lang, R.accept)}</Button>}>
        <div className="grid gap-5">
          <ErrorSummary lang={lang} items={problems?.summary ?? []} />
          <p>{pick(lang, R.acceptText)}</p>
          <Textarea id="remark" rows={3} maxLength={1000} label={pick(lang, R.remark)} optional={pick(lang, R.optional)} value={remark} onChange={(event) => setRemark(event.target.value)} />
        </div>
      </Dialog>
    </>
  );
}

/** Starts the announcement. */
export function PublishAct({ lang, listingId, workingDays, min }: ActProps & { readonly workingDays: number; readonly min: number }) {
  const { submit, problems, pending } = useMutation(`/api/v1/listings/${listingId}/publish`);
  const [open, setOpen] = useState(false);
  const [days, setDays] = useState(String(workingDays));

  async function publish() {
    const outcome = await submit({ workingDays: Number(days) });
    if (outcome.ok) window.location.reload();
  }

  return (
    <>
      <Button tone="primary" wide onClick={() => setOpen(true)}>{pick(lang, R.publish)}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={pick(lang, R.publish)} footer={<Button tone="primary" pending={pending} onClick={() => void publish()}>{pick(lang, R.publish)}</Button>}>
        <div className="grid gap-5">
          <ErrorSummary lang={lang} items={problems?.summary ?? []} />
          <p>{pick(lang, R.publishText)}</p>
          <TextInput id="workingDays" inputMode="numeric" label={pick(lang, R.workingDays)} unit={pick(lang, R.days)} hint={fillText(pick(lang, R.min), { min })} value={days} error={problems?.fields["workingDays"]} onChange={(event) => setDays(event.target.value)} />
        </div>
      </Dialog>
    </>
  );
}

export type Announced = { readonly price: string; readonly workingDays: number; readonly paymentTerms: string; readonly buyerConditions: string; readonly disclosure: Disclosed };

/** A change of announced terms: only what was changed is sent. */
export function AmendAct({ lang, listingId, announced, min }: ActProps & { readonly announced: Announced; readonly min: number }) {
  const { submit, problems, pending } = useMutation(`/api/v1/listings/${listingId}/amend`);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ ...announced, defects: announced.disclosure.defects, workingDays: String(announced.workingDays), reason: "", approvalPaper: "" });
  const error = (path: string): string | undefined => problems?.fields[path];

  async function amend() {
    const { reason, approvalPaper, price, paymentTerms, buyerConditions, workingDays, defects } = typed;
    const outcome = await submit({
      reason,
      approvalPaper,
      price: price === announced.price ? undefined : price,
      paymentTerms: paymentTerms === announced.paymentTerms ? undefined : paymentTerms,
      buyerConditions: buyerConditions === announced.buyerConditions ? undefined : buyerConditions,
      disclosure: defects === announced.disclosure.defects ? undefined : { ...announced.disclosure, defects },
      workingDays: workingDays === String(announced.workingDays) ? undefined : Number(workingDays),
    });
    if (outcome.ok) window.location.reload();
  }

  return (
    <>
      <Button wide onClick={() => setOpen(true)}>{pick(lang, R.amend)}</Button>
      <Dialog lang={lang} width="wide" open={open} onClose={() => setOpen(false)} title={pick(lang, R.amend)} footer={<Button tone="primary" pending={pending} onClick={() => void amend()}>{pick(lang, R.amend)}</Button>}>
        <div className="grid gap-5">
          <ErrorSummary lang={lang} items={problems?.summary ?? []} />
          <p>{pick(lang, R.amendText)}</p>
          <div className="grid gap-5 md:grid-cols-2">
            <MoneyInput id="price" lang={lang} defaultUnit="wan" defaultValue={announced.price} label={pick(lang, R.newPrice)} error={error("price")} onAmount={(price) => setTyped({ ...typed, price: price ?? "" })} />
            <TextInput id="workingDays" inputMode="numeric" label={pick(lang, R.workingDays)} unit={pick(lang, R.days)} hint={fillText(pick(lang, R.min), { min })} value={typed.workingDays} error={error("workingDays")} onChange={(event) => setTyped({ ...typed, workingDays: event.target.value })} />
          </div>
          <Textarea id="paymentTerms" rows={2} label={pick(lang, F.payment)} value={typed.paymentTerms} error={error("paymentTerms")} onChange={(event) => setTyped({ ...typed, paymentTerms: event.target.value })} />
          <Textarea id="buyerConditions" rows={3} label={pick(lang, F.conditions)} hint={pick(lang, F.conditionsHint)} value={typed.buyerConditions} error={error("buyerConditions")} onChange={(event) => setTyped({ ...typed, buyerConditions: event.target.value })} />
          <Textarea id="disclosure.defects" rows={2} maxLength={2000} label={pick(lang, DISCLOSURE.defects)} value={typed.defects} error={error("disclosure.defects")} onChange={(event) => setTyped({ ...typed, defects: event.target.value })} />
          <TextInput id="approvalPaper" maxLength={200} label={pick(lang, R.approvalPaper)} value={typed.approvalPaper} error={error("approvalPaper")} onChange={(event) => setTyped({ ...typed, approvalPaper: event.target.value })} />
          <Textarea id="reason" rows={3} maxLength={1000} label={pick(lang, R.reason)} value={typed.reason} error={error("reason")} onChange={(event) => setTyped({ ...typed, reason: event.target.value })} />
        </div>
      </Dialog>
    </>
  );
}
