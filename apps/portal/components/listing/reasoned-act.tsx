"use client";

import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";

const REASON: Text = { zh: "理由", en: "Reason" };

export type ReasonedActProps = {
  readonly lang: Lang;
  readonly url: string;
  /** What the button says and the dialog is called. */
  readonly label: string;
  readonly sentence: string;
  readonly tone?: "primary" | "danger";
  readonly wide?: boolean;
  readonly hint?: string;
};

/** An act that is done with reasons in writing: they are told to those it concerns. */
export function ReasonedAct({ lang, url, label, sentence, tone = "danger", wide = false, hint }: ReasonedActProps) {
  const { submit, problems, pending } = useMutation(url);
  const [reason, setReason] = useState("");
  const confirm = useConfirm();

  async function act() {
    const outcome = await submit({ reason });
    if (outcome.ok) window.location.reload();
  }

  return (
    <>
      <Button tone={tone === "danger" ? "secondary" : tone} wide={wide} onClick={confirm.ask}>{label}</Button>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={label}
        tone={tone}
        binding={false}
        sentence={
          <span className="grid gap-4">
            <span>{sentence}</span>
            <Textarea id={`reason-${url.split("/").at(-1)}`} rows={3} maxLength={1000} label={pick(lang, REASON)} hint={hint} value={reason} onChange={(event) => setReason(event.target.value)} error={problems?.fields["reason"]} />
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
