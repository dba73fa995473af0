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
  const { lines } = table;
  const isSaying = lines.some(({ turnoverFen }) => turnoverFen !== null && turnoverFen > 0n);
  return (
    <div className="grid content-start gap-2">
      {isSaying ? (
        <BarChart
          lang={lang}
          sentence={sentenceOf(lang, view, table)}
          unit={pick(lang, S.unit)}
          period={table.code === "years" ? `${lines[0]?.code ?? ""}–${lines.at(-1)?.code ?? ""}` : monthsWord(lang, view.year, view.toMonth)}
          source={pick(lang, source)}
          head={[title, pick(lang, S.turnover)]}
          bars={lines.slice(0, most).map((line) => ({ key: `${line.code}>${line.toCode}`, label: nameOf(lang, line), value: Number(line.turnoverFen ?? 0n), text: turnoverText(lang, line), href: line.hidden ? undefined : hrefOf?.(line) }))}
          table={fullTable(lang, title, lines)}
        />
      ) : (
        <div className="grid gap-1">
          <p className="font-medium">{title}</p>
          <p className="text-sm text-ink-soft">{pick(lang, lines.some(({ hidden }) => hidden) ? S.allHidden : S.noLines)}</p>
        </div>
      )}
      <CsvLink lang={lang} table={table} places={places} />
    </div>
  );
}

/** Names the largest line, unless one that is not published might be larger. Of years the largest says nothing: they are no parts of a whole. */
function sentenceOf(lang: Lang, view: OpenView, table: TableView): string {
  const title = pick(lang, table.title);
  const stop = lang === "zh" ? "，" : ". ";
  const shown = table.lines.filter(({ turnoverFen }) => turnoverFen !== null);
  const first = shown.toSorted((a, b) => (a.turnoverFen! > b.turnoverFen! ? -1 : 1))[0];
  const withheld = table.lines.some(({ hidden }) => hidden);
  const rest = table.basis === view.basis ? view.total.turnoverFen - shown.reduce((sum, { turnoverFen }) => sum + turnoverFen!, 0n) : undefined;
  const isLargest = first !== undefined && table.code !== "years" && (!withheld || (rest !== undefined && first.turnoverFen! >= rest));
  if (isLargest) return `${title}${stop}${pick(lang, S.most).replace("{name}", nameOf(lang, first)).replace("{share}", first.sharePercent)}`;
  return withheld ? `${title}${stop}${pick(lang, S.partHidden)}` : title;
}
