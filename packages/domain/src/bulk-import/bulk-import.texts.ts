import type { Texts } from "../shared/texts.ts";

export const IMPORT_TEXTS = {
  IMPORT_FILE_OR_ROWS: { zh: "请上传一个表格文件，或在接口中给出数据行，二者选一。", en: "Hand in an uploaded file, or rows, not both." },
  IMPORT_FILE_NOT_YOURS: { zh: "没有找到本单位上传的这个文件，请重新上传。", en: "Your organisation has not uploaded this file; please upload it again." },
  IMPORT_NOT_A_TABLE: { zh: "文件不是可读的表格。请使用下载的模板（.xlsx 或 .csv），不要加密。", en: "The file is not a table that can be read. Use the template (.xlsx or .csv) without a password." },
  IMPORT_FILE_TOO_LARGE: { zh: "表格文件过大，上限为 {limit} MB，请分成几个文件。", en: "The file is too large; the limit is {limit} MB. Split it." },
  IMPORT_EMPTY: { zh: "表格中没有数据行。第一行为表头，从第二行起填写。", en: "The table has no rows. Headings are in the first row; data begin in the second." },
  IMPORT_TOO_MANY_ROWS: { zh: "表格超过 {max} 行，请分成几个文件。", en: "The table has more than {max} rows. Split it." },
  IMPORT_COLUMNS_MISSING: { zh: "表头缺少必填列：{columns}。请使用下载的模板，不要改动第一行。", en: "These columns are missing: {columns}. Use the template and leave its first row as it is." },
  IMPORT_COLUMN_TWICE: { zh: "表头中“{column}”出现了两次。", en: "The column “{column}” is there twice." },
  IMPORT_ROW_FAILED: { zh: "这一行处理时系统出现故障，没有录入。请稍后单独重新提交。", en: "Something failed on our side at this row and it was not entered. Hand it in again later." },
  IMPORT_CELL_FORM: { zh: "“{text}”的写法不对，应为：{form}。", en: "“{text}” is not in the right form: {form}." },
  IMPORT_CHOICE_UNKNOWN: { zh: "“{text}”不在可选范围内，可填：{choices}。", en: "“{text}” is not among the choices: {choices}." },
} as const satisfies Texts;
