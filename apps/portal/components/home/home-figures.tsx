import { StatFigure } from "@ttx/ui/stat-figure";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import type { HomeFigure } from "./home-data.ts";

const TITLE: Text = { zh: "今日市场", en: "The market today" };
const NONE: Text = { zh: "首份合同登记后，这里显示当日的登记合同、成交额和在售项目，并与前一日比较。", en: "Once the first contract is registered, today's contracts, turnover and open offers stand here, compared with the day before." };
const ALL: Text = { zh: "全部统计", en: "All statistics" };

export function HomeFigures({ lang, figures }: { readonly lang: Lang; readonly figures: readonly HomeFigure[] }) {
  return (
    <section aria-labelledby="today-title" className="grid content-start gap-4 border-line lg:border-l lg:pl-8">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="today-title" className="text-lg font-semibold">{pick(lang, TITLE)}</h2>
        <a href={href(lang, "/statistics")} className="link text-sm">{pick(lang, ALL)}</a>
      </div>
      {figures.length === 0 ? (
        <p className="text-sm text-ink-soft">{pick(lang, NONE)}</p>
      ) : (
        <dl className="grid grid-cols-2 gap-x-6 gap-y-5">
          {figures.map(({ key, ...figure }) => <StatFigure key={key} {...figure} />)}
        </dl>
      )}
    </section>
  );
}
