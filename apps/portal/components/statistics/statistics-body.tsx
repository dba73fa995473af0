import { Section } from "@ttx/ui/section";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { S } from "./statistics-texts.ts";
import { TableChart } from "./table-chart.tsx";
import { tableOf, type OpenView, type Places, type TableView } from "./view-of.ts";

type Props = { readonly lang: Lang; readonly view: OpenView; readonly places: Places; readonly source: Text };

const GROUPS: readonly { readonly id: string; readonly title: Text; readonly tables: readonly TableView["code"][] }[] = [
  { id: "structure", title: S.structure, tables: ["contract-types", "contract-subtypes", "fields", "ip-kinds", "amount-bands", "payments"] },
  { id: "parties", title: S.parties, tables: ["seller-types", "buyer-types"] },
  { id: "purpose", title: S.purpose, tables: ["programmes", "objectives", "industries"] },
];

/** The tables that every area has, in groups. */
export function StatisticsGroups({ lang, view, places, source }: Props) {
  return GROUPS.map((group) => (
    <Section key={group.id} id={group.id} title={pick(lang, group.title)}>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        {group.tables.map((code) => <TableChart key={code} lang={lang} view={view} table={tableOf(view, code)} places={places} source={source} />)}
      </div>
    </Section>
  ));
}

/** What an area has and the nation has not: its places, and whom it trades with. */
export function AreaSections({ lang, view, places, source }: Props) {
  const parts = tableOf(view, view.basis === "absorbed" ? "places-absorbed" : "places-output");
  return (
    <>
      {view.parts.length === 0 ? null : (
        <Section id="places" title={pick(lang, S.places)}>
          <TableChart lang={lang} view={view} table={parts} places={places} source={source} most={20} hrefOf={({ code }) => places.page({ year: view.year, basis: view.basis, division: code })} />
          <details className="text-sm">
            <summary className="text-brand hover:underline">{pick(lang, S.allPlaces)}</summary>
            <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
              {view.parts.map(({ code, name }) => <li key={code}><a className="link" href={places.page({ year: view.year, basis: view.basis, division: code })}>{name}</a></li>)}
            </ul>
          </details>
        </Section>
      )}
      <Section id="partners" title={pick(lang, S.partners)}>
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
          <TableChart lang={lang} view={view} table={tableOf(view, "to-regions")} places={places} source={source} />
          <TableChart lang={lang} view={view} table={tableOf(view, "from-regions")} places={places} source={source} />
        </div>
      </Section>
    </>
  );
}

export function TrendSection({ lang, view, places, source }: Props) {
  return (
    <Section id="trend" title={pick(lang, S.trend)}>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <TableChart lang={lang} view={view} table={tableOf(view, "months")} places={places} source={source} />
        <TableChart lang={lang} view={view} table={tableOf(view, "years")} places={places} source={source} />
      </div>
    </Section>
  );
}
