import { LinkButton } from "@ttx/ui/link-button";
import { pick, type Lang, type Text } from "@ttx/ui/text";

const XLSX: Text = { zh: "导出 Excel", en: "Export to Excel" };
const CSV: Text = { zh: "导出 CSV", en: "Export as CSV" };

/** The list as a file: the same filters, asked of the API's export of the same list. */
export function ExportLinks({ lang, path, filters }: { readonly lang: Lang; readonly path: `/${string}`; readonly filters: Readonly<Record<string, string | undefined>> }) {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "");
  const file = (format: string): string => `/api/v1${path}?${new URLSearchParams([...given, ["lang", lang], ["format", format]]).toString()}`;
  return (
    <>
      <LinkButton size="small" href={file("xlsx")}>{pick(lang, XLSX)}</LinkButton>
      <LinkButton size="small" href={file("csv")}>{pick(lang, CSV)}</LinkButton>
    </>
  );
}
