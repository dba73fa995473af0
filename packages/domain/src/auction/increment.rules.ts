import { fen, type Fen } from "../shared/money.ts";

/** One rung of the increment ladder (加价幅度/阶梯): the step that holds from `fromFen` up to the next rung. */
export type IncrementRung = { readonly fromFen: Fen; readonly stepFen: Fen };
export type IncrementTable = readonly IncrementRung[];

/** AT_LEAST: one step or more (Fujian art. 30). MULTIPLE: a positive whole multiple of the step. Both are in use (trading §5.3). */
export type IncrementMode = "AT_LEAST" | "MULTIPLE";

/** The step is looked up at the current price, not at the bid (§5.3). */
export function stepAt(table: IncrementTable, currentFen: bigint): Fen {
  const rung = table.findLast(({ fromFen }) => fromFen <= currentFen);
  if (!rung) throw new RangeError(`no rung of the ladder at ${currentFen}`);
  return rung.stepFen;
}

/** The lowest bid that would be accepted next; the first bid may equal the start price (§5.5). */
export function nextMinimum(table: IncrementTable, startPriceFen: bigint, currentFen: bigint | undefined): Fen {
  return currentFen === undefined ? fen(startPriceFen) : fen(currentFen + stepAt(table, currentFen));
}

export type IncrementProblem = "BELOW_START" | "BELOW_MINIMUM" | "NOT_A_MULTIPLE";

/** What is wrong with an amount as a rise. Under MULTIPLE the first bid, too, lies whole steps above the start price. */
export function incrementProblem(
  terms: { readonly startPriceFen: bigint; readonly incrementTable: IncrementTable; readonly incrementMode: IncrementMode },
  currentFen: bigint | undefined,
  amountFen: bigint,
): IncrementProblem | undefined {
  const { startPriceFen, incrementTable, incrementMode } = terms;
  if (amountFen < nextMinimum(incrementTable, startPriceFen, currentFen)) return currentFen === undefined ? "BELOW_START" : "BELOW_MINIMUM";
  const base = currentFen ?? startPriceFen;
  const isWhole = (amountFen - base) % stepAt(incrementTable, base) === 0n;
  return incrementMode === "MULTIPLE" && !isWhole ? "NOT_A_MULTIPLE" : undefined;
}
