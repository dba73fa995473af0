import type { FoundDemand } from "@ttx/domain/demand";
import { codeLabel, provinceLabel } from "@ttx/domain/reference";
import { formatDay } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Marked } from "#components/search/marked.tsx";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";

const BUDGET: Text = { zh: "预算", en: "Budget" };
const OPEN_BUDGET: Text = { zh: "预算面议", en: "Budget open" };
const UNTIL: Text = { zh: "截止", en: "until" };
const OPEN_ENDED: Text = { zh: "长期征集", en: "no deadline" };

/** A demand in a list: what is wanted, by whom, until when, for how much. */
export function DemandCard({ lang, demand, level = 2 }: { readonly lang: Lang; readonly demand: FoundDemand; readonly level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  const place = pick(lang, provinceLabel(demand.divisionCode));
  const until = demand.deadlineOn === null ? pick(lang, OPEN_ENDED) : lang === "zh" ? `${formatDay(demand.deadlineOn, lang)}${pick(lang, UNTIL)}` : `${pick(lang, UNTIL)} ${formatDay(demand.deadlineOn, lang)}`;
  return (
    <article className="grid gap-x-6 gap-y-2 border-b border-line py-4 first:pt-0 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid gap-1">
        <Heading lang="zh-CN" className="font-medium leading-snug"><a href={href(lang, `/demands/${demand.demandId}`)} className="link-quiet"><Marked parts={demand.titleParts} /></a></Heading>
        <p className="text-sm text-ink-soft">{[nameIn(lang, { name: demand.ownerName, nameEn: demand.ownerNameEn }), place, pick(lang, codeLabel("tech-fields", demand.field))].filter(Boolean).join(" · ")}</p>
        <p lang="zh-CN" className="prose-column line-clamp-2 text-sm leading-relaxed"><Marked parts={demand.excerptParts} /></p>
        <p className="tabular text-sm text-ink-soft">{until}</p>
      </div>
      <p className="font-medium sm:text-right">
        {demand.budgetFen === null ? <span className="text-ink-soft">{pick(lang, OPEN_BUDGET)}</span> : <><span className="mr-1 text-sm font-normal text-ink-soft">{pick(lang, BUDGET)}</span><Money lang={lang} as="readable" amount={demand.budgetFen} /></>}
      </p>
    </article>
  );
}
