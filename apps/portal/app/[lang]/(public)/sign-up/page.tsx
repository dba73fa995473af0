import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { SignUpForm } from "#components/account/sign-up-form.tsx";
import { partyTypeOptions } from "#components/organisation/party-type-options.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";

const TITLE: Text = { zh: "单位注册", en: "Sign up" };
const INTRO: Text = {
  zh: "单位的第一位成员在此注册，成为单位管理员，之后可以邀请同事。单位信息由所在地主管部门核验后，方可办理交易。",
  en: "The first member of an organisation signs up here, administers it and invites colleagues. It may trade once the authority of its place has verified it.",
};
const INVITED: Text = { zh: "单位已经注册？请联系本单位管理员发送邀请。已有账号？", en: "Is the organisation here already? Ask its administrator to invite you. Have an account?" };
const SIGN_IN: Text = { zh: "登录", en: "Sign in" };

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE), robots: { index: false } };
}

export default async function SignUpPage({ params }: Props) {
  const lang = await readLang(params);
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, TITLE)} intro={pick(lang, INTRO)} />
      <p className="text-ink-soft">{pick(lang, INVITED)} <a className="link" href={href(lang, "/sign-in")}>{pick(lang, SIGN_IN)}</a></p>
      <SignUpForm lang={lang} partyTypes={partyTypeOptions(lang)} />
    </div>
  );
}
