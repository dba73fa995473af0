"use client";

import { REFUSAL_REASON_LABELS, REFUSAL_REASONS } from "@ttx/domain/negotiation/client";
import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { Select } from "@ttx/ui/select";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { R } from "./room-texts.ts";

export type RefuseActProps = {
  readonly lang: Lang;
  readonly url: string;
  readonly label: string;
  readonly sentence: string;
  /** A buyer chooses a reason from the list; a seller may just say something. */
  readonly withReason: boolean;
  /** Distinguishes the fields of several such acts on one page. */
  readonly idPrefix: string;
};

/** Says no, with the reason from the short list where a buyer says it. */
export function RefuseAct({ lang, url, label, sentence, withReason, idPrefix }: RefuseActProps) {
  const { submit, problems, pending } = useMutation(url);
  const [reason, setReason] = useState("");
  const [note, setNote] = useState("");
  const confirm = useConfirm();
  const router = useRouter();

  async function act() {
    const outcome = await submit({ ...(reason ? { reason } : {}), note });
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
            {withReason ? (
              <Select id={`${idPrefix}-reason`} label={pick(lang, R.reason)} hint={pick(lang, R.reasonHint)} empty={pick(lang, R.choose)} options={REFUSAL_REASONS.map((value) => ({ value, label: pick(lang, REFUSAL_REASON_LABELS[value]) }))} value={reason} onChange={(event) => setReason(event.target.value)} error={problems?.fields["reason"]} />
            ) : null}
            <Textarea id={`${idPrefix}-note`} rows={3} maxLength={1000} label={pick(lang, R.details)} optional={pick(lang, R.optional)} value={note} onChange={(event) => setNote(event.target.value)} error={problems?.fields["note"]} />
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
