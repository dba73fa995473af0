import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { ResetRequestForm } from "#components/account/reset-request-form.tsx";
import { readLang } from "#lang/read-lang.ts";

const TITLE: Text = { zh: "重设密码", en: "Reset the password" };
const INTRO: Text = { zh: "输入注册邮箱，我们会发送一个重设链接。", en: "Enter the e-mail address of your account; a link will be sent to it." };

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE), robots: { index: false }, referrer: "no-referrer" };
}

export default async function ResetPasswordPage({ params }: Props) {
  const lang = await readLang(params);
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, TITLE)} intro={pick(lang, INTRO)} />
      <ResetRequestForm lang={lang} />
    </div>
  );
}
