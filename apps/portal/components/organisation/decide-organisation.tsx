"use client";

import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { ActButton } from "#components/account/act-button.tsx";
import { VerifyForm } from "./verify-form.tsx";

const T = {
  verify: { zh: "核验通过", en: "Verify" },
  verifySentence: { zh: "“{name}”将可以办理交易和登记事项，并收到通知。", en: "“{name}” may then trade and register, and will be told." },
  reject: { zh: "核验不通过", en: "Reject" },
  rejectHint: { zh: "将原样告知该单位，请写明哪一项不符、如何更正。", en: "Goes to the organisation as it stands: say what is wrong and how to correct it." },
  suspend: { zh: "暂停单位", en: "Suspend" },
  suspendHint: { zh: "该单位将立即不能办理交易和登记事项；原因将原样告知。", en: "The organisation can at once no longer trade or register; the reason goes to it as it stands." },
  reinstate: { zh: "恢复单位", en: "Reinstate" },
  reinstateSentence: { zh: "“{name}”将恢复办理交易和登记事项，并收到通知。", en: "“{name}” may trade and register again, and will be told." },
  reason: { zh: "原因", en: "Reason" },
} as const satisfies Record<string, Text>;

type Props = {
  readonly lang: Lang;
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: string; readonly divisionCode: string };
  readonly may: { readonly verify: boolean; readonly reject: boolean; readonly suspend: boolean; readonly reinstate: boolean };
};

/** What an administrator may decide about an organisation as it stands. */
export function DecideOrganisation({ lang, organisation, may }: Props) {
  const say = (text: Text): string => pick(lang, text);
  const url = `/api/v1/organisations/${organisation.id}`;
  const hasArea = ["REGISTRATION_OFFICE", "GOVERNMENT", "AUDIT"].includes(organisation.kind);
  return (
    <div className="flex flex-wrap gap-3">
      {may.verify && hasArea ? <VerifyForm lang={lang} url={`${url}/verify`} organisation={organisation} label={say(T.verify)} /> : null}
      {may.verify && !hasArea ? <ActButton lang={lang} url={`${url}/verify`} label={say(T.verify)} sentence={say(T.verifySentence).replace("{name}", organisation.name)} tone="primary" small={false} /> : null}
      {may.reject ? <WithReason lang={lang} url={`${url}/reject`} label={say(T.reject)} hint={say(T.rejectHint)} /> : null}
      {may.suspend ? <WithReason lang={lang} url={`${url}/suspend`} label={say(T.suspend)} hint={say(T.suspendHint)} /> : null}
      {may.reinstate ? <ActButton lang={lang} url={`${url}/reinstate`} label={say(T.reinstate)} sentence={say(T.reinstateSentence).replace("{name}", organisation.name)} tone="primary" small={false} /> : null}
    </div>
  );
}

function WithReason({ lang, url, label, hint }: { readonly lang: Lang; readonly url: string; readonly label: string; readonly hint: string }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  return (
    <>
      <Button tone="danger" onClick={() => setOpen(true)}>{label}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={label}>
        <MutationForm
          url={url}
          onDone={() => {
            setOpen(false);
            router.refresh();
          }}
        >
          {({ pending, errorOf }) => (
            <>
              <Textarea id="reason" label={pick(lang, T.reason)} hint={hint} rows={4} maxLength={500} error={errorOf("reason")} />
              <div><Button type="submit" tone="danger" pending={pending}>{label}</Button></div>
            </>
          )}
        </MutationForm>
      </Dialog>
    </>
  );
}
