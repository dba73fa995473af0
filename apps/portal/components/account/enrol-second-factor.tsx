"use client";

import { Button } from "@ttx/ui/button";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import dynamic from "next/dynamic";
import { useState } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

const QrCode = dynamic(() => import("./qr-code.tsx").then((module) => module.QrCode), { ssr: false, loading: () => <div className="size-52 rounded bg-sunken" /> });

const T = {
  begin: { zh: "第一步：确认是您本人", en: "Step 1: confirm that it is you" },
  password: { zh: "登录密码", en: "Your password" },
  next: { zh: "下一步", en: "Next" },
  scan: { zh: "第二步：用身份验证器扫描二维码", en: "Step 2: scan the QR code with an authenticator" },
  apps: { zh: "在手机上打开任一支持动态口令（TOTP）的身份验证器，扫描下面的二维码。", en: "Open any authenticator for one-time codes (TOTP) on your phone and scan the code below." },
  qr: { zh: "身份验证器二维码", en: "QR code for the authenticator" },
  secret: { zh: "不能扫描？手动输入密钥：", en: "Cannot scan? Type this key:" },
  code: { zh: "第三步：输入验证器显示的 6 位动态码", en: "Step 3: type the 6 digits it shows" },
  confirm: { zh: "启用身份验证器", en: "Set up the authenticator" },
  working: { zh: "正在启用…", en: "Setting up…" },
} as const satisfies Record<string, Text>;

type Offer = { readonly address: string; readonly secret: string; readonly ticket: string };
type Confirmed = { readonly recoveryCodes: readonly string[] };

/** Setting up an authenticator, question by question; at the end the recovery codes, once. */
export function EnrolSecondFactor({ lang, goOn }: { readonly lang: Lang; readonly goOn: string }) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const say = (text: Text): string => pick(lang, text);

  if (codes) return <RecoveryCodes lang={lang} codes={codes} onKept={() => window.location.assign(goOn)} />;
  if (!offer) {
    return (
      <section className="grid max-w-md gap-4">
        <h2 className="font-semibold">{say(T.begin)}</h2>
        <MutationForm<Offer> url="/api/v1/me/second-factor" onDone={setOffer} className="grid gap-5">
          {({ pending, errorOf }) => (
            <>
              <TextInput id="password" label={say(T.password)} type="password" autoComplete="current-password" error={errorOf("password")} />
              <div><Button type="submit" tone="primary" pending={pending}>{say(T.next)}</Button></div>
            </>
          )}
        </MutationForm>
      </section>
    );
  }
  return (
    <section className="grid max-w-md gap-5">
      <h2 className="font-semibold">{say(T.scan)}</h2>
      <p>{say(T.apps)}</p>
      <QrCode text={offer.address} label={say(T.qr)} />
      <p className="text-sm text-ink-soft">{say(T.secret)} <span className="tabular font-mono text-ink break-all">{offer.secret.match(/.{1,4}/g)?.join(" ")}</span></p>
      <MutationForm<Confirmed> url="/api/v1/me/second-factor/confirm" toBody={(data) => ({ ticket: offer.ticket, code: data.get("code") })} onDone={({ recoveryCodes }) => setCodes(recoveryCodes)} className="grid gap-5">
        {({ pending, errorOf }) => (
          <>
            <TextInput id="code" label={say(T.code)} inputMode="numeric" autoComplete="one-time-code" maxLength={7} className="tabular max-w-40 tracking-widest" error={errorOf("code")} />
            <div><Button type="submit" tone="primary" pending={pending} pendingText={say(T.working)}>{say(T.confirm)}</Button></div>
          </>
        )}
      </MutationForm>
    </section>
  );
}
