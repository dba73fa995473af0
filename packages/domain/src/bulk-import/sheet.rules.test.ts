import { describe, expect, it } from "vitest";
import { cellsAt, cellsNamed, columnOf, readHeader, type Sheet } from "./sheet.rules.ts";

const words = (zh: string, en: string) => ({ zh, en });
const SHEET: Sheet = {
  kind: "sample",
  title: words("样表", "Sample"),
  maxRows: 10,
  columns: [
    { key: "title", heading: words("成果名称", "Title"), required: true, hint: words("", ""), example: "" },
    { key: "price", heading: words("价格（元）", "Price (yuan)"), required: false, hint: words("", ""), example: "" },
  ],
};

describe("R1 bulk submission: the table's columns", () => {
  it.each([
    [["价格（元）", " 成果名称 * "], [["title", 1], ["price", 0]]],
    [["TITLE"], [["title", 0]]],
    [["title", "Price（yuan）", "其他"], [["title", 0], ["price", 1]]], // full-width brackets as typed in Chinese
  ])("R1 bulk submission: %j is understood", (values, expected) => {
    const header = readHeader(SHEET, values);
    expect("places" in header && [...header.places]).toEqual(expected);
  });

  it("R1 bulk submission: a needed column that is missing, or a column that is there twice, is named", () => {
    expect(readHeader(SHEET, ["价格（元）"])).toEqual({ fault: { code: "IMPORT_COLUMNS_MISSING", details: { columns: "成果名称" } } });
    expect(readHeader(SHEET, ["成果名称", "Title"])).toEqual({ fault: { code: "IMPORT_COLUMN_TWICE", details: { column: "成果名称" } } });
  });

  it("R1 bulk submission: empty rows are none, hidden characters are dropped, line ends stay", () => {
    const places = new Map([["title", 0], ["price", 1]]);
    expect(cellsAt(places, ["", " \u200b "])).toBeUndefined();
    expect(cellsAt(places, ["甲\u202e乙\r\n丙"])).toEqual({ title: "甲乙\n丙", price: "" });
    expect(cellsNamed(SHEET, { 成果名称: "甲", Prix: "no such heading", "price (YUAN)": "3" })).toEqual({ title: "甲", price: "3" });
  });

  it("R1 bulk submission: a problem inside a cell belongs to the cell's column", () => {
    expect(columnOf(SHEET, "title.0.name")?.key).toBe("title");
    expect(columnOf(SHEET, "elsewhere")).toBeUndefined();
  });
});
