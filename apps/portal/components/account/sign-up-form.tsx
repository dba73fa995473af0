"use client";

import { Button } from "@ttx/ui/button";
import { CircleCheckIcon } from "@ttx/ui/icons/circle-check";
import { LinkButton } from "@ttx/ui/link-button";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { useRef, useState } from "react";
import { signIn } from "#client/auth.ts";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { OrganisationFields } from "#components/organisation/organisation-fields.tsx";
import type { PartyTypeOptions } from "#components/organisation/party-type-options.ts";
import { href } from "#lang/href.ts";
import { NewPasswordInput } from "./password-input.tsx";

const T = {
  organisation: { zh: "单位信息", en: "The organisation" },
  person: { zh: "您本人（单位管理员）", en: "Yourself, as its administrator" },
  name: { zh: "姓名", en: "Name" },
  email: { zh: "邮箱", en: "E-mail" },
  emailHint: { zh: "用于登录和接收通知。", en: "To sign in and to be told." },
  phone: { zh: "手机号", en: "Mobile number" },
  optional: { zh: "（选填，也可用于登录）", en: "(optional; you can sign in with it too)" },
  password: { zh: "登录密码", en: "Password" },
  send: { zh: "提交注册", en: "Sign up" },
  sending: { zh: "正在提交…", en: "Sending…" },
  done: { zh: "注册已提交，单位待核验", en: "Signed up; the organisation waits to be verified" },
  verifier: { zh: "{verifier}将核验单位信息。请先打开邮件中的链接确认邮箱；核验前可以邀请同事、准备材料，核验通过后即可办理交易，届时会通知您。", en: "{verifier} will verify the details. Open the link in the mail to confirm your address; you can then invite colleagues and prepare, and you will be told when you may trade." },
  nobody: { zh: "主管部门将核验单位信息。请先打开邮件中的链接确认邮箱；核验前可以邀请同事、准备材料，核验通过后即可办理交易，届时会通知您。", en: "The authority in charge will verify the details. Open the link in the mail to confirm your address; you can then invite colleagues and prepare, and you will be told when you may trade." },
  desk: { zh: "进入工作台", en: "Go to my desk" },
} as const satisfies Record<string, Text>;

type SignedUp = { readonly verifier: string | null };

/** An organisation and its first person, in one form; afterwards the person is signed in. */
export function SignUpForm({ lang, partyTypes }: { readonly lang: Lang; readonly partyTypes: PartyTypeOptions }) {
  const [done, setDone] = useState<SignedUp | null>(null);
  const say = (text: Text): string => pick(lang, text);
  const sent = useRef<FormData | null>(null);

  async function enter(value: SignedUp) {
    const outcome = await signIn({ identifier: String(sent.current?.get("person.email") ?? ""), password: String(sent.current?.get("person.password") ?? "") });
    if (!outcome.ok) window.location.assign(href(lang, "/sign-in"));
    else setDone(value);
  }

  if (done) {
    return (
      <div role="status" className="grid gap-4 rounded border border-done-line bg-done-soft p-5">
        <h2 className="flex items-center gap-2 font-semibold text-done"><CircleCheckIcon />{say(T.done)}</h2>
        <p className="prose-column">{done.verifier === null ? say(T.nobody) : say(T.verifier).replace("{verifier}", done.verifier)}</p>
        <div><LinkButton tone="primary" href={href(lang, "/desk")}>{say(T.desk)}</LinkButton></div>
      </div>
    );
  }
  return (
    <MutationForm<SignedUp>
      url="/api/v1/sign-ups"
      toBody={(data) => {
        sent.current = data;
        const body = formBody(data);
        const person = typeof body["person"] === "object" ? body["person"] : {};
        return { ...body, person: { ...person, language: lang } };
      }}
      onDone={(value) => void enter(value)}
      className="grid max-w-2xl gap-6"
    >
      {({ pending, errorOf }) => (
        <>
          <Panel title={say(T.organisation)}>
            <div className="grid gap-5"><OrganisationFields lang={lang} prefix="organisation." partyTypes={partyTypes} errorOf={errorOf} /></div>
          </Panel>
          <Panel title={say(T.person)}>
            <div className="grid gap-5">
              <TextInput id="person.name" label={say(T.name)} autoComplete="name" maxLength={50} error={errorOf("person.name")} />
              <TextInput id="person.email" label={say(T.email)} hint={say(T.emailHint)} type="email" autoComplete="email" error={errorOf("person.email")} />
              <TextInput id="person.phone" label={say(T.phone)} optional={say(T.optional)} type="tel" autoComplete="tel" error={errorOf("person.phone")} />
              <NewPasswordInput lang={lang} id="person.password" label={say(T.password)} error={errorOf("person.password")} />
            </div>
          </Panel>
          <div><Button type="submit" tone="primary" size="large" pending={pending} pendingText={say(T.sending)}>{say(T.send)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
