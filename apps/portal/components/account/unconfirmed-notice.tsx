"use client";

import { Button } from "@ttx/ui/button";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";

const T = {
  title: { zh: "请先确认邮箱", en: "Please confirm your address first" },
  text: { zh: "确认邮件已发往 {email}。打开其中的链接后，即可代表单位办理业务。", en: "A mail is on its way to {email}. Open the link in it; after that you can act for your organisation." },
  again: { zh: "重新发送", en: "Send it again" },
  sent: { zh: "已重新发送，请查收。", en: "Sent again; please look for it." },
} as const satisfies Record<string, Text>;

/** Why the desk is still empty after signing up, and what to do. */
export function UnconfirmedNotice({ lang, email }: { readonly lang: Lang; readonly email: string }) {
  const [sent, setSent] = useState(false);
  const { submit, problems, pending } = useMutation("/api/v1/email-confirmations");
  const say = (text: Text): string => pick(lang, text);
  return (
    <section aria-label={say(T.title)} className="mb-6 grid gap-3 rounded border border-due-line bg-due-soft p-4">
      <p className="font-medium">{say(T.title)}</p>
      <p>{say(T.text).replace("{email}", email)}</p>
      <ErrorSummary lang={lang} items={problems?.summary ?? []} />
      {sent ? <p role="status">{say(T.sent)}</p> : <div><Button size="small" pending={pending} onClick={() => void submit({}).then(({ ok }) => setSent(ok))}>{say(T.again)}</Button></div>}
    </section>
  );
}
