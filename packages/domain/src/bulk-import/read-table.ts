import type { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { streamXlsxRows, type CellValue } from "hucre/xlsx";
import { DomainError } from "../shared/errors.ts";
import type { TableRow } from "./sheet.rules.ts";
import { unpackedBytes } from "./zip-size.rules.ts";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** 20 MB: about a hundred thousand rows. */
export const TABLE_LIMIT_BYTES = 20 * 1024 * 1024;
const UNPACKED_LIMIT_BYTES = 400 * 1024 * 1024;
const COLUMNS_MAX = 200;

/** The rows of a table file one after the other, the first sheet of a workbook only; never more than one row is built at a time. */
export async function* readTable(open: () => Promise<Readable>, mediaType: string): AsyncGenerator<TableRow> {
  if (mediaType === XLSX) yield* rowsOfWorkbook(await whole(await open()));
  else yield* rowsOfText(await open(), await encodingOf(await open()));
}

async function* rowsOfWorkbook(file: Uint8Array): AsyncGenerator<TableRow> {
  if ((unpackedBytes(file) ?? Infinity) > UNPACKED_LIMIT_BYTES) noTable();
  try {
    for await (const { index, values } of streamXlsxRows(file, { sheet: 0 })) yield { no: index + 1, values: values.slice(0, COLUMNS_MAX).map(textOf) };
  } catch {
    noTable(); // the file is in memory: what fails here is what it says
  }
}

function noTable(): never {
  throw new DomainError("IMPORT_NOT_A_TABLE", "refused");
}

/** Cells as a person reads them: days without a time, numbers without an exponent. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)));
  return String(value);
}

async function* rowsOfText(file: Readable, encoding: string): AsyncGenerator<TableRow> {
  const parser = parse({ bom: true, delimiter: [",", "\t"], relax_column_count: true, relax_quotes: true, max_record_size: 1_000_000 });
  const decoder = new TextDecoder(encoding);
  file.on("error", (error) => parser.destroy(error));
  file.on("data", (bytes: Buffer) => {
    if (!parser.write(decoder.decode(bytes, { stream: true }))) {
      file.pause();
      parser.once("drain", () => file.resume());
    }
  });
  file.once("end", () => parser.end(decoder.decode()));
  let no = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      no += 1;
      yield { no, values: record.slice(0, COLUMNS_MAX) };
    }
  } catch (error) {
    if (error instanceof CsvError) noTable();
    throw error;
  }
}

/** Spreadsheet programs in China save CSV in GB 18030 as often as in UTF-8. */
async function encodingOf(file: Readable): Promise<"utf-8" | "gb18030"> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const bytes of file as AsyncIterable<Buffer>) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return "utf-8";
  } catch {
    return "gb18030";
  }
}

async function whole(file: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const bytes of file as AsyncIterable<Buffer>) chunks.push(bytes);
  return Buffer.concat(chunks);
}
