"use client";

import { Button } from "@ttx/ui/button";
import { CircleCheckIcon } from "@ttx/ui/icons/circle-check";
import { LinkButton } from "@ttx/ui/link-button";
import { Skeleton } from "@ttx/ui/skeleton";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { MutationForm } from "#client/mutation-form.tsx";
import { href } from "#lang/href.ts";
import { useLinkToken } from "./use-link-token.ts";

const T = {
  confirm: { zh: "确认邮箱", en: "Confirm the address" },
  confirming: { zh: "正在确认…", en: "Confirming…" },
  done: { zh: "邮箱已确认，可以代表单位办理业务", en: "Confirmed; you can act for your organisation now" },
  desk: { zh: "进入工作台", en: "Go to my desk" },
  none: { zh: "链接不完整。请从邮件中重新打开，或登录后在“账号与安全”中重新发送。", en: "The link is not complete. Open it from the mail again, or sign in and have it sent again from your account page." },
  account: { zh: "账号与安全", en: "Account and security" },
} as const satisfies Record<string, Text>;

/** Confirms the address by the link that was mailed; a press of the button, so that no program that follows links does it. */
export function ConfirmEmail({ lang }: { readonly lang: Lang }) {
  const token = useLinkToken();
  const say = (text: Text): string => pick(lang, text);
  if (token === "reading") return <Skeleton className="h-24 max-w-md" />;
  if (token === null) return <p>{say(T.none)} <a className="link" href={href(lang, "/desk/account")}>{say(T.account)}</a></p>;
  return (
    <MutationForm url="/api/v1/email-confirmations/use" toBody={() => ({ token })} className="grid max-w-md gap-5">
      {({ pending, done }) =>
        done === null ? (
          <div><Button type="submit" tone="primary" size="large" pending={pending} pendingText={say(T.confirming)}>{say(T.confirm)}</Button></div>
        ) : (
          <div role="status" className="grid gap-3 rounded border border-done-line bg-done-soft p-5">
            <p className="flex items-center gap-2 font-medium text-done"><CircleCheckIcon />{say(T.done)}</p>
            <div><LinkButton tone="primary" href={href(lang, "/desk")}>{say(T.desk)}</LinkButton></div>
          </div>
        )
      }
    </MutationForm>
  );
}
