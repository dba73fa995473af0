import { readSession } from "@ttx/domain/auction";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { cache } from "react";
import { AUCTIONS } from "#components/auction/auction-texts.ts";
import { SESSIONS } from "#components/auction/auction-tabs.tsx";
import { LotCard } from "#components/auction/lot-card.tsx";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";
import { serverNow } from "#runtime/server-now.ts";

const INTRO: Text = { zh: "主持机构：{venue}。共 {n} 件标的，依次竞价；各标的的规则和时间以其公告为准。", en: "Hosted by {venue}. {n} lots, one after another; each by the rules and times of its own announcement." };
const LOTS: Text = { zh: "标的目录", en: "Catalogue" };

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

const sessionOf = cache((sessionId: string) => readPublic(readSession, { sessionId }));
const titleOf = (lang: Lang, { title, titleEn }: { readonly title: string; readonly titleEn: string | null }): string => (lang === "en" ? (titleEn ?? title) : title);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOf(await readLang(params), await sessionOf((await params).id)) };
}

export default async function SessionPage({ params }: Props) {
  const lang = await readLang(params);
  const [session, now] = await Promise.all([sessionOf((await params).id), serverNow()]);
  const say = (text: Text): string => pick(lang, text);
  const venue = nameIn(lang, session.venue);
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/auctions"), label: say(AUCTIONS) }, { href: href(lang, "/auctions/sessions"), label: say(SESSIONS) }]}
        title={titleOf(lang, session)}
        intro={say(INTRO).replace("{venue}", venue).replace("{n}", String(session.lots.length))}
      />
      <section aria-labelledby="catalogue" className="grid gap-3">
        <h2 id="catalogue" className="text-lg font-semibold">{say(LOTS)}</h2>
        <ol className="divide-y divide-line rounded border border-line bg-surface">
          {session.lots.map((lot) => <LotCard key={lot.id} lang={lang} lot={lot} serverNow={now} />)}
        </ol>
      </section>
    </div>
  );
}
