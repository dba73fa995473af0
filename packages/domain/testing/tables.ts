import { buffer } from "node:stream/consumers";
import type { Deps } from "../src/shared/database.ts";
import type { Actor } from "../src/shared/actor.ts";
import { tableFile } from "../src/bulk-import/index.ts";
import { aDocument } from "./documents.ts";

export type TableForm = "xlsx" | "xlsx-broken" | "csv" | "csv-gb18030";

/** A table file that somebody uploaded. */
export async function aTable(deps: Deps, by: Actor, form: TableForm, rows: readonly (readonly (string | number)[])[]): Promise<string> {
  const isWorkbook = form.startsWith("xlsx");
  const whole = await buffer(tableFile(isWorkbook ? "xlsx" : "csv", "数据", rows.map((row) => row.map(String))).body);
  return aDocument(deps, by, { name: isWorkbook ? "汇交.xlsx" : "汇交.csv", content: inForm(form, whole) });
}

function inForm(form: TableForm, file: Buffer): Buffer {
  if (form === "xlsx-broken") return spoilt(file);
  return form === "csv-gb18030" ? inGb18030(file.toString("utf8").replace(/^\ufeff/, "")) : file;
}

/** Its directory is there, so that it passes for a workbook; what it holds is not. */
function spoilt(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  const from = copy.indexOf("xl/worksheets/sheet1.xml") + 40;
  copy.fill(0xff, from, from + 60);
  return copy;
}

/** Node decodes GB 18030 but does not encode it: the way back is a table of the two-byte codes. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), Buffer.from([lead, trail]));
  return Buffer.concat([...text].map((character) => (character < "\u0080" ? Buffer.from(character) : (codes.get(character) ?? Buffer.from("?")))));
}
