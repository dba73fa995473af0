import type { Label } from "../reference/index.ts";
import type { Basis, Cube, CubeRow, Measures } from "./cube.ts";
import { average, displayPercent, displayWan, growth, MISSING, share } from "./measures.rules.ts";
import { markKey, type Marks } from "./suppression.ts";
import { tablesFor, type StatisticsTable, type StatisticsTableCode } from "./tables.rules.ts";

/** A line of a table, ready to be shown; ratios come from unrounded amounts. A hidden line keeps its name and nothing else. */
export type StatisticsLine = {
  readonly code: string;
  readonly toCode: string;
  readonly label: Label;
  readonly toLabel: Label | null;
  readonly hidden: boolean;
  readonly contracts: number | null;
  readonly turnoverFen: bigint | null;
  readonly technicalFen: bigint | null;
  readonly averageWan: string;
  readonly sharePercent: string;
  readonly growthPercent: string;
};

/** `hidden`: the area's figures on this side are not published, so the table has no lines. */
export type TableView = { readonly code: StatisticsTableCode; readonly title: Label; readonly basis: Basis; readonly hidden: boolean; readonly lines: readonly StatisticsLine[] };

/** What may be seen of a table: `null` is nothing, `undefined` everything. */
export type MarksOfTable = (table: StatisticsTable, basis: Basis, when: "now" | "before") => Marks | null | undefined;

/** All that tables are made from: this period, the same months of the year before, and all years where they are shown. */
export type Material = { readonly toMonth: number; readonly now: Cube; readonly before: Cube; readonly years: readonly CubeRow[] | null; readonly marks: MarksOfTable };

const NONE: Measures = { contracts: 0, turnoverFen: 0n, technicalFen: 0n };

export function totalOf(cube: Cube, basis: Basis | "local"): Measures {
  return cube.get("total")?.[0]?.[basis] ?? NONE;
}

/** A figure beside that of the year before; `whole` is what it is a share of. */
export function figures(now: Measures, before: Measures | undefined, wholeFen: bigint) {
  return {
    contracts: now.contracts,
    turnoverFen: now.turnoverFen,
    technicalFen: now.technicalFen,
    averageWan: displayWan(average(now.turnoverFen, BigInt(now.contracts))),
    sharePercent: displayPercent(share(now.turnoverFen, wholeFen), 2),
    growthPercent: displayPercent(growth(now.turnoverFen, before?.turnoverFen), 2),
  };
}

const HIDDEN = { hidden: true, contracts: null, turnoverFen: null, technicalFen: null, averageWan: MISSING, sharePercent: MISSING, growthPercent: MISSING } as const;

export function tableViews(material: Material, { isNation, basis, only }: { readonly isNation: boolean; readonly basis: Basis; readonly only?: StatisticsTableCode | undefined }): readonly TableView[] {
  return tablesFor(isNation)
    .filter(({ code, axis }) => (only === undefined || code === only) && (axis !== "year" || material.years !== null))
    .map((table) => {
      const by = table.basis === "own" ? basis : table.basis;
      const marks = material.marks(table, by, "now");
      return { code: table.code, title: table.title, basis: by, hidden: marks === null, lines: marks === null ? [] : linesOf(table, material, by, marks) };
    });
}

const nextYear = (code: string): string => String(Number(code) + 1);

/** Rows of the table and, under the same keys, those that they are compared with. */
function rowsOf(table: StatisticsTable, { now, before, years }: Material): { readonly rows: readonly CubeRow[]; readonly earlier: ReadonlyMap<string, CubeRow> } {
  if (table.axis === "year") return { rows: years ?? [], earlier: new Map((years ?? []).map((row) => [nextYear(row.code), row])) };
  return { rows: now.get(table.axis) ?? [], earlier: new Map((before.get(table.axis) ?? []).map((row) => [markKey(row), row])) };
}

function linesOf(table: StatisticsTable, material: Material, basis: Basis, marks: Marks | undefined): readonly StatisticsLine[] {
  const { rows, earlier } = rowsOf(table, material);
  const earlierMarks = table.axis === "year" ? undefined : material.marks(table, basis, "before");
  const wholeFen = table.axis === "year" ? 0n : totalOf(material.now, basis).turnoverFen;
  const found = new Map(rows.filter(({ code }) => code !== "").map((row) => [markKey(row), row]));
  const codes = table.axis === "month" ? monthsTo(material.toMonth) : table.codes;
  const lines = [...new Set([...(codes ?? []), ...found.keys()])].flatMap((key): StatisticsLine[] => {
    const now = found.get(key)?.[basis] ?? NONE;
    if (codes === undefined && now.contracts === 0 && now.turnoverFen === 0n) return [];
    const [code = key, toCode = ""] = key.split(">");
    const line = { code, toCode, label: table.label(code), toLabel: toCode === "" ? null : table.label(toCode) };
    if (!isShown(marks, key)) return [{ ...line, ...HIDDEN }];
    const before = isShown(earlierMarks, key) ? earlier.get(key)?.[basis] : undefined;
    return [{ ...line, hidden: false, ...figures(now, before, wholeFen) }];
  });
  return lines.toSorted(table.ranked ? byTurnover : byCode);
}

function monthsTo(last: number): readonly string[] {
  return Array.from({ length: last }, (_, i) => String(i + 1).padStart(2, "0"));
}

function isShown(marks: Marks | null | undefined, key: string): boolean {
  return marks !== null && (marks?.get(key) ?? "shown") === "shown";
}

function byCode(a: StatisticsLine, b: StatisticsLine): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

function byTurnover(a: StatisticsLine, b: StatisticsLine): number {
  const [first, second] = [a.turnoverFen ?? -1n, b.turnoverFen ?? -1n];
  return first === second ? byCode(a, b) : first > second ? -1 : 1;
}
