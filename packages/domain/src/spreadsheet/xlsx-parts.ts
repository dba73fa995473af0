import { SaxesParser } from "saxes";

/** What a workbook says about its first sheet: where it is, which number styles are dates, and from which year days are counted. */
export type WorkbookFacts = { readonly sheetPath: string; readonly dateStyles: ReadonlySet<number>; readonly from1904: boolean };

/** Calls back for the elements and texts of an XML that comes in pieces; a piece that is not XML throws. */
export function xmlReader(on: { readonly open?: (name: string, attribute: (key: string) => string | undefined) => void; readonly close?: (name: string) => void; readonly text?: (text: string) => void }): { write(text: string): void; close(): void } {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  const local = (name: string): string => name.slice(name.indexOf(":") + 1);
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => on.open?.(local(name), (key) => attributes[key]));
  parser.on("closetag", ({ name }) => on.close?.(local(name)));
  if (on.text) parser.on("text", on.text);
  return {
    write: (text) => {
      parser.write(text);
    },
    close: () => {
      parser.close();
    },
  };
}

export function firstSheetOf(workbookXml: string, relationsXml: string): { readonly path: string; readonly from1904: boolean } | undefined {
  let relation: string | undefined;
  let from1904 = false;
  read(workbookXml, (name, attribute) => {
    if (name === "sheet" && relation === undefined && (attribute("state") ?? "visible") === "visible") relation = attribute("r:id");
    if (name === "workbookPr") from1904 = /^(1|true)$/.test(attribute("date1904") ?? "");
  });
  let target: string | undefined;
  read(relationsXml, (name, attribute) => {
    if (name === "Relationship" && attribute("Id") === relation) target = attribute("Target");
  });
  if (relation === undefined || target === undefined) return undefined;
  return { path: target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`, from1904 };
}

/** Built-in formats that show a day (ECMA-376 18.8.30), those of East Asian editions included. */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

export function dateStylesOf(stylesXml: string): ReadonlySet<number> {
  const custom = new Map<number, string>();
  const found = new Set<number>();
  let inCells = false;
  let style = 0;
  const reader = xmlReader({
    open: (name, attribute) => {
      if (name === "numFmt") custom.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      const id = Number(attribute("numFmtId") ?? 0);
      const format = custom.get(id)?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
      if (format === undefined ? isBuiltInDate(id) : /[ymd]/i.test(format)) found.add(style);
      style += 1;
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  reader.write(stylesXml);
  reader.close();
  return found;
}

function read(xml: string, open: (name: string, attribute: (key: string) => string | undefined) => void): void {
  const reader = xmlReader({ open });
  reader.write(xml);
  reader.close();
}

const DAY_MS = 86_400_000;

/** A serial number of days as "YYYY-MM-DD"; 1900 was no leap year, though spreadsheets count as if it had been. */
export function dayOfSerial(serial: number, from1904: boolean): string {
  const days = Math.floor(serial);
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(epoch + days * DAY_MS).toISOString().slice(0, 10);
}

/** The number as a person would write it: no exponent, and no more digits than a sheet keeps (15). */
export function plainNumber(text: string): string {
  if (/^-?\d{1,15}(\.\d{1,4})?$/.test(text)) return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e21 && !/e/i.test(String(rounded)) ? String(rounded) : BigInt(Math.round(rounded)).toString();
}

/** "BC12" → 54, counted from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return column - 1;
}
