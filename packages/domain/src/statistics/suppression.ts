import type { Basis, Cube, CubeRow, UnitRow, Units } from "./cube.ts";
import type { Axis } from "./dimensions.ts";
import { suppressRow, suppressTable, type CellUnits, type SuppressionMark } from "./suppression.rules.ts";

/** Which figures of a table may be published, by code (and second code, for a flow). */
export type Marks = ReadonlyMap<string, SuppressionMark>;

export function markKey({ code, toCode }: { readonly code: string; readonly toCode: string }): string {
  return toCode === "" ? code : `${code}>${toCode}`;
}

/** Registrations are published by place of seller or buyer; by office only officials see them, and to them nothing is hidden. */
type PublishedBasis = Exclude<Basis, "registered">;

function cellsOf(rows: readonly CubeRow[], units: readonly UnitRow[], basis: PublishedBasis): readonly CellUnits[] {
  const known = new Map(units.filter(({ side }) => side === basis).map((row) => [markKey(row), row]));
  return rows.map((row) => {
    const found = known.get(markKey(row));
    return { units: found?.units ?? 0, totalFen: row[basis].turnoverFen, largestFen: found?.largestFen ?? 0n };
  });
}

function zip(rows: readonly CubeRow[], marks: readonly SuppressionMark[]): Marks {
  return new Map(rows.map((row, i) => [markKey(row), marks[i]!]));
}

/** The marks of one table. A subtype's class is a total that is printed too; the cells of a flow table stand between two rows of totals. */
export function marksOf(axis: Axis, cube: Cube, units: Units, basis: PublishedBasis): Marks {
  const rows = cube.get(axis) ?? [];
  const cells = cellsOf(rows, units.get(axis) ?? [], basis);
  if (axis === "flow") return flowMarks(rows, cells);
  if (axis === "contractSubtype") return subtypeMarks(rows, cells, marksOf("contractType", cube, units, basis));
  return zip(rows, suppressRow(cells));
}

const EMPTY_CELL: CellUnits = { units: 0, totalFen: 0n, largestFen: 0n };

function flowMarks(rows: readonly CubeRow[], cells: readonly CellUnits[]): Marks {
  const froms = [...new Set(rows.map(({ code }) => code))];
  const tos = [...new Set(rows.map(({ toCode }) => toCode))];
  const byKey = new Map(rows.map((row, i) => [markKey(row), cells[i]!]));
  const table = froms.map((code) => tos.map((toCode) => byKey.get(markKey({ code, toCode })) ?? EMPTY_CELL));
  const marks = suppressTable(table);
  return new Map(froms.flatMap((code, r) => tos.map((toCode, c) => [markKey({ code, toCode }), marks[r]![c]!] as const)));
}

function subtypeMarks(rows: readonly CubeRow[], cells: readonly CellUnits[], classMarks: Marks): Marks {
  const classes = [...new Set(rows.map(({ code }) => code.charAt(0)))];
  return new Map(
    classes.flatMap((cls) => {
      const members = rows.map((row, i) => ({ row, cell: cells[i]! })).filter(({ row }) => row.code.charAt(0) === cls);
      const marks = classMarks.get(cls) === "shown" ? suppressRow(members.map(({ cell }) => cell)) : members.map((): SuppressionMark => "secondary");
      return members.map(({ row }, i) => [markKey(row), marks[i]!] as const);
    }),
  );
}
