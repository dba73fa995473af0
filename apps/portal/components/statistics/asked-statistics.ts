import { dayOf } from "@ttx/domain/shared/clock";
import type { TableView } from "./view-of.ts";

const BASES = ["output", "absorbed", "registered"];

/** The choices of an address; what makes no sense is no choice. */
export function askedStatistics(year: string, basis: string, bases: readonly string[] = BASES.slice(0, 2)) {
  const isYear = /^20\d\d$/.test(year);
  return { ...(isYear ? { year: Number(year) } : {}), ...(bases.includes(basis) ? { basis } : {}) };
}

const MOST_YEARS = 6;

/** This year and those before in which something was registered; without a table of years, the last few. */
export function yearsToChoose(asOf: Date, years: TableView | undefined): readonly number[] {
  const { year: thisYear } = runningPeriod(asOf);
  const known = years ? years.lines.map(({ code }) => Number(code)) : Array.from({ length: 4 }, (_, i) => thisYear - i);
  return [...new Set([thisYear, ...known])].toSorted((a, b) => b - a).slice(0, MOST_YEARS);
}

/** The year and month of an instant in Shanghai. */
export function runningPeriod(asOf: Date): { readonly year: number; readonly toMonth: number } {
  const [year, month] = dayOf(asOf).split("-").map(Number) as [number, number];
  return { year, toMonth: month };
}
