import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { NewPasswordForm } from "#components/account/new-password-form.tsx";
import { readLang } from "#lang/read-lang.ts";

const TITLE: Text = { zh: "设置新密码", en: "Set a new password" };
const INTRO: Text = { zh: "设置后，所有设备都会退出登录。", en: "All devices will be signed out." };

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE), robots: { index: false }, referrer: "no-referrer" };
}

export default async function NewPasswordPage({ params }: Props) {
  const lang = await readLang(params);
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, TITLE)} intro={pick(lang, INTRO)} />
      <NewPasswordForm lang={lang} />
    </div>
  );
}
