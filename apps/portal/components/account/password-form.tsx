"use client";

import { Button } from "@ttx/ui/button";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { NewPasswordInput } from "./password-input.tsx";

const T = {
  current: { zh: "当前密码", en: "Present password" },
  next: { zh: "新密码", en: "New password" },
  change: { zh: "修改密码", en: "Change the password" },
  changed: { zh: "密码已修改，其他设备已退出登录", en: "Changed; other devices were signed out" },
} as const satisfies Record<string, Text>;

/** Changes one's password; when it is done the form is empty again. */
export function PasswordForm({ lang }: { readonly lang: Lang }) {
  const router = useRouter();
  const [round, setRound] = useState(0);
  const say = (text: Text): string => pick(lang, text);
  return (
    <div className="grid max-w-md gap-3">
      <MutationForm
        key={round}
        url="/api/v1/me/password"
        method="PUT"
        onDone={() => {
          setRound(round + 1);
          router.refresh();
        }}
        className="grid gap-5"
      >
        {({ pending, errorOf }) => (
          <>
            <TextInput id="current" label={say(T.current)} type="password" autoComplete="current-password" error={errorOf("current")} />
            <NewPasswordInput lang={lang} id="next" label={say(T.next)} error={errorOf("next")} />
            <div><Button type="submit" pending={pending}>{say(T.change)}</Button></div>
          </>
        )}
      </MutationForm>
      <p role="status" className="text-sm text-done">{round > 0 ? say(T.changed) : ""}</p>
    </div>
  );
}
