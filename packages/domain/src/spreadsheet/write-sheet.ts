import { Readable } from "node:stream";
import { CSV_START, csvLine } from "./csv-writer.ts";
import type { SheetMediaType } from "./read-sheet.ts";
import type { Cell } from "./sheet.ts";
import { xlsxStream } from "./xlsx-writer.ts";

export const SHEET_FORMATS = ["csv", "xlsx"] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

export const MEDIA_TYPE_OF: Readonly<Record<SheetFormat, SheetMediaType>> = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A sheet as a file, written while its rows come, so that a list of any length takes no memory. */
export function sheetStream(format: SheetFormat, title: string, rows: AsyncIterable<readonly (readonly Cell[])[]>): Readable {
  return format === "xlsx" ? xlsxStream(title, rows) : Readable.from(csvText(rows), { objectMode: false });
}

async function* csvText(rows: AsyncIterable<readonly (readonly Cell[])[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(CSV_START);
  for await (const chunk of rows) if (chunk.length > 0) yield Buffer.from(chunk.map(csvLine).join(""));
}
