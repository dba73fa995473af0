import type { Cell } from "./sheet.ts";

/** The mark that spreadsheet programs look for to read UTF-8. */
export const CSV_START = "\uFEFF";

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. RFC 4180 quoting. */
function csvCell(cell: Cell): string {
  const text = typeof cell === "string" ? (/^[=+@\t\r]|^-(?![\d.]+$)/.test(cell) ? `'${cell}` : cell) : cell.number;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
