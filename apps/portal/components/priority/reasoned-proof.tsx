"use client";

import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { Q } from "./priority-texts.ts";

/** Records what a holder answered, with its proof. */
export function ReasonedProof({ lang, rightId, answer }: { readonly lang: Lang; readonly rightId: string; readonly answer: "exercise" | "waive" }) {
  const { submit, problems, pending } = useMutation(`/api/v1/priority-rights/${rightId}/answer`);
  const [proof, setProof] = useState("");
  const confirm = useConfirm();
  const router = useRouter();
  const label = pick(lang, Q[answer]);
  const id = `${rightId}-${answer}-proof`;

  async function act() {
    const outcome = await submit({ answer, proof });
    if (!outcome.ok) return;
    confirm.close();
    router.refresh();
  }

  return (
    <>
      <Button size="small" onClick={confirm.ask}>{label}</Button>
      <ConfirmAct
        lang={lang} open={confirm.open} onClose={confirm.close} title={label} binding={false} action={label} pending={pending} problems={problems?.summary ?? []} onConfirm={() => void act()}
        sentence={
          <span className="grid gap-4">
            <span>{pick(lang, answer === "exercise" ? Q.exerciseText : Q.waiveText)}</span>
            <Textarea id={id} rows={2} maxLength={500} label={pick(lang, Q.proof)} value={proof} onChange={(event) => setProof(event.target.value)} error={problems?.fields["proof"]} />
          </span>
        }
      />
    </>
  );
}
