"use client";

import type { Role } from "@ttx/domain/shared/roles";
import { Button } from "@ttx/ui/button";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { useState } from "react";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { RoleCheckboxes } from "./role-checkboxes.tsx";

const T = {
  email: { zh: "同事的邮箱", en: "Your colleague's e-mail address" },
  hint: { zh: "对方会收到一封邮件，7 天内打开其中的链接即可加入。再次邀请同一邮箱，原链接作废。", en: "A mail goes out; its link lets your colleague join within 7 days. Inviting the same address again voids the earlier link." },
  send: { zh: "发送邀请", en: "Send the invitation" },
  sent: { zh: "邀请已发送至 {email}", en: "The invitation is on its way to {email}" },
} as const satisfies Record<string, Text>;

export function InviteForm({ lang, possibleRoles }: { readonly lang: Lang; readonly possibleRoles: readonly Role[] }) {
  const [sent, setSent] = useState<readonly string[]>([]);
  const say = (text: Text): string => pick(lang, text);
  return (
    <div className="grid max-w-xl gap-3">
      <MutationForm<{ email: string }>
        key={sent.length}
        url="/api/v1/invitations"
        toBody={(data) => ({ roles: [], ...formBody(data) })}
        onDone={({ email }) => setSent([...sent, email])}
        className="grid gap-5"
      >
        {({ pending, errorOf }) => (
          <>
            <TextInput id="email" label={say(T.email)} hint={say(T.hint)} type="email" autoComplete="off" error={errorOf("email")} />
            <RoleCheckboxes lang={lang} id="roles" roles={possibleRoles} error={errorOf("roles")} />
            <div><Button type="submit" tone="primary" pending={pending}>{say(T.send)}</Button></div>
          </>
        )}
      </MutationForm>
      <p role="status" className="text-sm text-done">{sent.length > 0 ? say(T.sent).replace("{email}", sent.at(-1) ?? "") : ""}</p>
    </div>
  );
}
