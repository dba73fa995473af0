import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { ownPath } from "#lang/own-path.ts";
import { demoAccounts } from "./demo-accounts.ts";

const TITLE: Text = { zh: "登录", en: "Sign in" };
const INTRO: Text = { zh: "机构人员、主管部门和个人用同一个入口登录。", en: "Organisations, authorities and individuals all sign in here." };

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<{ readonly next?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE), robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const { next } = await searchParams;
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, TITLE)} intro={pick(lang, INTRO)} />
      <SignInForm lang={lang} returnTo={ownPath(next) ?? href(lang, "/desk")} demoAccounts={await demoAccounts(lang)} />
    </div>
  );
}
