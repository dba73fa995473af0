import type { PublishedForNation } from "@ttx/domain/statistics";
import { formatCount, formatWan } from "@ttx/ui/format";
import { LineChart } from "@ttx/ui/line-chart";
import { Section } from "@ttx/ui/section";
import { Table } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { everyYear, monthsWord } from "./period.ts";
import { PublishedSources, sourceMarks } from "./published-sources.tsx";
import { S } from "./statistics-texts.ts";
import { percent } from "./table-rows.ts";
import type { TableView } from "./view-of.ts";

const FEN_PER_YI = 10_000_000_000;
const MOST_YEARS = 10;

type Props = { readonly lang: Lang; readonly published: PublishedForNation; readonly years: TableView | undefined; /** The year that still runs, and how far. */ readonly current: { readonly year: number; readonly toMonth: number } };

function yiOf(turnoverFen: bigint | undefined): number | null {
  return turnoverFen === undefined ? null : Number(turnoverFen) / FEN_PER_YI;
}

/** What the statistics offices published beside what was registered here, year by year, never mixed. */
export function PublishedNational({ lang, published, years, current }: Props) {
  const marks = sourceMarks(published.sources);
  const own = new Map((years?.lines ?? []).map((line) => [Number(line.code), line]));
  const printed = new Map(published.years.map((row) => [row.year, row]));
  const rows = [...new Set([...printed.keys(), ...own.keys()])].toSorted((a, b) => b - a).slice(0, MOST_YEARS).map((year) => ({ year, printed: printed.get(year), own: own.get(year) }));
  const [first, last] = [published.years[0]!, published.years.at(-1)!];
  return (
    <Section id="published" title={pick(lang, S.published)} intro={pick(lang, S.publishedIntro)}>
      <div className="grid gap-8 xl:grid-cols-[2fr_3fr]">
        <LineChart
          lang={lang}
          sentence={pick(lang, S.publishedLine).replace("{from}", String(first.year)).replace("{to}", String(last.year))}
          unit={pick(lang, S.yi)}
          period={`${first.year}–${last.year}`}
          source={published.sources.map(({ title }) => title).slice(0, 2).join(lang === "zh" ? "；" : "; ")}
          periods={everyYear(first.year, last.year).map(String)}
          periodHead={pick(lang, S.year)}
          series={[{ key: "published", label: pick(lang, S.publishedShort), values: everyYear(first.year, last.year).map((year) => yiOf(printed.get(year)?.turnoverFen)) }]}
          read={(value) => formatCount(Math.round(value))}
        />
        <Table
          caption={pick(lang, S.published)}
          dense
          rows={rows}
          rowKey={({ year }) => String(year)}
          columns={[
            { key: "year", label: pick(lang, S.year), head: true, cell: ({ year, printed: one }) => <>{year === current.year ? monthsWord(lang, year, current.toMonth) : year}{one ? <sup className="ml-0.5 text-ink-faint">{marks.get(one.source)}</sup> : null}</> },
            { key: "pc", label: `${pick(lang, S.publishedShort)}：${pick(lang, S.contracts)}`, align: "right", deskOnly: true, cell: ({ printed: one }) => (one?.contracts ? formatCount(one.contracts) : "–") },
            { key: "pt", label: `${pick(lang, S.publishedShort)}：${pick(lang, S.turnover)}`, align: "right", cell: ({ printed: one }) => <span className="whitespace-nowrap">{one ? formatWan(one.turnoverFen, lang) : "–"}</span> },
            { key: "pg", label: `${pick(lang, S.publishedShort)}：${pick(lang, S.growth)}`, align: "right", deskOnly: true, cell: ({ printed: one }) => (one ? percent(one.growthPercent) : "–") },
            { key: "oc", label: `${pick(lang, S.platform)}：${pick(lang, S.contracts)}`, align: "right", deskOnly: true, cell: ({ own: one }) => (one?.contracts ? formatCount(one.contracts) : "–") },
            { key: "ot", label: `${pick(lang, S.platform)}：${pick(lang, S.turnover)}`, align: "right", cell: ({ own: one }) => <span className="whitespace-nowrap">{one?.turnoverFen ? formatWan(one.turnoverFen, lang) : "–"}</span> },
          ]}
        />
      </div>
      <PublishedSources lang={lang} sources={published.sources} />
    </Section>
  );
}
