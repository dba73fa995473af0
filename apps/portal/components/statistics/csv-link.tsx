import { DownloadIcon } from "@ttx/ui/icons/download";
import { pick, type Lang } from "@ttx/ui/text";
import { S } from "./statistics-texts.ts";
import type { Places, TableView } from "./view-of.ts";

export function CsvLink({ lang, table, places }: { readonly lang: Lang; readonly table: TableView; readonly places: Places }) {
  return (
    <a className="link inline-flex items-center gap-1 text-sm" href={places.csv(table.code)} download aria-label={pick(lang, S.csvOf).replace("{table}", pick(lang, table.title))}>
      <DownloadIcon size={14} />{pick(lang, S.csv)}
    </a>
  );
}
