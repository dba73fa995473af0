"use client";

import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { Textarea } from "@ttx/ui/textarea";
import type { Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";

export type ReasonedActProps = { readonly lang: Lang; readonly url: string; readonly label: string; readonly sentence: string; readonly reasonLabel: string; /** Sent beside the reason. */ readonly body?: Readonly<Record<string, unknown>> };

/** An act that needs a reason and cannot be undone. */
export function ReasonedAct({ lang, url, label, sentence, reasonLabel, body }: ReasonedActProps) {
  const { submit, problems, pending } = useMutation(url);
  const [reason, setReason] = useState("");
  const confirm = useConfirm();
  const router = useRouter();

  async function act() {
    const outcome = await submit({ ...body, reason });
    if (!outcome.ok) return;
    confirm.close();
    router.refresh();
  }

  return (
    <>
      <Button tone="danger" size="small" onClick={confirm.ask}>{label}</Button>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={label}
        tone="danger"
        binding={false}
        sentence={
          <span className="grid gap-4">
            <span>{sentence}</span>
            <Textarea id="reason" rows={3} maxLength={500} label={reasonLabel} value={reason} onChange={(event) => setReason(event.target.value)} error={problems?.fields["reason"]} />
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
