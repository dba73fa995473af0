import type { Label } from "../reference/index.ts";
import type { Basis, Cube, CubeRow, Measures } from "./cube.ts";
import { average, displayPercent, displayWan, growth, MISSING, share } from "./measures.rules.ts";
import { markKey, type Marks } from "./suppression.ts";
import { tablesFor, type StatisticsTable, type StatisticsTableCode } from "./tables.ts";

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

export type TableView = { readonly code: StatisticsTableCode; readonly title: Label; readonly basis: Basis; readonly lines: readonly StatisticsLine[] };

/** All that tables are made from: this period, the same months of the year before, all years; marks are null where nothing has to be hidden. */
export type Material = {
  readonly now: Cube;
  readonly before: Cube;
  readonly years: readonly CubeRow[];
  readonly marks: ((table: StatisticsTable, when: "now" | "before") => Marks) | null;
};

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
    .filter(({ code }) => only === undefined || code === only)
    .map((table) => {
      const by = table.basis === "own" ? basis : table.basis;
      return { code: table.code, title: table.title, basis: by, lines: linesOf(table, material, by) };
    });
}

function linesOf(table: StatisticsTable, material: Material, basis: Basis): readonly StatisticsLine[] {
  const isYears = table.axis === "year";
  const rows = isYears ? material.years : (material.now.get(table.axis) ?? []).filter(({ code }) => code !== "" || table.codes !== undefined);
  const earlier = new Map(isYears ? material.years.map((row) => [String(Number(row.code) + 1), row]) : (material.before.get(table.axis) ?? []).map((row) => [markKey(row), row]));
  const marks = material.marks?.(table, "now");
  const earlierMarks = isYears ? new Map([...(marks ?? [])].map(([code, mark]) => [String(Number(code) + 1), mark])) : material.marks?.(table, "before");
  const wholeFen = isYears ? 0n : totalOf(material.now, basis).turnoverFen;
  const isShown = (from: Marks | undefined, key: string): boolean => from === undefined || (from.get(key) ?? "shown") === "shown";
  const found = new Map(rows.map((row) => [markKey(row), row]));
  const keys = [...new Set([...(table.codes ?? []), ...found.keys()])];
  const lines = keys.flatMap((key): StatisticsLine[] => {
    const row = found.get(key);
    const [code, toCode = ""] = key.split(">") as [string, string?];
    const now = row?.[basis] ?? NONE;
    if (table.codes === undefined && now.contracts === 0 && now.turnoverFen === 0n) return [];
    const line = { code, toCode, label: table.label(code), toLabel: toCode === "" ? null : table.label(toCode) };
    if (!isShown(marks, key)) return [{ ...line, ...HIDDEN }];
    const before = isShown(earlierMarks, key) ? earlier.get(key)?.[basis] : undefined;
    return [{ ...line, hidden: false, ...figures(now, before, wholeFen) }];
  });
  return table.ranked ? lines.toSorted(byTurnover) : lines.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

function byTurnover(a: StatisticsLine, b: StatisticsLine): number {
  const [first, second] = [a.turnoverFen ?? -1n, b.turnoverFen ?? -1n];
  if (first !== second) return first > second ? -1 : 1;
  return a.code < b.code ? -1 : 1;
}
