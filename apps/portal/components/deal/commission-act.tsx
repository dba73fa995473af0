"use client";

import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { MoneyInput } from "@ttx/ui/money-input";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { PartyInput } from "#components/notice/party-input.tsx";
import { X } from "./deal-money-texts.ts";

/** The seller names the technology manager who is paid out of the price. */
export function CommissionAct({ lang, dealId }: { readonly lang: Lang; readonly dealId: string }) {
  const { submit, problems, pending } = useMutation(`/api/v1/deals/${dealId}/commissions`);
  const [open, setOpen] = useState(false);
  const router = useRouter();

  async function agree(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const outcome = await submit({ managerId: text("managerId"), rateBp: Math.round(Number(text("rate")) * 100), basis: text("basis"), ...(text("ceiling") === "" ? {} : { ceiling: text("ceiling") }) });
    if (!outcome.ok) return;
    setOpen(false);
    router.refresh();
  }

  return (
    <div>
      <Button size="small" onClick={() => setOpen(true)}>{pick(lang, X.agree)}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={pick(lang, X.agree)} footer={<Button tone="primary" type="submit" form="commission" pending={pending}>{pick(lang, X.agree)}</Button>}>
        <form id="commission" className="grid gap-4" noValidate onSubmit={(event) => void agree(event)}>
          <ErrorSummary lang={lang} items={problems?.summary ?? []} />
          <p>{pick(lang, X.agreeText)}</p>
          <PartyInput lang={lang} id="managerId" as="AGENCY" label={pick(lang, X.manager)} error={problems?.fields["managerId"]} />
          <TextInput id="rate" type="number" step="0.01" min="0.01" max="20" label={pick(lang, X.rate)} unit="%" error={problems?.fields["rateBp"]} />
          <MoneyInput id="ceiling" lang={lang} label={pick(lang, X.ceiling)} optional={pick(lang, X.optional)} error={problems?.fields["ceiling"]} />
          <TextInput id="basis" label={pick(lang, X.basis)} maxLength={120} error={problems?.fields["basis"]} />
        </form>
      </Dialog>
    </div>
  );
}
