"use client";

import { Button } from "@ttx/ui/button";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { useRef } from "react";
import { signIn } from "#client/auth.ts";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { href } from "#lang/href.ts";
import { NewPasswordInput } from "./password-input.tsx";

const T = {
  title: { zh: "设置您的账号", en: "Your account" },
  name: { zh: "姓名", en: "Name" },
  password: { zh: "登录密码", en: "Password" },
  accept: { zh: "接受邀请，加入单位", en: "Accept and join" },
  accepting: { zh: "正在加入…", en: "Joining…" },
} as const satisfies Record<string, Text>;

type Props = { readonly lang: Lang; readonly token: string };

/** For somebody who has an account and is signed in to it. */
export function AcceptSignedIn({ lang, token }: Props) {
  return (
    <MutationForm url="/api/v1/invitations/accept" toBody={() => ({ token })} onDone={() => window.location.assign(href(lang, "/desk/account"))}>
      {({ pending }) => <div><Button type="submit" tone="primary" pending={pending} pendingText={pick(lang, T.accepting)}>{pick(lang, T.accept)}</Button></div>}
    </MutationForm>
  );
}

/** For somebody new: an account is made for the invited address, and signed in to. */
export function AcceptAsNew({ lang, token, email }: Props & { readonly email: string }) {
  const password = useRef("");
  const say = (text: Text): string => pick(lang, text);

  async function enter() {
    const outcome = await signIn({ identifier: email, password: password.current });
    window.location.assign(href(lang, outcome.ok ? "/desk" : "/sign-in"));
  }

  return (
    <Panel title={say(T.title)}>
      <MutationForm
        url="/api/v1/invitations/accept"
        toBody={(data) => {
          password.current = String(data.get("password") ?? "");
          return { ...formBody(data), token, language: lang };
        }}
        onDone={() => void enter()}
        className="grid gap-5"
      >
        {({ pending, errorOf }) => (
          <>
            <TextInput id="name" label={say(T.name)} autoComplete="name" maxLength={50} error={errorOf("name")} />
            <NewPasswordInput lang={lang} id="password" label={say(T.password)} error={errorOf("password")} />
            <div><Button type="submit" tone="primary" pending={pending} pendingText={say(T.accepting)}>{say(T.accept)}</Button></div>
          </>
        )}
      </MutationForm>
    </Panel>
  );
}
