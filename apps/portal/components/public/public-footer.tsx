import { pick, type Lang, type Text } from "@ttx/ui/text";
import { NAME } from "#components/brand.tsx";
import { href } from "#lang/href.ts";

type Group = { readonly title: Text; readonly links: readonly { readonly place: `/${string}`; readonly label: Text }[] };

const GROUPS: readonly Group[] = [
  {
    title: { zh: "交易", en: "Trade" },
    links: [
      { place: "/results", label: { zh: "科技成果", en: "Technology results" } },
      { place: "/demands", label: { zh: "技术需求", en: "Technology demands" } },
      { place: "/listings", label: { zh: "挂牌项目", en: "Listings" } },
      { place: "/auctions", label: { zh: "竞价项目", en: "Auctions" } },
    ],
  },
  {
    title: { zh: "公开", en: "In public" },
    links: [
      { place: "/notices", label: { zh: "公示公告", en: "Notices" } },
      { place: "/awards", label: { zh: "成交结果公告", en: "Results of trading" } },
      { place: "/statistics", label: { zh: "市场统计", en: "Statistics" } },
      { place: "/verify", label: { zh: "验证凭证", en: "Verify a certificate" } },
    ],
  },
  {
    title: { zh: "使用", en: "Use" },
    links: [
      { place: "/rules", label: { zh: "交易规则与收费标准", en: "Rules and fees" } },
      { place: "/tax", label: { zh: "技术合同税收测算", en: "Taxes of contracts" } },
      { place: "/docs/api", label: { zh: "接口文档", en: "API documentation" } },
      { place: "/extensions", label: { zh: "特别延期公告", en: "Extraordinary extensions" } },
      { place: "/docs/seals", label: { zh: "留痕封存公告", en: "Audit seals" } },
    ],
  },
];
const TIME: Text = { zh: "所有时间均为北京时间", en: "All times are Beijing time (UTC+8)" };

export function PublicFooter({ lang }: { readonly lang: Lang }) {
  return (
    <footer className="mt-auto border-t border-line bg-surface">
      <div className="page-column grid gap-8 py-10 sm:grid-cols-[2fr_1fr_1fr_1fr]">
        <div className="text-sm text-ink-soft">
          <p className="font-medium text-ink">{pick(lang, NAME)}</p>
          <p>{pick(lang, TIME)}</p>
        </div>
        {GROUPS.map(({ title, links }) => (
          <nav key={title.en} aria-label={pick(lang, title)}>
            <p className="mb-1 text-sm font-medium">{pick(lang, title)}</p>
            <ul>
              {links.map(({ place, label }) => (
                <li key={place}><a href={href(lang, place)} className="link-quiet inline-block py-1 text-sm text-ink-soft">{pick(lang, label)}</a></li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
    </footer>
  );
}
