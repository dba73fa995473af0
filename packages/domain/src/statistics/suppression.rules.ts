/** 统计法 (2024) Art. 28: data that identify a single unit are not published. The two limits are the project's (§9.1). */
export const SUPPRESSION_MIN_UNITS = 3;
export const SUPPRESSION_DOMINANCE_BP = 8500;

export type CellUnits = {
  /** Distinct reporting units behind the cell. */
  readonly units: number;
  readonly totalFen: bigint;
  /** What the largest unit contributes. */
  readonly largestFen: bigint;
};

/** Whether a cell must be hidden: fewer than three units, or one unit with 85 % or more. An empty cell hides nothing. */
export function mustSuppress({ units, totalFen, largestFen }: CellUnits): boolean {
  if (units === 0) return false;
  return units < SUPPRESSION_MIN_UNITS || largestFen * 10_000n >= totalFen * BigInt(SUPPRESSION_DOMINANCE_BP);
}

export type SuppressionMark = "shown" | "primary" | "secondary";

/**
 * Marks the cells of one row with a printed total. A single hidden cell could be computed from the total, so the smallest other
 * non-empty cell is hidden with it (secondary suppression).
 */
export function suppressRow(cells: readonly CellUnits[]): readonly SuppressionMark[] {
  const marks: SuppressionMark[] = cells.map((cell) => (mustSuppress(cell) ? "primary" : "shown"));
  if (marks.filter((mark) => mark === "primary").length !== 1) return marks;
  const others = cells.map((cell, i) => ({ cell, i })).filter(({ cell, i }) => marks[i] === "shown" && cell.units > 0);
  const smallest = others.toSorted((a, b) => (a.cell.totalFen < b.cell.totalFen ? -1 : a.cell.totalFen > b.cell.totalFen ? 1 : a.i - b.i))[0];
  if (smallest) marks[smallest.i] = "secondary";
  return marks;
}

/** Marks a whole table until no row and no column has a single hidden cell that its total would give away. */
export function suppressTable(rows: readonly (readonly CellUnits[])[]): readonly (readonly SuppressionMark[])[] {
  const marks: SuppressionMark[][] = rows.map((row) => row.map((cell) => (mustSuppress(cell) ? "primary" : "shown")));
  const width = rows[0]?.length ?? 0;
  const hideOneMore = (places: readonly (readonly [number, number])[]): boolean => {
    if (places.filter(([r, c]) => marks[r]![c] !== "shown").length !== 1) return false;
    const open = places.filter(([r, c]) => marks[r]![c] === "shown" && rows[r]![c]!.units > 0);
    const smallest = open.toSorted(([ar, ac], [br, bc]) => (rows[ar]![ac]!.totalFen < rows[br]![bc]!.totalFen ? -1 : 1))[0];
    if (!smallest) return false;
    marks[smallest[0]]![smallest[1]] = "secondary";
    return true;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (let r = 0; r < rows.length; r += 1) changed = hideOneMore(Array.from({ length: width }, (_, c) => [r, c] as const)) || changed;
    for (let c = 0; c < width; c += 1) changed = hideOneMore(rows.map((_, r) => [r, c] as const)) || changed;
  }
  return marks;
}
