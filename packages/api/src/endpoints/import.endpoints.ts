import { Readable } from "node:stream";
import { IMPORT_OUTCOME_LABELS, listImportRows, listImports, readImport, tableFile, tableTemplate, type TableFile } from "@ttx/domain/bulk-import";
import { importResults } from "@ttx/domain/result";
import { SHEET_FORMATS, type SheetFormat } from "@ttx/domain/spreadsheet";
import { notFound } from "@ttx/domain/shared/errors";
import { read } from "@ttx/domain/shared/execute";
import { endpoint, rawEndpoint, type Call, type Endpoint, type Language, type Parts } from "../door/endpoint.ts";
import { importProblems, problemsText } from "../import-report.ts";
import { SHEET_MEDIA_TYPES } from "../sheet-download.ts";
import { importSheet } from "../import-sheets.ts";

const ofImport = ({ params, query }: Parts): unknown => ({ ...query, importId: params["id"] });

export const IMPORT_ENDPOINTS: readonly Endpoint[] = [
  endpoint("POST", "/own/results/imports", importResults, { zh: "批量提交成果（汇交登记）：已上传的表格，或 rows 中的数据行", en: "Hand in results at once: an uploaded table, or rows" }, { tag: "imports", status: 202, input: ({ body }) => body }),
  endpoint("GET", "/own/imports", listImports, { zh: "本单位的批量提交", en: "Tables that the own organisation handed in" }, { tag: "imports" }),
  endpoint("GET", "/own/imports/{id}", readImport, { zh: "批量提交的进度", en: "How far a table has been entered" }, { tag: "imports", input: ofImport }),
  endpoint("GET", "/own/imports/{id}/rows", listImportRows, { zh: "批量提交的逐行报告", en: "The report row by row" }, { tag: "imports", input: ofImport }),
  rawEndpoint("GET", "/own/imports/{id}/report", ["bulk-import.read", "bulk-import.list-rows"], { zh: "下载逐行报告；format 为 xlsx 或 csv，refused=1 时只含未录入的行", en: "Download the report as xlsx or csv; refused=1 for the rows that were not entered" }, report, { tag: "imports", produces: SHEET_MEDIA_TYPES }),
  rawEndpoint("GET", "/import-templates/{kind}", ["reference.read"], { zh: "下载批量提交的空白表格；format 为 xlsx 或 csv", en: "Download the empty table as xlsx or csv" }, template, { tag: "imports", open: true, produces: SHEET_MEDIA_TYPES }),
];

const WORDS = {
  line: { zh: "行号", en: "Line" },
  outcome: { zh: "处理结果", en: "Outcome" },
  problems: { zh: "原因", en: "Reasons" },
  report: { zh: "处理报告", en: "Report" },
} as const;

function formatOf({ parts }: Call): SheetFormat {
  return SHEET_FORMATS.find((format) => format === parts.query["format"]) ?? "xlsx";
}

function languageOf({ parts, language }: Call): Language {
  return parts.query["lang"] === "en" ? "en" : parts.query["lang"] === "zh" ? "zh" : language;
}

async function template(call: Call): Promise<Response> {
  const kind = call.parts.params["kind"] ?? "";
  const [sheet, lang, format] = [importSheet(kind) ?? notFound("import-template", kind), languageOf(call), formatOf(call)];
  return download(await tableTemplate(sheet, format, lang), `${sheet.title[lang]}.${format}`, "public, max-age=3600");
}

/** What was handed in, with outcome and reasons beside it: to be mended in place and handed in again. */
async function report(call: Call): Promise<Response> {
  const { deps, actor, parts } = call;
  const importId = parts.params["id"];
  const { kind, fileName } = await read(deps, readImport, actor, { importId });
  const [sheet, lang, format] = [importSheet(kind) ?? notFound("import-template", kind), languageOf(call), formatOf(call)];
  const outcome = parts.query["refused"] === "1" ? "REFUSED" : undefined;
  async function* rows(): AsyncGenerator<string[]> {
    yield [WORDS.line[lang], WORDS.outcome[lang], WORDS.problems[lang], ...sheet.columns.map(({ heading }) => heading[lang])];
    for (let cursor: string | undefined | null; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof listImportRows.run>> = await read(deps, listImportRows, actor, { importId, outcome, limit: 100, ...(cursor ? { cursor } : {}) });
      for (const { no, outcome: is, cells, problems } of page.items) {
        yield [String(no), IMPORT_OUTCOME_LABELS[is][lang], problemsText(importProblems(sheet, problems, lang), lang), ...sheet.columns.map(({ key }) => cells?.[key] ?? "")];
      }
      cursor = page.nextCursor;
    }
  }
  return download(tableFile(format, WORDS.report[lang], rows()), `${WORDS.report[lang]} ${fileName.replace(/\.\w+$/, "")}.${format}`, "private, no-store");
}

function download({ body, mediaType }: TableFile, name: string, caching: string): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return new Response(Readable.toWeb(body) as unknown as ReadableStream, {
    headers: {
      "content-type": mediaType, "cache-control": caching, "x-content-type-options": "nosniff",
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
