import { searchSessions } from "@ttx/domain/auction";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { GavelIcon } from "@ttx/ui/icons/gavel";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { AUCTIONS } from "#components/auction/auction-texts.ts";
import { AuctionTabs, SESSIONS } from "#components/auction/auction-tabs.tsx";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

const T = {
  intro: { zh: "交易机构把若干标的编成专场，依次竞价。", en: "Exchanges put several lots together in a session, one after another." },
  lots: { zh: "{n} 件标的", en: "{n} lots" },
  none: { zh: "还没有专场", en: "No session yet" },
  noneText: { zh: "交易机构发布专场后列在这里；单个项目见“竞价项目”。", en: "Sessions stand here once an exchange publishes them; single lots are under “Lots”." },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), SESSIONS) };
}

export default async function SessionsPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const { cursor } = await searchParams;
  const page = await readPublic(searchSessions, { cursor: typeof cursor === "string" ? cursor : undefined });
  const say = (text: Text): string => pick(lang, text);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, "/auctions"), label: say(AUCTIONS) }]} title={say(SESSIONS)} intro={say(T.intro)} />
      <AuctionTabs lang={lang} here="/auctions/sessions" />
      {page.items.length === 0 ? (
        <EmptyState level={2} icon={<GavelIcon size={24} />} title={say(T.none)}>{say(T.noneText)}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {page.items.map(({ id, title, titleEn, venue, lotCount, startsAt, endsAt }) => (
            <li key={id} className="grid gap-1 p-4">
              <a href={href(lang, `/auctions/sessions/${id}`)} className="link-quiet font-medium" lang={lang === "en" && titleEn === null ? "zh-CN" : undefined}>{lang === "en" ? (titleEn ?? title) : title}</a>
              <p className="text-sm text-ink-soft">{nameIn(lang, venue)} · {say(T.lots).replace("{n}", String(lotCount))}</p>
              <p className="tabular text-sm text-ink-soft">{formatDateTime(startsAt, lang)} – {formatDateTime(endsAt, lang)}</p>
            </li>
          ))}
        </ul>
      )}
      <Pager lang={lang} {...(page.nextCursor === null ? {} : { nextHref: href(lang, "/auctions/sessions", { cursor: page.nextCursor }) })} />
    </div>
  );
}
