"use client";

import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
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
