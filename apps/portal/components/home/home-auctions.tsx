import { Countdown } from "@ttx/ui/countdown";
import { EmptyState } from "@ttx/ui/empty-state";
import { GavelIcon } from "@ttx/ui/icons/gavel";
import { Money } from "@ttx/ui/money";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import type { HomeAuction } from "./home-data.ts";

const TITLE: Text = { zh: "正在竞价与即将开始", en: "Auctions, live and soon" };
const MORE: Text = { zh: "全部竞价", en: "All auctions" };
const NONE: Text = { zh: "目前没有进行中或即将开始的竞价", en: "No auction is running or about to start" };
const NONE_TEXT: Text = { zh: "竞价公告发布后会列在这里，附起始价、开始时间和倒计时。已结束的竞价和每次出价都可以查到。", en: "Announced auctions stand here with starting price, time and countdown. Past auctions and every bid can be looked up." };
const PAST: Text = { zh: "查看已结束的竞价", en: "See past auctions" };
const BIDS: Text = { zh: "次出价", en: "bids" };

export function HomeAuctions({ lang, auctions, serverNow }: { readonly lang: Lang; readonly auctions: readonly HomeAuction[]; readonly serverNow: string }) {
  return (
    <Section id="auctions" title={pick(lang, TITLE)} more={{ href: href(lang, "/auctions"), label: pick(lang, MORE) }}>
      {auctions.length === 0 ? (
        <EmptyState icon={<GavelIcon size={24} />} title={pick(lang, NONE)} action={<a className="link" href={href(lang, "/auctions", { phase: "over" })}>{pick(lang, PAST)}</a>}>{pick(lang, NONE_TEXT)}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {auctions.map((auction) => (
            <li key={auction.id} className="grid gap-x-6 gap-y-2 p-4 sm:grid-cols-[1fr_auto]">
              <div className="grid min-w-0 content-start gap-1">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
                  <StatusTag tone={auction.state.tone}>{auction.state.word}</StatusTag>
                  <span>{auction.untilWord} <Countdown lang={lang} until={auction.until} serverNow={serverNow} className="font-medium text-ink" /></span>
                </div>
                <a href={auction.href} className="link-quiet leading-normal font-medium">{auction.title}</a>
                <p className="text-sm text-ink-soft">{auction.seller}</p>
              </div>
              <div className="sm:text-right">
                <p className="text-sm text-ink-soft">{auction.priceWord}</p>
                <p className="text-lg font-semibold"><Money amount={auction.price} lang={lang} as="readable" /></p>
                <p className="tabular text-sm text-ink-soft">{auction.bids} {pick(lang, BIDS)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
