import { codeLabel, fullDivisionName } from "@ttx/domain/reference";
import { compareResults, COMPARED_MAX, READINESS_LABELS, RESULT_STAGE_LABELS, searchResults, TRADE_MODE_LABELS, type TradeMode } from "@ttx/domain/result";
import { EmptyState } from "@ttx/ui/empty-state";
import { Columns3Icon } from "@ttx/ui/icons/columns-3";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Section } from "@ttx/ui/section";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { askedText, askedValues, type Asked } from "#components/search/asked.ts";
import { SearchBox } from "#components/search/search-box.tsx";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";
import { T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

/** Two to four results side by side; its address holds them, so that a comparison can be sent. */
export default async function ComparePage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const { items } = await readPublic(compareResults, { ids: askedValues(asked, "ids") });
  const ids = items.map(({ resultId }) => resultId);
  const q = askedText(asked, "q");
  const first = items[0];
  const isFull = items.length >= COMPARED_MAX;
  const others = isFull ? [] : (await readPublic(searchResults, { q, ...(q === "" && first ? { field: first.field } : {}), limit: 8 })).items.filter(({ resultId }) => !ids.includes(resultId));
  const address = (chosen: readonly string[]): string => href(lang, "/results/compare", { ids: chosen.join(",") });
  return (
    <div className="grid gap-8" data-print="sheet">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, T.intro)} crumbs={[{ href: href(lang, "/results"), label: pick(lang, T.results) }, { label: pick(lang, T.title) }]} />
      {items.length === 0 ? (
        <EmptyState level={2} icon={<Columns3Icon size={24} />} title={pick(lang, T.none)}>{pick(lang, T.noneText)}</EmptyState>
      ) : (
        <div className="overflow-x-auto" role="region" aria-label={pick(lang, T.title)} tabIndex={0}>
          <table className="w-full min-w-[40rem] table-fixed border-collapse text-sm">
            <caption className="sr-only">{pick(lang, T.title)}</caption>
            <thead>
              <tr>
                <th scope="col" className="sticky left-0 w-24 bg-ground border-b border-edge py-2 pr-3 text-left align-top font-medium text-ink-soft">{pick(lang, T.point)}</th>
                {items.map((result) => (
                  <th key={result.resultId} scope="col" className="border-b border-edge px-3 py-2 text-left align-top font-medium">
                    <a lang="zh-CN" className="link-quiet" href={href(lang, `/results/${result.resultId}`)}>{result.title}</a>
                    <p data-print="no" className="mt-1 font-normal"><a className="link" href={address(ids.filter((id) => id !== result.resultId))}>{pick(lang, T.remove)}</a></p>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points(lang).map(({ name, of }) => (
                <tr key={name}>
                  <th scope="row" className="sticky left-0 bg-ground border-b border-line py-2.5 pr-3 text-left align-top font-normal text-ink-soft">{name}</th>
                  {items.map((result) => <td key={result.resultId} className="border-b border-line px-3 py-2.5 align-top">{of(result)}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isFull ? null : (
        <Section id="more" title={pick(lang, T.more)}>
          <div data-print="no" className="grid gap-4">
            <SearchBox lang={lang} kind="RESULT" action={href(lang, "/results/compare")} label={pick(lang, T.find)} placeholder={pick(lang, T.sample)} q={q} kept={{ ids: ids.join(",") }} />
            <ul className="grid gap-2">
              {others.map((result) => (
                <li key={result.resultId} className="flex items-center justify-between gap-3 border-b border-line pb-2">
                  <span className="grid min-w-0 gap-0.5"><a lang="zh-CN" className="link-quiet" href={href(lang, `/results/${result.resultId}`)}>{result.title}</a><span lang={lang === "en" && result.ownerNameEn ? "en" : "zh-CN"} className="text-sm text-ink-soft">{nameIn(lang, { name: result.ownerName, nameEn: result.ownerNameEn })}</span></span>
                  <LinkButton size="small" href={address([...ids, result.resultId])} aria-label={`${pick(lang, T.add)} ${result.title}`}>{pick(lang, T.add)}</LinkButton>
                </li>
              ))}
            </ul>
          </div>
        </Section>
      )}
    </div>
  );
}

type Result = Awaited<ReturnType<typeof compareResults.run>>["items"][number];

/** What buyers weigh against each other, the deciding points first. */
function points(lang: Lang): readonly { readonly name: string; readonly of: (result: Result) => ReactNode }[] {
  const between = lang === "zh" ? "、" : ", ";
  return [
    { name: pick(lang, T.price), of: ({ askedPriceFen }) => (askedPriceFen === null ? pick(lang, T.negotiable) : <Money lang={lang} as="readable" amount={askedPriceFen} />) },
    { name: pick(lang, T.modes), of: ({ tradeModes }) => tradeModes.map((mode) => pick(lang, TRADE_MODE_LABELS[mode as TradeMode])).join(between) },
    { name: pick(lang, T.stage), of: ({ stage }) => pick(lang, RESULT_STAGE_LABELS[stage]) },
    { name: pick(lang, T.readiness), of: ({ readinessLevel }) => `${readinessLevel} · ${READINESS_LABELS[readinessLevel]?.[lang] ?? ""}` },
    { name: pick(lang, T.field), of: ({ field }) => pick(lang, codeLabel("tech-fields", field)) },
    { name: pick(lang, T.owner), of: ({ owner }) => (lang === "en" && owner.nameEn) || owner.name },
    { name: pick(lang, T.place), of: ({ divisionCode }) => fullDivisionName(divisionCode) },
    { name: pick(lang, T.rights), of: ({ rights }) => (rights.length === 0 ? "—" : <ul className="grid gap-1">{rights.map((right) => <li key={right.number ?? right.title}>{pick(lang, codeLabel("ip-kinds", right.kind))}{right.number ? <span className="tabular ml-1 text-ink-soft">{right.number}</span> : null}</li>)}</ul>) },
    { name: pick(lang, T.contact), of: ({ contactName, contactPhone }) => <>{contactName} <span className="tabular whitespace-nowrap">{contactPhone}</span></> },
    { name: pick(lang, T.about), of: ({ summary }) => <span lang="zh-CN" className="line-clamp-[14] leading-relaxed">{summary}</span> },
  ];
}
