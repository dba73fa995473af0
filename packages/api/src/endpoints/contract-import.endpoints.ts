import { cancelImport, IMPORT_SIZE_LIMIT_BYTES, listImports, openReport, readImport, uploadImport, UploadImportInput } from "@ttx/domain/contract-import";
import { DomainError } from "@ttx/domain/shared/errors";
import type { Cell } from "@ttx/domain/spreadsheet";
import { answerJson } from "../door/answer-json.ts";
import { endpoint, rawEndpoint, type Call, type Endpoint, type Language, type Parts } from "../door/endpoint.ts";
import { contractRowProblem, type ContractRowProblem } from "../contract-import-problems.ts";
import { languageOf, SHEET_MEDIA_TYPES, sheetDownload } from "../sheet-download.ts";

const ofImport = ({ params }: Parts): unknown => ({ importId: params["id"] });
const MEGABYTE = 1024 * 1024;

export const CONTRACT_IMPORT_ENDPOINTS: readonly Endpoint[] = [
  rawEndpoint("POST", "/contract-imports", ["contract-import.start"], { zh: "上传批量导入文件（正文为 XLSX 或 CSV，文件名在 X-File-Name；choice：ALL 全部正确才导入，GOOD 只导入正确的行）", en: "Upload a sheet of contracts: its bytes as the body, its name in X-File-Name; choice ALL takes all rows or none, GOOD the good ones" }, receive, { tag: "contracts", inputSchema: UploadImportInput }),
  endpoint("GET", "/contract-imports", listImports, { zh: "本单位的批量导入", en: "Own bulk imports" }, { tag: "contracts" }),
  endpoint("GET", "/contract-imports/{id}", readImport, { zh: "批量导入进度与问题", en: "How far an import is, and its problems" }, { tag: "contracts", input: ofImport }),
  endpoint("POST", "/contract-imports/{id}/cancel", cancelImport, { zh: "取消批量导入", en: "Cancel an import" }, { tag: "contracts", input: ofImport }),
  rawEndpoint("GET", "/contract-imports/{id}/report", ["contract-import.read"], { zh: "下载错误报告：有误的行与原因，改正后可再次上传；format：xlsx 或 csv", en: "Download the bad rows with their reasons, to be mended and sent again; format xlsx or csv" }, report, { tag: "contracts", produces: SHEET_MEDIA_TYPES }),
];

/** The body goes to the disk as it comes. */
async function receive({ deps, actor, origin, parts, request }: Call) {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > IMPORT_SIZE_LIMIT_BYTES) throw new DomainError("DOCUMENT_TOO_LARGE", "refused", { limit: IMPORT_SIZE_LIMIT_BYTES / MEGABYTE });
  if (request.body === null) throw new DomainError("DOCUMENT_EMPTY", "refused");
  const name = parts.query["name"] ?? decodeURIComponent(request.headers.get("x-file-name") ?? "");
  const body = request.body as unknown as AsyncIterable<Uint8Array>;
  const begun = await uploadImport(deps, actor, { ...parts.query, name }, { body, announcedBytes: announced > 0 ? announced : undefined }, origin);
  return answerJson(begun, origin, begun.again ? 200 : 202);
}

const PROBLEMS = { zh: "错误（改正后再次上传即可，本列会被忽略）", en: "Errors (mend and send again; this column is ignored)" };
const ROW = { zh: "原行号", en: "Row" };

async function report(call: Call): Promise<Response> {
  const { deps, actor, parts } = call;
  const language = languageOf(call);
  const { fileName, head, badRows } = await openReport(deps, actor, parts.params["id"]);
  const heads = await head();
  async function* rows(): AsyncGenerator<readonly (readonly Cell[])[]> {
    yield [[...heads, ROW[language], PROBLEMS[language]]];
    for await (const bad of badRows()) {
      yield bad.map(({ rowNo, cells, problems }) => [...heads.map((_, i) => cells[i] ?? ""), String(rowNo), problems.map((problem) => wordsOf(contractRowProblem(problem, language), language)).join("\n")]);
    }
  }
  return sheetDownload(call, `${fileName.replace(/\.\w+$/, "")}-${language === "zh" ? "错误报告" : "errors"}`, rows());
}

function wordsOf({ column, message }: ContractRowProblem, language: Language): string {
  return column === null ? message : `${column}${language === "zh" ? "：" : ": "}${message}`;
}
