import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvRows } from "./csv-reader.ts";
import { readSheet, sheetStream, MEDIA_TYPE_OF, type Cell, type SheetFormat, type SheetRow } from "./index.ts";
import { columnOf, dateStylesOf, dayOfSerial, plainNumber } from "./xlsx-parts.ts";

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function csv(bytes: Uint8Array, size = 7): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const some of csvRows(pieces(bytes, size))) rows.push(...some);
  return rows;
}

async function* inOne(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly (readonly Cell[])[]> {
  yield rows;
}

describe("C6 spreadsheet", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "ttx-sheet-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const thereAndBack = async (format: SheetFormat, rows: readonly (readonly Cell[])[]): Promise<SheetRow[]> => {
    const file = path.join(folder, `a.${format}`);
    await pipeline(sheetStream(format, "合同", inOne(rows)), createWriteStream(file));
    const found: SheetRow[] = [];
    for await (const chunk of readSheet({ path: file, mediaType: MEDIA_TYPE_OF[format] })) found.push(...chunk.rows);
    return found;
  };

  it.each([1, 2, 3, 7, 64])("C6 spreadsheet: CSV in pieces of %i bytes reads the same", async (size) => {
    const text = '\uFEFF名称,金额\r\n"甲,""乙""\r\n丙",12\n,\r\n末行,"x"';
    expect(await csv(Buffer.from(text), size)).toEqual([["名称", "金额"], ['甲,"乙"\r\n丙', "12"], ["", ""], ["末行", "x"]]);
  });

  it("C6 spreadsheet: CSV as Chinese spreadsheet programs save it (GB 18030)", async () => {
    const gbk = Buffer.from([0xba, 0xcf, 0xcd, 0xac, 0x2c, 0x31, 0x0a]); // 合同,1
    expect(await csv(gbk, 3)).toEqual([["合同", "1"]]);
    const late = Buffer.concat([Buffer.from("a,b\n".repeat(5)), gbk]);
    expect((await csv(late, 16)).at(-1)).toEqual(["合同", "1"]);
  });

  it("C6 spreadsheet: a quotation mark left open is named, with the row before it", async () => {
    await expect(csv(Buffer.from('a,b\n"c,d\n'))).rejects.toMatchObject({ code: "SHEET_QUOTE_OPEN", row: 1 });
  });

  it("C6 spreadsheet: what is written is read back, whatever the cells hold", async () => {
    const cell = fc.string({ unit: fc.constantFrom("甲", "a", '"', ",", "\n", " ", "<", "&", "é", "0", "7"), maxLength: 6 }).map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), fc.constantFrom<SheetFormat>("csv", "xlsx"), async (rows, format) => {
        const back = await thereAndBack(format, rows);
        const padded = back.map((row) => rows[0]!.map((_, i) => row[i] ?? ""));
        expect(padded).toEqual(rows.map((row) => row));
      }),
      { numRuns: 40 },
    );
  });

  it("C6 spreadsheet: an exact amount stays exact; text that looks like a formula is none", async () => {
    expect(await thereAndBack("xlsx", [["金额"], [{ number: "90071992547409.93" }], ["05"]])).toEqual([["金额"], ["90071992547409.93"], ["05"]]);
    expect(await thereAndBack("csv", [[{ number: "90071992547409.93" }, "=1+1", "-5", "-a"]])).toEqual([["90071992547409.93", "'=1+1", "-5", "'-a"]]);
  });

  it("C6 spreadsheet: days, numbers and references of a workbook", () => {
    expect(dayOfSerial(46086, false)).toBe("2026-03-05");
    expect(dayOfSerial(59, false)).toBe("1900-02-28");
    expect(dayOfSerial(61, false)).toBe("1900-03-01");
    expect(dayOfSerial(44624, true)).toBe("2026-03-05");
    expect(plainNumber("5.0E5")).toBe("500000");
    expect(plainNumber("0.1")).toBe("0.1");
    expect(plainNumber("500000.10000000003")).toBe("500000.1");
    expect(columnOf("A1")).toBe(0);
    expect(columnOf("BC12")).toBe(54);
    const styles = '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="177" formatCode="0.00&quot;d&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>';
    expect([...dateStylesOf(styles)]).toEqual([1, 2]);
  });

  it("C6 spreadsheet: what is no workbook is refused by name", async () => {
    const file = path.join(folder, "broken.xlsx");
    await writeFile(file, "PK no workbook");
    await expect(readSheet({ path: file, mediaType: MEDIA_TYPE_OF.xlsx }).next()).rejects.toMatchObject({ code: "SHEET_UNREADABLE" });
  });
});
