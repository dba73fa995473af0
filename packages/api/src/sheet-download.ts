import { Readable } from "node:stream";
import { MEDIA_TYPE_OF, SHEET_FORMATS, sheetStream, type Cell, type SheetFormat } from "@ttx/domain/spreadsheet";
import type { Call, Language } from "./door/endpoint.ts";

export const SHEET_MEDIA_TYPES = Object.values(MEDIA_TYPE_OF);

export function formatOf({ parts }: Pick<Call, "parts">): SheetFormat {
  return SHEET_FORMATS.find((format) => format === parts.query["format"]) ?? "xlsx";
}

/** The language asked for by address, since a link cannot send a header. */
export function languageOf({ parts, language }: Pick<Call, "parts" | "language">): Language {
  return parts.query["lang"] === "en" ? "en" : parts.query["lang"] === "zh" ? "zh" : language;
}

/** A sheet that is sent while its rows come. */
export function sheetDownload(call: Call, title: string, rows: AsyncIterable<readonly (readonly Cell[])[]>): Response {
  const format = formatOf(call);
  return fileDownload(Readable.toWeb(sheetStream(format, title, rows)) as unknown as ReadableStream, MEDIA_TYPE_OF[format], `${title}.${format}`, "private, no-store");
}

function fileDownload(body: ReadableStream, mediaType: string, name: string, caching: string): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return new Response(body, {
    headers: {
      "content-type": mediaType === "text/csv" ? "text/csv; charset=utf-8" : mediaType,
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": caching,
      "x-content-type-options": "nosniff",
    },
  });
}
