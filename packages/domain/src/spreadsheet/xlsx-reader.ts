import { text as textOf } from "node:stream/consumers";
import { openZip, type ZipFile } from "./zip-reader.ts";
import { SHEET_LIMITS, SheetError, type SheetChunk, type SheetRow } from "./sheet.ts";
import { columnOf, dateStylesOf, dayOfSerial, firstSheetOf, plainNumber, xmlReader, type WorkbookFacts } from "./xlsx-parts.ts";

const SMALL_PART_BYTES = 32 * 1024 * 1024;
/** Of all shared texts together; beyond it a file is taken for one that wants to fill the memory. */
const SHARED_TEXT_BYTES = 600 * 1024 * 1024;
const EMPTY_CELLS: readonly string[] = [];

/** Rows of the first visible sheet of a workbook (XLSX), read through once. `path` is a file on this machine. */
export async function* xlsxRows(path: string): AsyncGenerator<SheetChunk> {
  const zip = await openZip(path).catch(() => {
    throw new SheetError("SHEET_UNREADABLE", 0);
  });
  try {
    const facts = await factsOf(zip);
    const shared = await sharedTexts(zip);
    yield* rowsOf(zip, facts, shared);
  } finally {
    zip.close();
  }
}

async function factsOf(zip: ZipFile): Promise<WorkbookFacts> {
  const part = async (name: string): Promise<string | undefined> => {
    const entry = zip.entry(name);
    if (!entry) return undefined;
    if (entry.sizeBytes > SMALL_PART_BYTES) throw new SheetError("SHEET_UNREADABLE", 0);
    return textOf(await entry.open());
  };
  try {
    const [workbook, relations, styles] = [await part("xl/workbook.xml"), await part("xl/_rels/workbook.xml.rels"), await part("xl/styles.xml")];
    const sheet = workbook !== undefined && relations !== undefined ? firstSheetOf(workbook, relations) : undefined;
    if (!sheet) throw new SheetError("SHEET_UNREADABLE", 0);
    return { sheetPath: sheet.path, from1904: sheet.from1904, dateStyles: styles === undefined ? new Set() : dateStylesOf(styles) };
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError("SHEET_UNREADABLE", 0);
  }
}

/** The texts that cells point to, kept as bytes: a third of what they would take as strings. */
async function sharedTexts(zip: ZipFile): Promise<(index: number) => string | undefined> {
  const entry = zip.entry("xl/sharedStrings.xml");
  if (!entry) return () => undefined;
  const texts: Buffer[] = [];
  let bytes = 0;
  let current = "";
  let inText = false;
  let phonetic = false;
  const reader = xmlReader({
    open: (name) => {
      if (name === "si") current = "";
      if (name === "rPh") phonetic = true;
      inText = name === "t" && !phonetic;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      inText = false;
      if (name === "rPh") phonetic = false;
      if (name !== "si") return;
      const kept = Buffer.from(current.slice(0, SHEET_LIMITS.cellCharacters));
      bytes += kept.length;
      if (bytes > SHARED_TEXT_BYTES) throw new SheetError("SHEET_UNREADABLE", 0);
      texts.push(kept);
    },
  });
  await pump(await entry.open(), (text) => reader.write(text), () => 0);
  reader.close();
  return (index) => texts[index]?.toString("utf8");
}

async function* rowsOf(zip: ZipFile, { sheetPath, dateStyles, from1904 }: WorkbookFacts, shared: (index: number) => string | undefined): AsyncGenerator<SheetChunk> {
  const entry = zip.entry(sheetPath);
  if (!entry) throw new SheetError("SHEET_UNREADABLE", 0);
  let read = 0;
  let ready: SheetRow[] = [];
  let row: string[] = [];
  let column = -1;
  let kind = "n";
  let style = 0;
  let value = "";
  let inValue = false;
  const reader = xmlReader({
    open: (name, attribute) => {
      if (name === "row") {
        const number = Number(attribute("r") ?? read + 1);
        for (; read + 1 < number && number < 2_000_000; read += 1) ready.push(EMPTY_CELLS); // rows without cells are not written
        row = [];
        column = -1;
      } else if (name === "c") {
        const reference = attribute("r");
        column = reference === undefined ? column + 1 : columnOf(reference);
        if (column >= SHEET_LIMITS.columns) throw new SheetError("SHEET_TOO_WIDE", read);
        kind = attribute("t") ?? "n";
        style = Number(attribute("s") ?? 0);
        value = "";
      } else inValue = name === "v" || name === "t";
    },
    text: (text) => {
      if (inValue) value += text;
    },
    close: (name) => {
      if (name === "v" || name === "t") inValue = false;
      else if (name === "c") {
        while (row.length < column) row.push("");
        row[column] = cellText();
      } else if (name === "row") {
        ready.push(row);
        read += 1;
      }
    },
  });
  const cellText = (): string => {
    if (kind === "s") return shared(Number(value)) ?? "";
    if (kind === "b") return value === "1" ? "TRUE" : "FALSE";
    if (kind !== "n" || value === "") return value;
    return dateStyles.has(style) ? dayOfSerial(Number(value), from1904) : plainNumber(value);
  };
  const stream = await entry.open();
  let bytes = 0;
  stream.setEncoding("utf8");
  try {
    for await (const text of stream as AsyncIterable<string>) {
      reader.write(text);
      bytes += Buffer.byteLength(text);
      if (ready.length < 500) continue;
      yield { rows: ready, share: Math.min(1, bytes / Math.max(1, entry.sizeBytes)) };
      ready = [];
    }
    reader.close();
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError("SHEET_UNREADABLE", read);
  }
  if (ready.length > 0) yield { rows: ready, share: 1 };
}

async function pump(stream: NodeJS.ReadableStream, write: (text: string) => void, row: () => number): Promise<void> {
  stream.setEncoding("utf8");
  try {
    for await (const text of stream) write(String(text));
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError("SHEET_UNREADABLE", row());
  }
}
