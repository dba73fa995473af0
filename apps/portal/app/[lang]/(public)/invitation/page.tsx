import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { InvitationCard } from "#components/account/invitation-card.tsx";
import { readLang } from "#lang/read-lang.ts";

const TITLE: Text = { zh: "加入单位", en: "Join an organisation" };
const INTRO: Text = { zh: "接受同事的邀请，在平台上共同办理业务。", en: "Accept a colleague's invitation and work together here." };

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE), robots: { index: false }, referrer: "no-referrer" };
}

export default async function InvitationPage({ params }: Props) {
  const lang = await readLang(params);
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, TITLE)} intro={pick(lang, INTRO)} />
      <InvitationCard lang={lang} />
    </div>
  );
}
