import type { Texts } from "../shared/texts.ts";

export const SPREADSHEET_TEXTS = {
  SHEET_KIND_REFUSED: { zh: "请上传 Excel（.xlsx）或 CSV 文件；旧版 .xls 请另存为 .xlsx。", en: "Upload an Excel (.xlsx) or CSV file; save an old .xls as .xlsx first." },
  SHEET_UNREADABLE: { zh: "文件不是可读取的 Excel 工作簿，或已损坏（读至第 {row} 行）。请用 Excel 打开后另存一份再上传。", en: "The file is no readable workbook, or is damaged (after row {row}). Open it, save a fresh copy and upload that." },
  SHEET_TOO_WIDE: { zh: "第 {row} 行之后有一行超过 256 列。请使用下载的模板。", en: "A row after row {row} has more than 256 columns. Use the template." },
  SHEET_ENCODING: { zh: "第 {row} 行之后的文字不是 UTF-8 或 GB 18030 编码。请另存为“CSV UTF-8”。", en: "The text after row {row} is neither UTF-8 nor GB 18030. Save the file as “CSV UTF-8”." },
  SHEET_QUOTE_OPEN: { zh: "第 {row} 行之后有一个引号没有闭合，或单元格过长。请检查该行的引号。", en: "After row {row} a quotation mark is not closed, or a cell is too long. Check the quotation marks of that row." },
} as const satisfies Texts;
