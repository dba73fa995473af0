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
import { amendmentBody, amendmentOf, type Announced, type TypedAmendment } from "./amendment.ts";
import { DISCLOSURE } from "./disclosure-texts.ts";
import { EncumbranceFields } from "./encumbrance-fields.tsx";
import { F } from "./listing-form-texts.ts";
import { R } from "./review-texts.ts";

type AmendActProps = { readonly lang: Lang; readonly listingId: string; readonly announced: Announced; readonly min: number };

/** A change of announced terms: only what was changed is sent. */
export function AmendAct({ lang, listingId, announced, min }: AmendActProps) {
  const { submit, problems, pending } = useMutation(`/api/v1/listings/${listingId}/amend`);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(() => amendmentOf(announced));
  const change = (part: Partial<TypedAmendment>): void => setTyped((now) => ({ ...now, ...part }));
  const error = (path: string): string | undefined => problems?.fields[path];

  async function amend() {
    const outcome = await submit(amendmentBody(announced, typed));
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
            <MoneyInput id="price" lang={lang} defaultUnit="wan" defaultValue={announced.price} label={pick(lang, R.newPrice)} error={error("price")} onAmount={(price) => change({ price: price ?? "" })} />
            <TextInput id="workingDays" inputMode="numeric" label={pick(lang, R.workingDays)} unit={pick(lang, R.days)} hint={fillText(pick(lang, R.min), { min })} value={typed.workingDays} error={error("workingDays")} onChange={(event) => change({ workingDays: event.target.value })} />
          </div>
          <Textarea id="paymentTerms" rows={2} label={pick(lang, F.payment)} value={typed.paymentTerms} error={error("paymentTerms")} onChange={(event) => change({ paymentTerms: event.target.value })} />
          <Textarea id="buyerConditions" rows={3} label={pick(lang, F.conditions)} hint={pick(lang, F.conditionsHint)} value={typed.buyerConditions} error={error("buyerConditions")} onChange={(event) => change({ buyerConditions: event.target.value })} />
          <EncumbranceFields lang={lang} encumbrances={typed.encumbrances} change={(encumbrances) => setTyped((now) => ({ ...now, encumbrances: encumbrances(now.encumbrances) }))} errorOf={error} />
          <Textarea id="disclosure.defects" lang="zh-CN" rows={2} maxLength={2000} label={pick(lang, DISCLOSURE.defects)} optional={pick(lang, DISCLOSURE.optional)} value={typed.defects} error={error("disclosure.defects")} onChange={(event) => change({ defects: event.target.value })} />
          <TextInput id="approvalPaper" maxLength={200} label={pick(lang, R.approvalPaper)} value={typed.approvalPaper} error={error("approvalPaper")} onChange={(event) => change({ approvalPaper: event.target.value })} />
          <Textarea id="reason" rows={3} maxLength={1000} label={pick(lang, R.reason)} value={typed.reason} error={error("reason")} onChange={(event) => change({ reason: event.target.value })} />
        </div>
      </Dialog>
    </>
  );
}
