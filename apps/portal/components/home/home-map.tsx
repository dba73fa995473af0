import { ChinaMap } from "@ttx/ui/china-map";
import { Section } from "@ttx/ui/section";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import type { HomeMarket } from "./home-data.ts";

const TITLE: Text = { zh: "技术从哪里来，到哪里去", en: "Where technology comes from and goes to" };
const MORE: Text = { zh: "地区与流向", en: "Regions and flows" };
const RANK: Text = { zh: "输出技术前列", en: "Leading in output" };
const HEAD = { zh: ["地区", "输出技术成交额"], en: ["Region", "Value of technology sold"] } as const;
const NONE: Text = { zh: "无", en: "none" };
const EMPTY: Text = { zh: "有合同登记后，地图按地区显示成交额，并画出主要流向。", en: "Once contracts are registered, the map shows turnover by region and the main flows." };
const EMPTY_SENTENCE: Text = { zh: "各地区技术成交额", en: "Turnover by region" };
const OWN: Text = { zh: "本平台登记的技术合同", en: "Technology contracts registered on this platform" };
const YUAN: Text = { zh: "元", en: "yuan" };
const THIS_YEAR: Text = { zh: "本年", en: "this year" };

export function HomeMap({ lang, market }: { readonly lang: Lang; readonly market: HomeMarket | null }) {
  const ranked = (market?.areas ?? []).filter((area) => area.value > 0).sort((a, b) => b.value - a.value).slice(0, 10);
  return (
    <Section id="map" title={pick(lang, TITLE)} more={{ href: href(lang, "/statistics"), label: pick(lang, MORE) }}>
      <div className="grid gap-x-10 gap-y-6 rounded border border-line bg-surface p-4 md:p-6 lg:grid-cols-[1fr_18rem]">
        <ChinaMap
          lang={lang}
          sentence={market?.sentence ?? pick(lang, EMPTY_SENTENCE)}
          unit={market?.unit ?? pick(lang, YUAN)}
          period={market?.period ?? pick(lang, THIS_YEAR)}
          source={market?.source ?? pick(lang, OWN)}
          areas={market?.areas ?? []}
          flows={market?.flows}
          head={HEAD[lang]}
          legend={market ? { none: pick(lang, NONE), most: market.most } : undefined}
        />
        <div>
          <h3 className="mb-2 font-medium">{pick(lang, RANK)}</h3>
          {ranked.length === 0 ? (
            <p className="text-sm text-ink-soft">{pick(lang, EMPTY)}</p>
          ) : (
            <ol className="divide-y divide-line text-sm">
              {ranked.map((area, i) => (
                <li key={area.code} className="grid grid-cols-[1.75rem_1fr_auto] py-2">
                  <span className="tabular text-ink-faint">{i + 1}</span>
                  {area.href ? <a className="link-quiet" href={area.href}>{area.name}</a> : <span>{area.name}</span>}
                  <span className="tabular">{area.text}</span>
                </li>
              ))}
            </ol>
          )}
        </div>
      </div>
    </Section>
  );
}
