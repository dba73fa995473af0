import { division as divisionOf, fullDivisionName } from "@ttx/domain/reference";
import { publishedForProvince, readStatistics } from "@ttx/domain/statistics";
import { EmptyState } from "@ttx/ui/empty-state";
import { EyeOffIcon } from "@ttx/ui/icons/eye-off";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { askedText, type Asked } from "#components/search/asked.ts";
import { askedStatistics, yearsToChoose } from "#components/statistics/asked-statistics.ts";
import { BalanceFigures } from "#components/statistics/balance-figures.tsx";
import { Notes } from "#components/statistics/notes.tsx";
import { publicPlaces } from "#components/statistics/public-places.ts";
import { PublishedProvince } from "#components/statistics/published-province.tsx";
import { AreaSections, StatisticsGroups, TrendSection } from "#components/statistics/statistics-body.tsx";
import { StatisticsNav } from "#components/statistics/statistics-nav.tsx";
import { S, SOURCE } from "#components/statistics/statistics-texts.ts";
import { TotalFigures } from "#components/statistics/total-figures.tsx";
import type { OpenView, Places } from "#components/statistics/view-of.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly division: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [lang, { division }] = await Promise.all([readLang(params), params]);
  return { title: `${fullDivisionName(division)} ${pick(lang, S.title)}` };
}

export default async function DivisionStatisticsPage({ params, searchParams }: Props) {
  const [lang, { division: code }, asked] = await Promise.all([readLang(params), params, searchParams]);
  const place = divisionOf(code) ?? notFound();
  const view = await readPublic(readStatistics, { ...askedStatistics(askedText(asked, "year"), askedText(asked, "basis")), division: code });
  const places = publicPlaces({ lang, division: code, year: view.year, basis: view.basis });
  return (
    <div className="grid gap-12">
      <div className="grid gap-6">
        <PageHeader
          lang={lang}
          crumbs={[{ href: places.page({ division: null }), label: pick(lang, S.nation) }, ...view.above.map((one) => ({ href: places.page({ division: one.code }), label: one.name })), { label: place.name }]}
          title={<span lang="zh-CN">{fullDivisionName(code)}</span>}
          intro={pick(lang, S.title)}
        />
        <StatisticsNav lang={lang} places={places} year={view.year} years={yearsToChoose(view.asOf, undefined)} basis={view.basis} bases={["output", "absorbed"]} />
        {view.hidden ? (
          <EmptyState level={2} icon={<EyeOffIcon size={24} />} title={pick(lang, S.hiddenTitle).replace("{place}", place.name)}>{pick(lang, S.hiddenText)}</EmptyState>
        ) : (
          <TotalFigures lang={lang} total={view.total} />
        )}
      </div>
      {view.hidden ? null : <Figures lang={lang} view={view} places={places} />}
      {place.level === "province" ? <PublishedProvince lang={lang} place={place.name} published={publishedForProvince(code)} /> : null}
      <Notes lang={lang} facts={{ ...view, divisionCode: code, isPublic: true }} />
    </div>
  );
}

function Figures({ lang, view, places }: { readonly lang: Lang; readonly view: OpenView; readonly places: Places }) {
  return (
    <>
      {view.balance ? <BalanceFigures lang={lang} balance={view.balance} /> : null}
      <TrendSection lang={lang} view={view} places={places} source={SOURCE} />
      <AreaSections lang={lang} view={view} places={places} source={SOURCE} />
      <StatisticsGroups lang={lang} view={view} places={places} source={SOURCE} />
    </>
  );
}
