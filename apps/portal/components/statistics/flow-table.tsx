import { formatCount } from "@ttx/ui/format";
import { Table } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { CsvLink } from "./csv-link.tsx";
import { S } from "./statistics-texts.ts";
import { percent, turnoverText } from "./table-rows.ts";
import type { Places, TableView } from "./view-of.ts";

const MOST = 20;

/** The largest flows between two different regions, as a ranked list. */
export function FlowTable({ lang, table, places }: { readonly lang: Lang; readonly table: TableView; readonly places: Places }) {
  const between = table.lines.filter(({ hidden, code, toCode }) => !hidden && code !== toCode).slice(0, MOST);
  return (
    <div className="grid gap-3">
      <Table
        caption={pick(lang, table.title)}
        dense
        rows={between}
        rowKey={({ code, toCode }) => `${code}>${toCode}`}
        empty={<p className="text-sm text-ink-soft">{pick(lang, S.noLines)}</p>}
        columns={[
          { key: "from", label: pick(lang, S.from), head: true, cell: ({ label, toLabel }) => <>{pick(lang, label)}<span className="md:hidden"> → {toLabel ? pick(lang, toLabel) : ""}</span></> },
          { key: "to", label: pick(lang, S.to), deskOnly: true, cell: ({ toLabel }) => (toLabel ? pick(lang, toLabel) : "") },
          { key: "contracts", label: pick(lang, S.contracts), align: "right", deskOnly: true, cell: ({ contracts }) => formatCount(contracts ?? 0) },
          { key: "turnover", label: pick(lang, S.turnover), align: "right", cell: (line) => <span className="whitespace-nowrap">{turnoverText(lang, line)}</span> },
          { key: "share", label: pick(lang, S.share), align: "right", deskOnly: true, cell: ({ sharePercent }) => percent(sharePercent) },
          { key: "growth", label: pick(lang, S.growth), align: "right", deskOnly: true, cell: ({ growthPercent }) => percent(growthPercent) },
        ]}
      />
      <CsvLink lang={lang} table={table} places={places} />
    </div>
  );
}
