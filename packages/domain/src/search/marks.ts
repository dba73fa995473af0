import { timeMarksOf } from "./time-marks.ts";

/**
 * What a search is narrowed by stands in the same index as the words: marks, which no word can be taken for. One lookup then finds what fits words
 * and filters together, however common each of them is.
 */
const SIGN = "~";

type MarkName = "k" | "f" | "r" | "s" | "p" | "m" | "o" | "t";

export type Marked = {
  readonly kind: string; readonly field: string | null; readonly region: string; readonly stage: string | null; readonly price: string; readonly modes: readonly string[]; readonly owner: string;
  readonly at: Date;
};

export function marksOf({ kind, field, region, stage, price, modes, owner, at }: Marked): string[] {
  const given: readonly (readonly [name: string, value: string | null])[] = [["k", kind], ["f", field], ["r", region], ["s", stage], ["p", price], ["o", owner], ...timeMarksOf(at).map((block) => ["t", block] as const), ...modes.map((mode) => ["m", mode] as const)];
  return [...new Set(given.flatMap(([name, value]) => (value === null || value === "" ? [] : [`${SIGN}${name}${value}`])))];
}

/** A term that asks for one of the values; undefined when any will do. */
export function markTerm(name: MarkName, values: readonly [string, ...string[]]): string;
export function markTerm(name: MarkName, values: readonly string[]): string | undefined;
export function markTerm(name: MarkName, values: readonly string[]): string | undefined {
  const terms = values.map((value) => `'${SIGN}${name}${value.replace(/[^\w-]/g, "")}'`);
  return terms.length === 0 ? undefined : `(${terms.join(" | ")})`;
}
