import { TextDecoder } from "node:util";
import { SHEET_LIMITS, SheetError, type SheetRow } from "./sheet.ts";

const COMMA = 44;
const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Rows of a CSV text (RFC 4180) as its bytes come. UTF-8, or GB 18030 as Chinese spreadsheet programs write it: the first bytes that are not
 * ASCII decide. Nothing is held but the row that is being read.
 */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly SheetRow[]> {
  const parser = new CsvParser();
  const decoder = new TextOf();
  for await (const chunk of bytes) {
    const rows = parser.push(decoder.push(chunk, parser.rowsRead));
    if (rows.length > 0) yield rows;
  }
  const last = parser.end(decoder.end(parser.rowsRead));
  if (last.length > 0) yield last;
}

/** Bytes to text, without the mark that UTF-8 files may begin with. */
class TextOf {
  #decoder: TextDecoder | undefined;
  #begun = false;

  push(bytes: Uint8Array, row: number): string {
    if (this.#decoder === undefined) {
      const first = bytes.findIndex((byte) => byte >= 0x80);
      if (first < 0) return this.#unmarked(new TextDecoder("latin1").decode(bytes));
      this.#decoder = new TextDecoder(looksLikeUtf8(bytes.subarray(first)) ? "utf-8" : "gb18030", { fatal: true, ignoreBOM: true });
    }
    return this.#unmarked(this.#decode(bytes, row, true));
  }

  end(row: number): string {
    return this.#decoder === undefined ? "" : this.#decode(new Uint8Array(), row, false);
  }

  #decode(bytes: Uint8Array, row: number, stream: boolean): string {
    try {
      return this.#decoder!.decode(bytes, { stream });
    } catch {
      throw new SheetError("SHEET_ENCODING", row);
    }
  }

  #unmarked(text: string): string {
    const rest = !this.#begun && text.startsWith("\uFEFF") ? text.slice(1) : text;
    if (text !== "") this.#begun = true;
    return rest;
  }
}

/** A chunk may end within a character, so that its last three bytes prove nothing. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

class CsvParser {
  rowsRead = 0;
  #rest = "";
  #row: string[] = [];
  /** The text of a quoted cell so far, while it is open. */
  #quoted: string | undefined;

  push(text: string): SheetRow[] {
    return this.#read(this.#rest + text, false);
  }

  end(text: string): SheetRow[] {
    const rows = this.#read(this.#rest + text, true);
    if (this.#quoted !== undefined) throw new SheetError("SHEET_QUOTE_OPEN", this.rowsRead);
    return rows;
  }

  #read(text: string, atEnd: boolean): SheetRow[] {
    const rows: SheetRow[] = [];
    let at = 0;
    while (at < text.length) {
      if (this.#quoted !== undefined) {
        const close = text.indexOf('"', at);
        const undecided = close === text.length - 1 && !atEnd;
        if (close < 0 || undecided) {
          const upTo = undecided ? close : text.length;
          this.#quoted += text.slice(at, upTo);
          this.#limit(this.#quoted);
          at = upTo;
          break;
        }
        this.#quoted += text.slice(at, close);
        at = close + 1;
        if (text.charCodeAt(at) === QUOTE) {
          this.#quoted += '"';
          at += 1;
          continue;
        }
        const next = this.#afterCell(text, at, atEnd);
        if (next === undefined) {
          at = close; // the end of the row may lie in the next chunk: the closing quote is read again
          break;
        }
        this.#cell(this.#quoted + text.slice(at, next.end));
        this.#quoted = undefined;
        at = this.#onward(rows, next);
        continue;
      }
      if (text.charCodeAt(at) === QUOTE) {
        this.#quoted = "";
        at += 1;
        continue;
      }
      const next = this.#afterCell(text, at, atEnd);
      if (next === undefined) break;
      this.#cell(text.slice(at, next.end));
      at = this.#onward(rows, next);
    }
    this.#rest = text.slice(at);
    this.#limit(this.#rest);
    if (atEnd && this.#row.length > 0) this.#finish(rows);
    return rows;
  }

  /** Where the cell that goes on at `at` ends, and where the next begins. Undefined when that lies beyond the text. */
  #afterCell(text: string, at: number, atEnd: boolean): { readonly end: number; readonly next: number; readonly lineEnds: boolean } | undefined {
    for (let i = at; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === COMMA) return { end: i, next: i + 1, lineEnds: false };
      if (code === LINE_FEED) return { end: i, next: i + 1, lineEnds: true };
      if (code !== CARRIAGE_RETURN) continue;
      if (i + 1 < text.length) return { end: i, next: text.charCodeAt(i + 1) === LINE_FEED ? i + 2 : i + 1, lineEnds: true };
      return atEnd ? { end: i, next: i + 1, lineEnds: true } : undefined;
    }
    return atEnd ? { end: text.length, next: text.length, lineEnds: true } : undefined;
  }

  #onward(rows: SheetRow[], { next, lineEnds }: { readonly next: number; readonly lineEnds: boolean }): number {
    if (lineEnds) this.#finish(rows);
    return next;
  }

  #cell(text: string): void {
    this.#limit(text);
    this.#row.push(text);
    if (this.#row.length > SHEET_LIMITS.columns) throw new SheetError("SHEET_TOO_WIDE", this.rowsRead);
  }

  #limit(text: string): void {
    if (text.length > SHEET_LIMITS.cellCharacters * 4) throw new SheetError("SHEET_QUOTE_OPEN", this.rowsRead);
  }

  #finish(rows: SheetRow[]): void {
    rows.push(this.#row);
    this.#row = [];
    this.rowsRead += 1;
  }
}
