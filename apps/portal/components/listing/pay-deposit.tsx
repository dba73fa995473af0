"use client";

import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { formatYuan } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { I } from "./intent-texts.ts";

const LOOK_AGAIN_MS = 1_500;
const LOOKS = 20;

/** Pays at once where a simulated provider is there; then waits for the admission, which follows the money by itself. */
export function PayDeposit({ lang, depositId, amount }: { readonly lang: Lang; readonly depositId: string; readonly amount: string }) {
  const { submit, problems, pending } = useMutation(`/api/v1/deposits/${depositId}/pay`);
  const confirm = useConfirm();
  const label = fillText(pick(lang, I.payNow), { amount: formatYuan(amount) });

  async function pay() {
    const outcome = await submit({});
    if (outcome.ok) window.location.reload();
  }

  return (
    <>
      <Button tone="primary" wide onClick={confirm.ask}>{label}</Button>
      <ConfirmAct lang={lang} open={confirm.open} onClose={confirm.close} title={pick(lang, I.payDeposit)} sentence={pick(lang, I.payText)} amount={amount} action={label} binding={false} pending={pending} problems={problems?.summary ?? []} onConfirm={() => void pay()} />
    </>
  );
}

/** The money is there and the admission is on its way: looks again until it has come. */
export function AwaitAdmission({ lang }: { readonly lang: Lang }) {
  const router = useRouter();
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    if (looks >= LOOKS) return;
    const timer = setTimeout(() => {
      router.refresh();
      setLooks(looks + 1);
    }, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [looks, router]);
  return <p role="status" className="text-sm text-ink-soft">{pick(lang, I.paying)}</p>;
}
