import { Readable } from "node:stream";
import { writeXlsx } from "hucre/xlsx";
import { MEDIA_TYPE_OF, sheetStream, type SheetFormat } from "../spreadsheet/index.ts";
import type { Sheet } from "./sheet.rules.ts";

export type TableFile = { readonly body: Readable; readonly mediaType: string };
type Lang = "zh" | "en";

const WORDS = {
  data: { zh: "数据", en: "Data" },
  guide: { zh: "填写说明", en: "How to fill it in" },
  guideHead: { zh: ["列", "是否必填", "说明", "示例"], en: ["Column", "Needed", "How", "Example"] },
  needed: { zh: "必填", en: "yes" },
  optional: { zh: "选填", en: "no" },
} as const;

/** The empty table to fill in: headings, choices to pick from, and a second sheet that says how. As CSV the headings alone. */
export async function tableTemplate(sheet: Sheet, format: SheetFormat, lang: Lang): Promise<TableFile> {
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
  return { body: Readable.from([Buffer.from(file)], { objectMode: false }), mediaType: MEDIA_TYPE_OF.xlsx };
}

function letterOf(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letterOf(Math.floor(at / 26) - 1) + letterOf(at % 26);
}

/** Rows as a file, written as they come: a report of a hundred thousand rows is never whole in memory. Text never becomes a formula. */
export function tableFile(format: SheetFormat, name: string, rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>): TableFile {
  return { body: sheetStream(format, name.slice(0, 31), inChunks(rows)), mediaType: MEDIA_TYPE_OF[format] };
}

const ROWS_AT_ONCE = 100;

async function* inChunks(rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>): AsyncGenerator<readonly (readonly string[])[]> {
  let chunk: (readonly string[])[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < ROWS_AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
