import { searchAuctions } from "@ttx/domain/auction";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import { EmptyState } from "@ttx/ui/empty-state";
import { GavelIcon } from "@ttx/ui/icons/gavel";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { AUCTIONS, PHASES } from "#components/auction/auction-texts.ts";
import { AuctionTabs } from "#components/auction/auction-tabs.tsx";
import { LotCard } from "#components/auction/lot-card.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";
import { serverNow } from "#runtime/server-now.ts";

const INTRO: Text = {
  zh: "竞价由交易机构主持，每次出价按服务器收到的先后排定唯一顺序并逐条链接。结束后任何人都可以重放记录，核验成交人、成交价和截止时间。",
  en: "Auctions are hosted by exchanges. Every bid has one place in one order, linked bid by bid; afterwards anyone can replay the log and check winner, price and end.",
};
const PHASE: Text = { zh: "竞价阶段", en: "Phase" };
const NONE: Record<keyof typeof PHASES, Text> = {
  live: { zh: "目前没有正在进行的竞价", en: "No auction is running now" },
  soon: { zh: "目前没有已公告、待开始的竞价", en: "No auction is announced at the moment" },
  over: { zh: "还没有已结束的竞价", en: "No auction has ended yet" },
};
const NONE_TEXT: Text = { zh: "挂牌公告期满、有两家以上合格意向受让方时转入竞价，届时列在这里。", en: "A listing with two or more qualified buyers at the end of its period goes to auction and then stands here." };

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), AUCTIONS) };
}

export default async function AuctionsPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const asked = await searchParams;
  const phase = asked["phase"] === "soon" || asked["phase"] === "over" ? asked["phase"] : "live";
  const cursor = typeof asked["cursor"] === "string" ? asked["cursor"] : undefined;
  const [page, now] = await Promise.all([
    read(deps(), searchAuctions, ANONYMOUS, { phase, cursor }),
    serverNow(),
  ]);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, AUCTIONS)} intro={pick(lang, INTRO)} />
      <AuctionTabs lang={lang} here="/auctions" />
      <Tabs
        label={pick(lang, PHASE)}
        tabs={(Object.keys(PHASES) as (keyof typeof PHASES)[]).map((key) => ({
          href: href(lang, "/auctions", { phase: key === "live" ? undefined : key }),
          label: pick(lang, PHASES[key]),
          current: key === phase,
        }))}
      />
      {page.items.length === 0 ? (
        <EmptyState level={2} icon={<GavelIcon size={24} />} title={pick(lang, NONE[phase])}>{pick(lang, NONE_TEXT)}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {page.items.map((lot) => <LotCard key={lot.id} lang={lang} lot={lot} serverNow={now} />)}
        </ul>
      )}
      <Pager
        lang={lang}
        {...(cursor === undefined ? {} : { prevHref: href(lang, "/auctions", { phase }) })}
        {...(page.nextCursor === null ? {} : { nextHref: href(lang, "/auctions", { phase, cursor: page.nextCursor }) })}
      />
    </div>
  );
}
