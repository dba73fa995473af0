"use client";

import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { Dialog } from "@ttx/ui/dialog";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { MoneyInput } from "@ttx/ui/money-input";
import { pick, type Lang } from "@ttx/ui/text";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { href } from "#lang/href.ts";
import { T } from "./desk-texts.ts";

type ActProps = { readonly lang: Lang; readonly listingId: string };

/** Another round after an empty one or a default, at another price. */
export function RelistAct({ lang, listingId, price, isStateSeller }: ActProps & { readonly price: string; readonly isStateSeller: boolean }) {
  const { submit, problems, pending, reset } = useMutation<{ readonly listingId: string }>(`/api/v1/listings/${listingId}/relist`);
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState<string | null>(price);
  const [fresh, setFresh] = useState(false);

  async function relist() {
    const outcome = await submit({ price: amount ?? "", freshApproval: fresh });
    if (outcome.ok) window.location.assign(href(lang, `/desk/listings/${outcome.value.listingId}`));
  }

  return (
    <>
      <Button tone="primary" wide onClick={() => { reset(); setOpen(true); }}>{pick(lang, T.relist)}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={pick(lang, T.relist)} footer={<Button tone="primary" pending={pending} onClick={() => void relist()}>{pick(lang, T.relist)}</Button>}>
        <div className="grid gap-5">
          <ErrorSummary lang={lang} items={problems?.summary ?? []} />
          <p>{pick(lang, T.relistText)}</p>
          <MoneyInput id="price" lang={lang} defaultUnit="wan" defaultValue={price} label={pick(lang, T.newPrice)} error={problems?.fields["price"]} onAmount={setAmount} />
          {isStateSeller ? <Checkbox id="freshApproval" label={pick(lang, T.fresh)} checked={fresh} onChange={(event) => setFresh(event.target.checked)} /> : null}
        </div>
      </Dialog>
    </>
  );
}

/** Seals the reserve; the amount is typed once and never shown again. */
export function ReserveAct({ lang, listingId }: ActProps) {
  const { submit, problems, pending, reset } = useMutation(`/api/v1/listings/${listingId}/reserve`);
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState<string | null>(null);

  async function sealReserve() {
    const outcome = await submit({ reserve: amount ?? "" });
    if (outcome.ok) window.location.reload();
  }

  return (
    <>
      <Button wide onClick={() => { reset(); setOpen(true); }}>{pick(lang, T.reserve)}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={pick(lang, T.reserve)} footer={<Button tone="primary" pending={pending} onClick={() => void sealReserve()}>{pick(lang, T.reserve)}</Button>}>
        <div className="grid gap-5">
          <ErrorSummary lang={lang} items={problems?.summary ?? []} />
          <p>{pick(lang, T.reserveText)}</p>
          <MoneyInput id="reserve" lang={lang} defaultUnit="wan" label={pick(lang, T.reserve)} error={problems?.fields["reserve"]} onAmount={setAmount} />
        </div>
      </Dialog>
    </>
  );
}
