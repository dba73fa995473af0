import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { csvRows } from "./csv-reader.ts";
import type { SheetChunk } from "./sheet.ts";
import { xlsxRows } from "./xlsx-reader.ts";

/** What may be sent as a sheet. */
export const SHEET_MEDIA_TYPES = ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] as const;
export type SheetMediaType = (typeof SHEET_MEDIA_TYPES)[number];

export function isSheet(mediaType: string): mediaType is SheetMediaType {
  return SHEET_MEDIA_TYPES.some((one) => one === mediaType);
}

/** Rows of a CSV or XLSX file on this machine, in order, as they are read; never the whole file. @throws SheetError */
export async function* readSheet(file: { readonly path: string; readonly mediaType: SheetMediaType }): AsyncGenerator<SheetChunk> {
  if (file.mediaType !== "text/csv") return yield* xlsxRows(file.path);
  const { size } = await stat(file.path);
  const stream = createReadStream(file.path, { highWaterMark: 256 * 1024 });
  for await (const rows of csvRows(stream)) yield { rows, share: size === 0 ? 1 : stream.bytesRead / size };
}
