/** One row of a sheet as text, as it stands in the file; missing cells at the end are missing here too. */
export type SheetRow = readonly string[];

/** Rows in order of the file, with how much of the file was read for them: 0 to 1. */
export type SheetChunk = { readonly rows: readonly SheetRow[]; readonly share: number };

/** A cell to be written: text, or an exact decimal number as text, so that nothing is lost in a float. */
export type Cell = string | { readonly number: string };

export const SHEET_LIMITS = { columns: 256, cellCharacters: 32_767 } as const;

export type SheetFault = "SHEET_UNREADABLE" | "SHEET_TOO_WIDE" | "SHEET_ENCODING" | "SHEET_QUOTE_OPEN";

/** A file that cannot be read as a sheet; `row` is the last row that was read whole. */
export class SheetError extends Error {
  readonly code: SheetFault;
  readonly row: number;
  constructor(code: SheetFault, row: number) {
    super(`${code} after row ${row}`);
    this.code = code;
    this.row = row;
  }
}
