"use client";

import { Button } from "@ttx/ui/button";
import { CircleCheckIcon } from "@ttx/ui/icons/circle-check";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { MutationForm } from "#client/mutation-form.tsx";

const T = {
  email: { zh: "注册邮箱", en: "E-mail address of the account" },
  send: { zh: "发送重设链接", en: "Send the link" },
  sending: { zh: "正在发送…", en: "Sending…" },
  sent: { zh: "如果该邮箱已注册，重设链接已发出，请查收邮件", en: "If there is an account with this address, the link is on its way" },
  sentText: { zh: "链接 1 小时内有效，只能使用一次。没有收到？请查看垃圾邮件，或稍后再试。", en: "It works once, within one hour. Nothing there? Look among the junk, or try again later." },
} as const satisfies Record<string, Text>;

/** Asks for a link to set a new password; the answer does not tell whether there is such an account. */
export function ResetRequestForm({ lang }: { readonly lang: Lang }) {
  const say = (text: Text): string => pick(lang, text);
  return (
    <MutationForm url="/api/v1/password-resets" className="grid max-w-md gap-5">
      {({ pending, done, errorOf }) =>
        done === null ? (
          <>
            <TextInput id="email" label={say(T.email)} type="email" autoComplete="email" error={errorOf("email")} />
            <div><Button type="submit" tone="primary" pending={pending} pendingText={say(T.sending)}>{say(T.send)}</Button></div>
          </>
        ) : (
          <div role="status" className="grid gap-1 rounded border border-done-line bg-done-soft p-5">
            <p className="flex items-start gap-2 font-medium text-done"><CircleCheckIcon className="mt-1" />{say(T.sent)}</p>
            <p className="text-sm">{say(T.sentText)}</p>
          </div>
        )
      }
    </MutationForm>
  );
}
