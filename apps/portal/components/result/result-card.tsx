import type { FoundResult } from "@ttx/domain/result";
import { RESULT_STAGE_LABELS, TRADE_MODE_LABELS } from "@ttx/domain/result";
import { codeLabel, provinceLabel } from "@ttx/domain/reference";
import { formatDay } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Marked } from "#components/search/marked.tsx";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";

const NEGOTIABLE: Text = { zh: "价格面议", en: "Price negotiable" };
const READINESS: Text = { zh: "就绪度", en: "TRL" };
const ON: Text = { zh: "发布", en: "published" };

/** A result in a list: what it is, whose, how mature, what it costs. */
export function ResultCard({ lang, result, level = 2 }: { readonly lang: Lang; readonly result: FoundResult; readonly level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  const place = pick(lang, provinceLabel(result.divisionCode));
  const english = lang === "en" ? result.titleEn : null;
  return (
    <article className="grid gap-x-6 gap-y-2 border-b border-line py-4 first:pt-0 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid gap-1">
        <Heading className="font-medium leading-snug">
          <a href={href(lang, `/results/${result.resultId}`)} className="link-quiet">{english ?? <Marked parts={result.titleParts} />}</a>
        </Heading>
        {english ? <p lang="zh-CN" className="text-sm text-ink-soft"><Marked parts={result.titleParts} /></p> : null}
        <p className="text-sm text-ink-soft">
          {[nameIn(lang, { name: result.ownerName, nameEn: result.ownerNameEn }), place, pick(lang, codeLabel("tech-fields", result.field))].filter(Boolean).join(" · ")}
        </p>
        <p lang="zh-CN" className="prose-column line-clamp-2 text-sm leading-relaxed"><Marked parts={result.excerptParts} /></p>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
          <span>{pick(lang, RESULT_STAGE_LABELS[result.stage])}</span>
          <span>{`${pick(lang, READINESS)} ${result.readinessLevel}`}</span>
          <span>{result.tradeModes.map((mode) => pick(lang, TRADE_MODE_LABELS[mode])).join(lang === "zh" ? "、" : ", ")}</span>
          <span className="tabular">{lang === "zh" ? `${formatDay(result.publishedAt, lang)}${pick(lang, ON)}` : `${pick(lang, ON)} ${formatDay(result.publishedAt, lang)}`}</span>
        </p>
      </div>
      <p className="font-medium sm:text-right">
        {result.askedPriceFen === null ? <span className="text-ink-soft">{pick(lang, NEGOTIABLE)}</span> : <Money lang={lang} as="readable" amount={result.askedPriceFen} />}
      </p>
    </article>
  );
}
