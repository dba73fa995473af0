import { EmptyState } from "@ttx/ui/empty-state";
import { GavelIcon } from "@ttx/ui/icons/gavel";
import { Section } from "@ttx/ui/section";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { LotCard, type LotCardData } from "#components/auction/lot-card.tsx";
import { href } from "#lang/href.ts";

const TITLE: Text = { zh: "正在竞价与即将开始", en: "Auctions, live and soon" };
const MORE: Text = { zh: "全部竞价", en: "All auctions" };
const NONE: Text = { zh: "目前没有进行中或即将开始的竞价", en: "No auction is running or about to start" };
const NONE_TEXT: Text = { zh: "竞价公告发布后会列在这里，附起始价、开始时间和倒计时。已结束的竞价和每次出价都可以查到。", en: "Announced auctions stand here with starting price, time and countdown. Past auctions and every bid can be looked up." };
const PAST: Text = { zh: "查看已结束的竞价", en: "See past auctions" };

export function HomeAuctions({ lang, auctions, serverNow }: { readonly lang: Lang; readonly auctions: readonly LotCardData[]; readonly serverNow: string }) {
  return (
    <Section id="auctions" title={pick(lang, TITLE)} more={{ href: href(lang, "/auctions"), label: pick(lang, MORE) }}>
      {auctions.length === 0 ? (
        <EmptyState icon={<GavelIcon size={24} />} title={pick(lang, NONE)} action={<a className="link" href={href(lang, "/auctions", { phase: "over" })}>{pick(lang, PAST)}</a>}>{pick(lang, NONE_TEXT)}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {auctions.map((lot) => <LotCard key={lot.id} lang={lang} lot={lot} serverNow={new Date(serverNow)} />)}
        </ul>
      )}
    </Section>
  );
}
