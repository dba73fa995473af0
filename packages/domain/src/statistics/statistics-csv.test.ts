import { expect, test } from "vitest";
import { tableCsv } from "./statistics-csv.ts";
import type { StatisticsLine, TableView } from "./view.ts";

const line = (change: Partial<StatisticsLine> = {}): StatisticsLine => ({
  code: "05", toCode: "", label: { zh: "新材料及其应用", en: "New materials, and their application" }, toLabel: null, hidden: false, contracts: 3, turnoverFen: 123_456_789n, technicalFen: 100_000_000n,
  averageWan: "41.15", sharePercent: "12.50", growthPercent: "-3.10", ...change,
});
const table = (lines: readonly StatisticsLine[], change: Partial<TableView> = {}): TableView => ({ code: "fields", title: { zh: "按技术领域", en: "By field of technology" }, basis: "output", hidden: false, lines, ...change });
const FACTS = { asOf: new Date("2026-11-21T04:00:00Z"), year: 2026, toMonth: 11, divisionCode: "330000", basis: "output", isPublic: true } as const;
const linesOf = (text: string): string[] => text.replace("\uFEFF", "").split("\r\n");

test("S1 statistics: a file has exact amounts in yuan, the mark for spreadsheets and its footnotes", () => {
  const file = tableCsv(table([line()]), FACTS, "zh");
  expect(file.startsWith("\uFEFF代码,名称,")).toBe(true);
  expect(linesOf(file)[1]).toBe("05,新材料及其应用,3,1234567.89,1000000.00,41.15,12.50,-3.10");
  expect(file).toContain("按技术领域\r\n来源：本平台登记的技术合同实时汇总，截至2026-11-21");
  expect(file).toContain("范围：浙江省；时段：2026年1—11月");
  expect(file).toContain("依统计法不予公布");
});

test("S1 statistics: a figure that is not published leaves no number in the file; an authority's own file says nothing of hiding", () => {
  const hidden = line({ hidden: true, contracts: null, turnoverFen: null, technicalFen: null, averageWan: "–", sharePercent: "–", growthPercent: "–" });
  expect(linesOf(tableCsv(table([hidden]), FACTS, "zh"))[1]).toBe("05,新材料及其应用,不公布,,,,,");
  expect(tableCsv(table([line()]), { ...FACTS, isPublic: false }, "zh")).not.toContain("不予公布");
});

test("S1 statistics: a comma in a name is quoted, and a name that begins like a formula is none", () => {
  expect(linesOf(tableCsv(table([line()]), FACTS, "en"))[1]).toContain('"New materials, and their application"');
  expect(linesOf(tableCsv(table([line({ label: { zh: "=HYPERLINK(1)", en: "" } })]), FACTS, "zh"))[1]).toContain("'=HYPERLINK(1)");
});

test("S2 statistics: a flow names both ends", () => {
  const flow = line({ code: "3300", toCode: "4400", label: { zh: "浙江省", en: "Zhejiang" }, toLabel: { zh: "广东省", en: "Guangdong" } });
  expect(linesOf(tableCsv(table([flow], { code: "flows" }), FACTS, "zh")).slice(0, 2)).toEqual([
    "输出地代码,输出地,吸纳地代码,吸纳地,合同数（项）,成交额（元）,技术交易额（元）,平均每项（万元）,占比（%）,同比增长（%）", "3300,浙江省,4400,广东省,3,1234567.89,1000000.00,41.15,12.50,-3.10",
  ]);
});
