"use client";

import { Button } from "@ttx/ui/button";
import { ErrorSummary, type SummaryItem } from "@ttx/ui/error-summary";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { signIn as signInByApi, type Credentials, type SignInOutcome } from "#client/auth.ts";
import { href } from "#lang/href.ts";
import { DemoAccounts, type DemoAccount } from "./demo-accounts.tsx";
import { refusalText } from "./sign-in-texts.ts";
import { useDemoCodes } from "./use-demo-codes.ts";

const IDENTIFIER: Text = { zh: "手机号或邮箱", en: "Phone or e-mail" };
const PASSWORD: Text = { zh: "密码", en: "Password" };
const FORGOT: Text = { zh: "忘记密码", en: "Forgot the password" };
const CODE: Text = { zh: "动态验证码", en: "Authentication code" };
const CODE_HINT: Text = { zh: "打开身份验证器，输入 6 位数字；没有手机时可输入一个恢复码。", en: "Open your authenticator and type the 6 digits, or use a recovery code." };
const GO: Text = { zh: "登录", en: "Sign in" };
const VERIFY: Text = { zh: "验证并登录", en: "Verify and sign in" };
const GOING: Text = { zh: "正在登录…", en: "Signing in…" };
const OTHER: Text = { zh: "换一个账号", en: "Use another account" };
const MISSING_ID: Text = { zh: "请输入手机号或邮箱", en: "Type your phone number or e-mail address" };
const MISSING_PASSWORD: Text = { zh: "请输入密码", en: "Type your password" };
const MISSING_CODE: Text = { zh: "请输入验证码", en: "Type the code" };
const NO_ACCOUNT: Text = { zh: "还没有账号？", en: "No account yet?" };
const SIGN_UP: Text = { zh: "注册", en: "Sign up" };
const TITLE: Text = { zh: "未能登录", en: "Not signed in" };

export type SignInFormProps = {
  readonly lang: Lang;
  /** Where to go afterwards; a path of this site. */
  readonly returnTo: string;
  readonly demoAccounts: readonly DemoAccount[];
  readonly signIn?: (credentials: Credentials) => Promise<SignInOutcome>;
};

/** Identifier and password, then a code for those whose role asks for one. */
export function SignInForm({ lang, returnTo, demoAccounts, signIn = signInByApi }: SignInFormProps) {
  const [identifier, setIdentifier] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [step, setStep] = useState<"password" | "code">("password");
  const [pending, setPending] = useState(false);
  const [problems, setProblems] = useState<readonly SummaryItem[]>([]);
  const codes = useDemoCodes(demoAccounts);
  const codeBox = useRef<HTMLDivElement>(null);
  const errorOf = (id: string) => problems.find((item) => item.fieldId === id)?.message;

  useEffect(() => {
    if (step === "code") codeBox.current?.querySelector("input")?.focus();
  }, [step]);

  function missing(): SummaryItem[] {
    if (step === "code") return code.trim() ? [] : [{ fieldId: "code", message: pick(lang, MISSING_CODE) }];
    return [...(identifier.trim() ? [] : [{ fieldId: "identifier", message: pick(lang, MISSING_ID) }]), ...(password ? [] : [{ fieldId: "password", message: pick(lang, MISSING_PASSWORD) }])];
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const gaps = missing();
    setProblems(gaps);
    if (gaps.length > 0 || pending) return;
    setPending(true);
    const outcome = await signIn({ identifier: identifier.trim(), password, code: step === "code" ? code.replace(/\s/g, "") : undefined });
    if (outcome.ok) {
      window.location.assign(returnTo);
      return;
    }
    setPending(false);
    if (outcome.code === "SECOND_FACTOR_CODE_NEEDED") {
      setCode(codes.get(identifier.trim()) ?? "");
      setStep("code");
    } else setProblems([{ message: refusalText(lang, outcome.code, outcome.detail), fieldId: outcome.code === "SECOND_FACTOR_CODE_WRONG" ? "code" : undefined }]);
  }

  function startAgain() {
    setStep("password");
    setCode("");
    setProblems([]);
  }

  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] lg:gap-16">
      <form noValidate onSubmit={(event) => void onSubmit(event)} className="grid content-start gap-5">
        <ErrorSummary lang={lang} title={pick(lang, TITLE)} items={problems} />
        {step === "password" ? (
          <>
            <TextInput id="identifier" label={pick(lang, IDENTIFIER)} autoComplete="username" inputMode="email" value={identifier} onChange={(event) => setIdentifier(event.target.value)} error={errorOf("identifier")} />
            <TextInput id="password" type="password" label={pick(lang, PASSWORD)} autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} error={errorOf("password")} />
            <p className="-mt-3 text-sm"><a className="link" href={href(lang, "/reset-password")}>{pick(lang, FORGOT)}</a></p>
          </>
        ) : (
          <div ref={codeBox} className="grid gap-4">
            <p className="text-ink-soft">{identifier}</p>
            <TextInput id="code" label={pick(lang, CODE)} hint={pick(lang, CODE_HINT)} autoComplete="one-time-code" inputMode="numeric" maxLength={24} value={code} onChange={(event) => setCode(event.target.value)} error={errorOf("code")} className="tabular max-w-56 tracking-widest" />
          </div>
        )}
        <Button type="submit" tone="primary" wide pending={pending} pendingText={pick(lang, GOING)}>{pick(lang, step === "code" ? VERIFY : GO)}</Button>
        {step === "code" ? (
          <Button tone="plain" onClick={startAgain}>{pick(lang, OTHER)}</Button>
        ) : (
          <p className="text-ink-soft">{pick(lang, NO_ACCOUNT)} <a className="link" href={href(lang, "/sign-up")}>{pick(lang, SIGN_UP)}</a></p>
        )}
      </form>
      {demoAccounts.length > 0 ? (
        <DemoAccounts
          lang={lang}
          accounts={demoAccounts}
          codes={codes}
          onChoose={(account) => {
            startAgain();
            setIdentifier(account.identifier);
            setPassword(account.password);
          }}
        />
      ) : null}
    </div>
  );
}
