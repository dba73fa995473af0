"use client";

import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { DateInput } from "@ttx/ui/date-input";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { P } from "./deal-texts.ts";

type Props = { readonly lang: Lang; readonly dealId: string; readonly no: number; readonly amount: string; readonly today: string };

/** The seller confirms that an instalment has reached his own account. */
export function ConfirmReceipt({ lang, dealId, no, amount, today }: Props) {
  const { submit, problems, pending } = useMutation(`/api/v1/deals/${dealId}/payments/${no}/confirm`);
  const [receivedOn, setReceivedOn] = useState(today);
  const confirm = useConfirm();
  const router = useRouter();
  const label = pick(lang, P.confirm).replace("{no}", String(no));

  async function act() {
    const outcome = await submit({ receivedOn });
    if (!outcome.ok) return;
    confirm.close();
    router.refresh();
  }

  return (
    <>
      <Button size="small" tone="primary" onClick={confirm.ask}>{label}</Button>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={label}
        amount={amount}
        sentence={
          <span className="grid gap-4">
            <span>{pick(lang, P.confirmSentence).replace("{no}", String(no))}</span>
            <DateInput id="receivedOn" max={today} label={pick(lang, P.receivedOn)} value={receivedOn} onChange={(event) => setReceivedOn(event.target.value)} error={problems?.fields["receivedOn"]} />
          </span>
        }
        action={label}
        pending={pending}
        problems={problems?.summary ?? []}
        onConfirm={() => void act()}
      />
    </>
  );
}
