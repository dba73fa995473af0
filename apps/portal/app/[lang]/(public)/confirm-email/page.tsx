import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { ConfirmEmail } from "#components/account/confirm-email.tsx";
import { readLang } from "#lang/read-lang.ts";

const TITLE: Text = { zh: "确认邮箱", en: "Confirm your e-mail address" };
const INTRO: Text = { zh: "确认邮箱属于您本人，之后即可代表单位办理业务。", en: "Show that the address is yours; after that you can act for your organisation." };

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE), robots: { index: false }, referrer: "no-referrer" };
}

export default async function ConfirmEmailPage({ params }: Props) {
  const lang = await readLang(params);
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, TITLE)} intro={pick(lang, INTRO)} />
      <ConfirmEmail lang={lang} />
    </div>
  );
}
