"use client";

import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { F } from "./result-form-texts.ts";

export type WithdrawResultProps = {
  readonly lang: Lang;
  readonly resultId: string;
  readonly version: number;
  /** Saves what is still being typed, so that the version is the present one. */
  readonly flush: () => Promise<{ readonly version: number } | null>;
};

export function WithdrawResult({ lang, resultId, version, flush }: WithdrawResultProps) {
  const { submit, problems, pending } = useMutation(`/api/v1/results/${resultId}/withdraw`);
  const [reason, setReason] = useState("");
  const confirm = useConfirm();

  async function withdraw() {
    const saved = await flush();
    const outcome = await submit({ version: saved?.version ?? version, reason });
    if (outcome.ok) window.location.reload();
  }

  return (
    <>
      <Button tone="danger" wide onClick={confirm.ask}>{pick(lang, F.withdraw)}</Button>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={pick(lang, F.withdrawTitle)}
        tone="danger"
        binding={false}
        sentence={
          <span className="grid gap-4">
            <span>{pick(lang, F.withdrawText)}</span>
            <Textarea id="reason" rows={3} maxLength={500} label={pick(lang, F.reason)} value={reason} onChange={(event) => setReason(event.target.value)} error={problems?.fields["reason"]} />
          </span>
        }
        action={pick(lang, F.withdraw)}
        pending={pending}
        problems={problems?.summary ?? []}
        onConfirm={() => void withdraw()}
      />
    </>
  );
}
