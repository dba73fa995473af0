import { BarChart } from "@ttx/ui/bar-chart";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { CsvLink } from "./csv-link.tsx";
import { monthsWord } from "./period.ts";
import { S } from "./statistics-texts.ts";
import { fullTable, nameOf, turnoverText } from "./table-rows.ts";
import type { OpenView, Places, StatisticsLine, TableView } from "./view-of.ts";

export type TableChartProps = {
  readonly lang: Lang;
  readonly view: OpenView;
  readonly table: TableView | undefined;
  readonly places: Places;
  readonly source: Text;
  /** At most so many bars; the table has all lines. */
  readonly most?: number;
  readonly hrefOf?: (line: StatisticsLine) => string | undefined;
};

/** One table as bars by turnover, with the whole table one click away and the file beside it. */
export function TableChart({ lang, view, table, places, source, most = 12, hrefOf }: TableChartProps) {
  if (!table || table.hidden) return null;
  const title = pick(lang, table.title);
  const lines = table.lines;
  // Of years the largest says nothing: they are no parts of a whole.
  const first = table.code === "years" ? undefined : lines.filter(({ turnoverFen }) => turnoverFen !== null && turnoverFen > 0n).toSorted((a, b) => (a.turnoverFen! > b.turnoverFen! ? -1 : 1))[0];
  const sentence = first ? `${title}${lang === "zh" ? "，" : ". "}${pick(lang, S.most).replace("{name}", nameOf(lang, first)).replace("{share}", first.sharePercent)}` : title;
  return (
    <div className="grid content-start gap-2">
      {lines.length === 0 ? (
        <p className="text-sm text-ink-soft"><span className="font-medium text-ink">{title}</span> {pick(lang, S.noLines)}</p>
      ) : (
        <BarChart
          lang={lang}
          sentence={sentence}
          unit={pick(lang, S.unit)}
          period={monthsWord(lang, view.year, view.toMonth)}
          source={pick(lang, source)}
          head={[title, pick(lang, S.turnover)]}
          bars={lines.slice(0, most).map((line) => ({ key: `${line.code}>${line.toCode}`, label: nameOf(lang, line), value: Number(line.turnoverFen ?? 0n), text: turnoverText(lang, line), href: line.hidden ? undefined : hrefOf?.(line) }))}
          table={fullTable(lang, title, lines)}
        />
      )}
      <CsvLink lang={lang} table={table} places={places} />
    </div>
  );
}
