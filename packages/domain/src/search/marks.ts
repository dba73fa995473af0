/**
 * What a search is narrowed by stands in the same index as the words: marks, which no word can be taken for. One lookup then finds what fits words
 * and filters together, however common each of them is.
 */
const SIGN = "~";

type MarkName = "k" | "f" | "r" | "s" | "p" | "m" | "o" | "t" | "y";

export type Marked = {
  readonly kind: string; readonly field: string | null; readonly region: string; readonly stage: string | null; readonly price: string; readonly modes: readonly string[]; readonly owner: string;
  readonly at: Date;
};

export function marksOf({ kind, field, region, stage, price, modes, owner, at }: Marked): string[] {
  const given: readonly (readonly [name: string, value: string | null])[] = [["k", kind], ["f", field], ["r", region], ["s", stage], ["p", price], ["o", owner], ["t", monthOf(at)], ["y", yearOf(monthOf(at))], ...modes.map((mode) => ["m", mode] as const)];
  return [...new Set(given.flatMap(([name, value]) => (value === null || value === "" ? [] : [`${SIGN}${name}${value}`])))];
}

/** "2026-11", in UTC as the database keeps time. */
export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

const MONTHS_IN_YEAR = 12;

export function yearOf(month: string): string {
  return month.slice(0, 4);
}

/** The months from one to another, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let at = new Date(`${first}-01T00:00:00Z`); monthOf(at) <= last; at.setUTCMonth(at.getUTCMonth() + 1)) months.push(monthOf(at));
  return months;
}

/**
 * A term that asks for entries of any of these months, which follow each other: whole years by their own mark, because what a look costs grows with the
 * number of its terms. With `isToNow` nothing is newer than the last month, so that its year is whole as far as it goes.
 */
export function monthsTerm(months: readonly string[], isToNow: boolean): string {
  const years = [...new Set(months.map(yearOf))];
  const terms = years.map((year) => {
    const ofYear = months.filter((month) => yearOf(month) === year);
    const isWhole = ofYear.length === MONTHS_IN_YEAR || (isToNow && year === years.at(-1) && ofYear.length > 1 && ofYear[0]!.endsWith("-01"));
    return isWhole ? markTerm("y", [year]) : markTerm("t", ofYear);
  });
  return terms.length === 1 ? terms[0]! : `(${terms.join(" | ")})`;
}

/** A term that asks for one of the values; undefined when any will do. */
export function markTerm(name: MarkName, values: readonly [string, ...string[]]): string;
export function markTerm(name: MarkName, values: readonly string[]): string | undefined;
export function markTerm(name: MarkName, values: readonly string[]): string | undefined {
  const terms = values.map((value) => `'${SIGN}${name}${value.replace(/[^\w-]/g, "")}'`);
  return terms.length === 0 ? undefined : `(${terms.join(" | ")})`;
}
