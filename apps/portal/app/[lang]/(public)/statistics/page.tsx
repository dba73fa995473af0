import { publishedForNation, readStatistics } from "@ttx/domain/statistics";
import { EmptyState } from "@ttx/ui/empty-state";
import { ChartColumnIcon } from "@ttx/ui/icons/chart-column";
import { PageHeader } from "@ttx/ui/page-header";
import { Section } from "@ttx/ui/section";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { askedText, type Asked } from "#components/search/asked.ts";
import { FlowTable } from "#components/statistics/flow-table.tsx";
import { Notes } from "#components/statistics/notes.tsx";
import { monthsWord } from "#components/statistics/period.ts";
import { publicPlaces } from "#components/statistics/public-places.ts";
import { PublishedNational } from "#components/statistics/published-national.tsx";
import { RegionMap } from "#components/statistics/region-map.tsx";
import { askedStatistics, runningPeriod, yearsToChoose } from "#components/statistics/asked-statistics.ts";
import { StatisticsGroups, TrendSection } from "#components/statistics/statistics-body.tsx";
import { StatisticsNav } from "#components/statistics/statistics-nav.tsx";
import { S, SOURCE } from "#components/statistics/statistics-texts.ts";
import { TotalFigures } from "#components/statistics/total-figures.tsx";
import { tableOf } from "#components/statistics/view-of.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), S.title) };
}

export default async function StatisticsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const view = await readPublic(readStatistics, askedStatistics(askedText(asked, "year"), askedText(asked, "basis")));
  if (view.hidden) throw new Error("the nation's figures are never hidden");
  const places = publicPlaces({ lang, division: null, year: view.year, basis: view.basis });
  const published = publishedForNation();
  const years = tableOf(view, "years");
  const side = view.basis === "absorbed" ? "absorbed" : "output";
  const regions = tableOf(view, `regions-${side}`);
  const flows = tableOf(view, "flows");
  return (
    <div className="grid gap-12">
      <div className="grid gap-6">
        <PageHeader lang={lang} title={pick(lang, S.title)} intro={pick(lang, S.intro)} />
        <StatisticsNav lang={lang} places={places} year={view.year} years={yearsToChoose(view.asOf, years)} basis={view.basis} bases={["output", "absorbed"]} />
        {view.total.contracts === 0 ? (
          <EmptyState level={2} icon={<ChartColumnIcon size={24} />} title={pick(lang, S.emptyTitle).replace("{period}", monthsWord(lang, view.year, view.toMonth))}>{pick(lang, S.emptyText)}</EmptyState>
        ) : (
          <TotalFigures lang={lang} total={view.total} />
        )}
      </div>
      {view.total.contracts === 0 ? null : (
        <>
          <TrendSection lang={lang} view={view} places={places} source={SOURCE} />
          {regions ? (
            <Section id="regions" title={pick(lang, S.regions)}>
              <RegionMap lang={lang} view={view} table={regions} flows={flows} published={published[side]} places={places} />
            </Section>
          ) : null}
          {flows ? <Section id="flows" title={pick(lang, S.flows)} intro={pick(lang, S.flowsIntro)}><FlowTable lang={lang} table={flows} places={places} /></Section> : null}
          <StatisticsGroups lang={lang} view={view} places={places} source={SOURCE} />
        </>
      )}
      <PublishedNational lang={lang} published={published} years={years} current={runningPeriod(view.asOf)} />
      <Notes lang={lang} facts={{ ...view, divisionCode: null, isPublic: true }} />
    </div>
  );
}
