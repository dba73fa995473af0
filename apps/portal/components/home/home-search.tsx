import { Button } from "@ttx/ui/button";
import { SearchIcon } from "@ttx/ui/icons/search";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { SuggestedInput } from "#components/search/suggested-input.tsx";
import { href } from "#lang/href.ts";

const TITLE: Text = { zh: "找技术、找需求、公开交易", en: "Find technology, find demand, trade in the open" };
const INTRO: Text = {
  zh: "全国的科技成果、技术需求与竞价在一处查找；挂牌、竞价、公示和合同登记的每一步都能查到。",
  en: "Results, demands and auctions from all of China in one place. Every step of listing, bidding, notice and registration can be seen.",
};
const LABEL: Text = { zh: "技术名称、领域、单位或编号", en: "A technology, a field, an organisation or a number" };
const SAMPLE: Text = { zh: "例如：钒钛、固态电池、浙江大学", en: "For example: solid-state battery, Zhejiang University" };
const KIND: Text = { zh: "查找范围", en: "Search in" };
const GO: Text = { zh: "搜索", en: "Search" };
const KINDS = [
  { value: "", label: { zh: "全部", en: "Everything" } },
  { value: "results", label: { zh: "科技成果", en: "Results" } },
  { value: "demands", label: { zh: "技术需求", en: "Demands" } },
  { value: "auctions", label: { zh: "竞价", en: "Auctions" } },
] as const satisfies readonly { readonly value: string; readonly label: Text }[];

/** One search box over results, demands and auctions. */
export function HomeSearch({ lang }: { readonly lang: Lang }) {
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <h1 className="text-xl font-semibold break-keep sm:text-2xl">{pick(lang, TITLE)}</h1>
        <p className="prose-column text-ink-soft">{pick(lang, INTRO)}</p>
      </div>
      <form role="search" action={href(lang, "/search")} className="grid gap-3">
        <label htmlFor="home-q" className="font-medium">{pick(lang, LABEL)}</label>
        <div className="flex max-w-2xl">
          <SuggestedInput id="home-q" lang={lang} maxLength={60} placeholder={pick(lang, SAMPLE)} className="control min-h-13 min-w-0 flex-1 rounded-r-none" />
          <Button type="submit" tone="primary" className="min-h-13 rounded-l-none px-5" icon={<SearchIcon />}>{pick(lang, GO)}</Button>
        </div>
        <fieldset className="flex flex-wrap gap-x-6">
          <legend className="sr-only">{pick(lang, KIND)}</legend>
          {KINDS.map(({ value, label }) => (
            <label key={value} className="flex min-h-10 items-center gap-2">
              <input type="radio" name="kind" value={value} defaultChecked={value === ""} className="size-5" />
              {pick(lang, label)}
            </label>
          ))}
        </fieldset>
      </form>
    </div>
  );
}
