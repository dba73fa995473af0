import { ChinaMap } from "@ttx/ui/china-map";
import { formatCount, formatWan } from "@ttx/ui/format";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import type { PublishedForNation } from "@ttx/domain/statistics";
import { CsvLink } from "./csv-link.tsx";
import { monthsWord } from "./period.ts";
import { S, SOURCE } from "./statistics-texts.ts";
import { fullTable, percent, turnoverText } from "./table-rows.ts";
import type { OpenView, Places, StatisticsLine, TableView } from "./view-of.ts";

const MOST_FLOWS = 10;
const FIRST_OUTSIDE = 7100;

export type RegionMapProps = {
  readonly lang: Lang;
  readonly view: OpenView;
  readonly table: TableView;
  readonly flows: TableView | undefined;
  readonly published: PublishedForNation["output"];
  readonly places: Places;
};

/** The regions on the map and as a ranked table; the yearbook's newest figure stands in a column of its own. */
export function RegionMap({ lang, view, table, flows, published, places }: RegionMapProps) {
  const title = pick(lang, table.title);
  const linkOf = ({ code, hidden }: StatisticsLine): string | undefined => (hidden || Number(code) >= FIRST_OUTSIDE ? undefined : places.page({ year: view.year, basis: view.basis, division: `${code}00` }));
  const printed = new Map(published.rows.map((row) => [row.code, row.turnoverFen]));
  const [first] = table.lines;
  const ranked = table.lines.map((line, i) => ({ ...line, rank: line.turnoverFen ? i + 1 : null }));
  const isEmpty = ({ contracts, turnoverFen }: StatisticsLine): boolean => contracts === 0 && turnoverFen === 0n;
  const columns: readonly Column<StatisticsLine & { readonly rank: number | null }>[] = [
    { key: "rank", label: pick(lang, S.place), width: "narrow", deskOnly: true, cell: ({ rank }) => <span className="text-ink-faint">{rank}</span> },
    { key: "region", label: pick(lang, S.region), head: true, cell: (line) => { const link = linkOf(line); return link ? <a className="link-quiet" href={link}>{pick(lang, line.label)}</a> : pick(lang, line.label); } },
    { key: "contracts", label: pick(lang, S.contracts), align: "right", deskOnly: true, cell: ({ contracts }) => (contracts === null ? "" : formatCount(contracts)) },
    { key: "turnover", label: pick(lang, S.turnover), align: "right", cell: (line) => <span className="whitespace-nowrap">{turnoverText(lang, line)}</span> },
    { key: "share", label: pick(lang, S.share), align: "right", cell: ({ hidden, sharePercent }) => (hidden ? "" : percent(sharePercent)) },
    { key: "growth", label: pick(lang, S.growth), align: "right", deskOnly: true, cell: ({ hidden, growthPercent }) => (hidden ? "" : percent(growthPercent)) },
    { key: "published", label: pick(lang, S.publishedIn).replace("{year}", String(published.year)), align: "right", cell: ({ code }) => <span className="whitespace-nowrap text-ink-soft">{printed.has(code) ? formatWan(printed.get(code)!, lang) : "–"}</span> },
  ];
  return (
    <div className="grid gap-8">
      <div className="mx-auto grid w-full max-w-[56rem] content-start gap-2">
        <ChinaMap
          lang={lang}
          sentence={first?.turnoverFen ? `${title}${lang === "zh" ? "，" : ". "}${pick(lang, S.most).replace("{name}", pick(lang, first.label)).replace("{share}", first.sharePercent)}` : title}
          unit={pick(lang, S.unit)}
          period={monthsWord(lang, view.year, view.toMonth)}
          source={pick(lang, SOURCE)}
          head={[pick(lang, S.region), pick(lang, S.turnover)]}
          areas={table.lines.map((line) => ({ code: `${line.code}00`, name: pick(lang, line.label), value: Number(line.turnoverFen ?? 0n), text: turnoverText(lang, line) }))}
          flows={(flows?.lines ?? []).filter(({ hidden, code, toCode }) => !hidden && code !== toCode).slice(0, MOST_FLOWS).map((line) => ({
            from: `${line.code}00`, to: `${line.toCode}00`, value: Number(line.turnoverFen ?? 0n), text: `${pick(lang, line.label)} → ${line.toLabel ? pick(lang, line.toLabel) : ""} ${turnoverText(lang, line)}`,
          }))}
          table={fullTable(lang, pick(lang, S.region), table.lines)}
          legend={{ none: pick(lang, S.none), most: formatWan(first?.turnoverFen ?? 0n, lang) }}
        />
        <CsvLink lang={lang} table={table} places={places} />
      </div>
      <Table caption={`${pick(lang, S.rank)}：${title}`} dense columns={columns} rows={ranked.filter((line) => !isEmpty(line))} rowKey={({ code }) => code} />
      {ranked.some(isEmpty) ? (
        <details>
          <summary className="text-sm text-brand hover:underline">{pick(lang, S.emptyRegions).replace("{n}", String(ranked.filter(isEmpty).length))}</summary>
          <div className="mt-3"><Table caption={pick(lang, S.emptyRegions)} dense columns={columns} rows={ranked.filter(isEmpty)} rowKey={({ code }) => code} /></div>
        </details>
      ) : null}
    </div>
  );
}
