"use client";

import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Select } from "@ttx/ui/select";
import { Textarea } from "@ttx/ui/textarea";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";

const T = {
  verdict: { zh: "结论", en: "Decision" },
  ANNULLED: { zh: "撤销：退还保证金，已成交的一并撤销", en: "Annul: deposits go back, a deal is annulled with it" },
  REJECTED: { zh: "不予撤销", en: "Reject the proposal" },
  note: { zh: "复核意见", en: "Your reasons" },
  submit: { zh: "提交复核结论", en: "Submit the decision" },
  annulText: { zh: "本场竞价及其结果将被撤销：保证金按规则退还，由此成交的项目一并撤销，不能恢复。", en: "The auction and its result will be annulled: deposits go back by the rules, a deal that rests on it is annulled with it, and nothing of this can be undone." },
  rejectText: { zh: "撤销提请将被驳回，竞价及其结果不变。", en: "The proposal will be rejected; the auction and its result stand." },
} as const satisfies Record<string, Text>;

type Verdict = "ANNULLED" | "REJECTED";

/** The second person decides; what follows is said once more before it happens. */
export function DecideAnnulment({ lang, annulmentId, onDone }: { readonly lang: Lang; readonly annulmentId: string; readonly onDone: () => void }) {
  const { submit, problems, pending, reset } = useMutation(`/api/v1/annulments/${annulmentId}/decision`);
  const confirm = useConfirm(reset);
  const [decision, setDecision] = useState<Verdict>("REJECTED");
  const [note, setNote] = useState("");
  const say = (text: Text): string => pick(lang, text);

  async function send() {
    const outcome = await submit({ decision, note });
    if (!outcome.ok) return;
    confirm.close();
    onDone();
  }

  return (
    <div className="grid gap-4">
      <Select id="decision" label={say(T.verdict)} value={decision} onChange={(event) => setDecision(event.target.value as Verdict)} options={(["REJECTED", "ANNULLED"] as const).map((value) => ({ value, label: say(T[value]) }))} />
      <Textarea id="note" rows={3} maxLength={2000} label={say(T.note)} error={problems?.fields["note"]} value={note} onChange={(event) => setNote(event.target.value)} />
      <Button
        tone={decision === "ANNULLED" ? "danger" : "primary"}
        disabled={note.trim() === ""}
        onClick={confirm.ask}
      >
        {say(T.submit)}
      </Button>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={say(T.submit)}
        sentence={say(decision === "ANNULLED" ? T.annulText : T.rejectText)}
        action={say(T.submit)}
        tone={decision === "ANNULLED" ? "danger" : "primary"}
        pending={pending}
        problems={problems?.summary ?? []}
        onConfirm={() => void send()}
      />
    </div>
  );
}
