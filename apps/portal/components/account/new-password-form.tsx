"use client";

import { Button } from "@ttx/ui/button";
import { CircleCheckIcon } from "@ttx/ui/icons/circle-check";
import { LinkButton } from "@ttx/ui/link-button";
import { Skeleton } from "@ttx/ui/skeleton";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { href } from "#lang/href.ts";
import { NewPasswordInput } from "./password-input.tsx";
import { useLinkToken } from "./use-link-token.ts";

const T = {
  password: { zh: "新密码", en: "New password" },
  set: { zh: "设置新密码", en: "Set the new password" },
  setting: { zh: "正在设置…", en: "Setting…" },
  done: { zh: "新密码已生效，所有设备已退出登录", en: "The new password is in force; all devices were signed out" },
  signIn: { zh: "用新密码登录", en: "Sign in with it" },
  none: { zh: "链接不完整。请从邮件中重新打开，或再申请一个链接。", en: "The link is not complete. Open it from the mail again, or ask for a new one." },
  again: { zh: "重新申请", en: "Ask for a new link" },
} as const satisfies Record<string, Text>;

/** Sets a new password by the link that was mailed. */
export function NewPasswordForm({ lang }: { readonly lang: Lang }) {
  const token = useLinkToken();
  const say = (text: Text): string => pick(lang, text);
  if (token === "reading") return <Skeleton className="h-40 max-w-md" />;
  if (token === null) return <p>{say(T.none)} <a className="link" href={href(lang, "/reset-password")}>{say(T.again)}</a></p>;
  return (
    <MutationForm url="/api/v1/password-resets/use" toBody={(data) => ({ ...formBody(data), token })} className="grid max-w-md gap-5">
      {({ pending, done, errorOf }) =>
        done === null ? (
          <>
            <NewPasswordInput lang={lang} id="password" label={say(T.password)} error={errorOf("password")} />
            <div><Button type="submit" tone="primary" pending={pending} pendingText={say(T.setting)}>{say(T.set)}</Button></div>
          </>
        ) : (
          <div role="status" className="grid gap-3 rounded border border-done-line bg-done-soft p-5">
            <p className="flex items-center gap-2 font-medium text-done"><CircleCheckIcon />{say(T.done)}</p>
            <div><LinkButton tone="primary" href={href(lang, "/sign-in")}>{say(T.signIn)}</LinkButton></div>
          </div>
        )
      }
    </MutationForm>
  );
}
