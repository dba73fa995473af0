"use client";

import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm, type ConfirmActProps } from "@ttx/ui/confirm-act";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import type { Method } from "#client/send.ts";
import { useMutation } from "#client/use-mutation.ts";
import type { Lang } from "@ttx/ui/text";

export type ConfirmedActProps = Pick<ConfirmActProps, "amount" | "binding"> & {
  readonly lang: Lang;
  readonly url: string;
  readonly method?: Method;
  readonly body?: unknown;
  readonly label: string;
  readonly sentence: ReactNode;
  readonly tone?: "primary" | "danger";
  readonly small?: boolean;
  /** Where to go once it is done; the same page, made anew, unless given. */
  readonly goTo?: string;
};

/** A binding act without a form: a button, one sentence with the amount, and the page as it is then. */
export function ConfirmedAct({ lang, url, method = "POST", body, label, sentence, amount, binding = true, tone = "primary", small = false, goTo }: ConfirmedActProps) {
  const { submit, problems, pending } = useMutation(url, { method });
  const confirm = useConfirm();
  const router = useRouter();

  async function act() {
    const outcome = await submit(body ?? {});
    if (!outcome.ok) return;
    confirm.close();
    if (goTo) router.push(goTo);
    else router.refresh();
  }

  return (
    <>
      <Button tone={tone} size={small ? "small" : "normal"} onClick={confirm.ask}>{label}</Button>
      <ConfirmAct
        lang={lang} open={confirm.open} onClose={confirm.close} title={label} sentence={sentence} amount={amount} action={label} tone={tone} binding={binding} pending={pending}
        problems={problems?.summary ?? []} onConfirm={() => void act()}
      />
    </>
  );
}
