import { fullDivisionName } from "@ttx/domain/reference";
import { readAreaStatistics } from "@ttx/domain/statistics";
import { PageHeader } from "@ttx/ui/page-header";
import { Section } from "@ttx/ui/section";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { askedText, type Asked } from "#components/search/asked.ts";
import { askedStatistics, yearsToChoose } from "#components/statistics/asked-statistics.ts";
import { BalanceFigures } from "#components/statistics/balance-figures.tsx";
import { FlowTable } from "#components/statistics/flow-table.tsx";
import { Notes } from "#components/statistics/notes.tsx";
import { deskPlaces } from "#components/statistics/public-places.ts";
import { AreaSections, StatisticsGroups, TrendSection } from "#components/statistics/statistics-body.tsx";
import { StatisticsNav } from "#components/statistics/statistics-nav.tsx";
import { OWN_SOURCE, S } from "#components/statistics/statistics-texts.ts";
import { TableChart } from "#components/statistics/table-chart.tsx";
import { TotalFigures } from "#components/statistics/total-figures.tsx";
import { tableOf } from "#components/statistics/view-of.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), S.deskTitle) };
}

export default async function AreaStatisticsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const bases = ["output", "absorbed", "registered"];
  const choices = askedStatistics(askedText(asked, "year"), askedText(asked, "basis"), bases);
  const actor = await requireActor(lang);
  const view = await readFor(actor, readAreaStatistics, { ...choices, division: askedText(asked, "division") || undefined });
  const code = view.division?.code ?? null;
  const places = deskPlaces({ lang, division: code, year: view.year, basis: view.basis });
  const shared = { lang, view, places, source: OWN_SOURCE };
  const own = actor.organisation?.jurisdiction ?? "";
  // Only the areas of one's own are links: above it one sees no more than everybody.
  const above = view.above.filter((one) => one.code.startsWith(own)).map((one) => ({ href: places.page({ division: one.code }), label: <span lang="zh-CN">{one.name}</span> }));
  const flows = tableOf(view, "flows");
  return (
    <div className="grid gap-10">
      <div className="grid gap-5">
        <PageHeader
          lang={lang}
          crumbs={[...(own === "" && code !== null ? [{ href: places.page({ division: null }), label: pick(lang, S.nation) }] : []), ...above, { label: view.division ? <span lang="zh-CN">{view.division.name}</span> : pick(lang, S.nation) }]}
          title={<>{pick(lang, S.deskTitle)}{lang === "zh" ? "：" : ": "}<span lang="zh-CN">{code === null ? pick(lang, S.nation) : fullDivisionName(code)}</span></>}
          intro={pick(lang, S.deskIntro)}
        />
        <StatisticsNav lang={lang} places={places} year={view.year} years={yearsToChoose(view.asOf, tableOf(view, "years"))} basis={view.basis} bases={bases} />
        <TotalFigures lang={lang} total={view.total} />
      </div>
      {view.balance ? <BalanceFigures lang={lang} balance={view.balance} /> : null}
      <TrendSection {...shared} />
      {code === null ? (
        <Section id="regions" title={pick(lang, S.regions)}>
          <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
            {(["regions-output", "regions-absorbed"] as const).map((table) => (
              <TableChart key={table} {...shared} table={tableOf(view, table)} most={33} hrefOf={({ code: region }) => (Number(region) >= 7100 ? undefined : places.page({ year: view.year, basis: view.basis, division: `${region}00` }))} />
            ))}
          </div>
        </Section>
      ) : (
        <AreaSections {...shared} />
      )}
      {flows ? <Section id="flows" title={pick(lang, S.flows)} intro={pick(lang, S.flowsIntro)}><FlowTable lang={lang} table={flows} places={places} /></Section> : null}
      <StatisticsGroups {...shared} />
      <Notes lang={lang} facts={{ ...view, divisionCode: code, isPublic: false }} />
    </div>
  );
}
