import { writeXlsx, writeXlsxStream } from "hucre/xlsx";
import { writeCsvStream } from "hucre/csv";
import type { Sheet } from "./sheet.rules.ts";
import { XLSX } from "./read-table.ts";

export const TABLE_FORMATS = ["xlsx", "csv"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
export type TableFile = { readonly body: ReadableStream<Uint8Array>; readonly mediaType: string };
type Lang = "zh" | "en";

const WORDS = {
  data: { zh: "数据", en: "Data" },
  guide: { zh: "填写说明", en: "How to fill it in" },
  guideHead: { zh: ["列", "是否必填", "说明", "示例"], en: ["Column", "Needed", "How", "Example"] },
  needed: { zh: "必填", en: "yes" },
  optional: { zh: "选填", en: "no" },
} as const;

/** The empty table to fill in: headings, choices to pick from, and a second sheet that says how. As CSV the headings alone. */
export async function tableTemplate(sheet: Sheet, format: TableFormat, lang: Lang): Promise<TableFile> {
  const headings = sheet.columns.map(({ heading }) => heading[lang]);
  if (format === "csv") return tableFile("csv", sheet.title[lang], [headings]);
  const file = await writeXlsx({
    sheets: [
      {
        name: WORDS.data[lang],
        rows: [headings],
        columns: sheet.columns.map(({ required, heading }) => ({ width: Math.max(14, heading.zh.length * 2 + (required ? 4 : 2)) })),
        freezePane: { rows: 1 },
        dataValidations: sheet.columns.flatMap(({ choices }, at) => (choices === undefined || choices.join(",").length > 250 ? [] : [{ type: "list" as const, range: `${letterOf(at)}2:${letterOf(at)}${sheet.maxRows + 1}`, values: [...choices], allowBlank: true, showErrorMessage: false }])),
      },
      {
        name: WORDS.guide[lang],
        columns: [{ width: 18 }, { width: 10 }, { width: 80 }, { width: 60 }],
        rows: [[...WORDS.guideHead[lang]], ...sheet.columns.map(({ heading, required, hint, example }) => [heading[lang], required ? WORDS.needed[lang] : WORDS.optional[lang], hint[lang], example])],
      },
    ],
  });
  return { body: new Blob([Uint8Array.from(file)]).stream(), mediaType: XLSX };
}

function letterOf(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letterOf(Math.floor(at / 26) - 1) + letterOf(at % 26);
}

/** Rows as a file, written as they come: a report of a hundred thousand rows is never whole in memory. Text never becomes a formula. */
export function tableFile(format: TableFormat, name: string, rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>): TableFile {
  const source = rows as AsyncIterable<string[]>;
  if (format === "xlsx") return { body: writeXlsxStream(source, { name: name.slice(0, 31), freezePane: { rows: 1 } }), mediaType: XLSX };
  return { body: writeCsvStream(source, { bom: true, headers: false, escapeFormulae: true }), mediaType: "text/csv; charset=utf-8" };
}
