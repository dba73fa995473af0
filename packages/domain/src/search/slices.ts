import type pg from "pg";
import { COUNTED } from "./facets.ts";
import { monthOf, monthsBetween } from "./marks.ts";

/** How many entries there are in each month, oldest first. */
export type Months = readonly { readonly month: string; readonly n: number }[];

/** The newest part of everything: all entries of these months, after which there are none when it reaches `isToNow`. `undefined` is everything. */
export type Slice = { readonly months: readonly string[] | undefined; readonly isToNow: boolean; readonly size: number };

const FIRST_SLICE = 4_000;
/** The fewer hits a slice had the less they promise: twice their usual deviation is added. */
const DEVIATIONS = 2;
const GROWTH_MIN = 3;
/** So many hits are read as fast as the time of another look is narrowed down. */
const FEW = 3_000;

const known = new WeakMap<pg.Pool, { readonly months: Promise<Months>; readonly until: number }>();
const KNOWN_MS = 300_000;

/**
 * Counted anew every five minutes, while searches go on with what was counted before: only how far back a search looks at first depends on it, never what
 * it finds.
 */
export async function knownMonths(pool: pg.Pool, now: Date): Promise<Months> {
  const kept = known.get(pool);
  if (kept && kept.until > now.getTime()) return kept.months;
  const months = countMonths(pool);
  const until = now.getTime() + KNOWN_MS;
  known.set(pool, { months: kept?.months ?? months, until });
  months.then(
    () => known.set(pool, { months, until }),
    () => known.delete(pool),
  );
  return kept?.months ?? months;
}

async function countMonths(pool: pg.Pool): Promise<Months> {
  const { rows } = await pool.query<{ month: string; n: string }>("select to_char(at at time zone 'UTC', 'YYYY-MM') as month, count(*) as n from search_entry group by 1 order by 1");
  return rows.map(({ month, n }) => ({ month, n: Number(n) }));
}

/** The months that together hold the newest so many entries up to an instant; everything, when there are not many more. */
export function newestSlice(months: Months, wanted: number, before: Date): Slice {
  const last = monthOf(before);
  const isToNow = !months.some(({ month }) => month > last);
  let size = 0;
  for (let at = months.length - 1; at >= 0; at -= 1) {
    const { month, n } = months[at]!;
    if (month > last) continue;
    size += n;
    if (size >= wanted && at > 0) return { months: monthsBetween(month, last), isToNow, size };
  }
  return { ...EVERYTHING, size };
}

const EVERYTHING: Slice = { months: undefined, isToNow: true, size: Infinity };

export function firstSlice(months: Months, before: Date): Slice {
  return newestSlice(months, FIRST_SLICE, before);
}

/** How far to look when a slice did not hold enough: as far as its own hits promise. Undefined when enough was found, or all was looked at. */
export function nextSlice(months: Months, slice: Slice, found: number, before: Date): Slice | undefined {
  if (slice.months === undefined || found >= COUNTED) return undefined;
  if (areFew(months, slice, found, FEW)) return EVERYTHING;
  return newestSlice(months, slice.size * Math.max(GROWTH_MIN, (COUNTED / found) * (1 + DEVIATIONS / Math.sqrt(found))), before);
}

/** Whether the hits of a slice promise that all hits together are few. */
export function areFew(months: Months, slice: Slice, found: number, few: number): boolean {
  if (slice.months === undefined) return true;
  return (found / slice.size) * months.reduce((sum, { n }) => sum + n, 0) <= few;
}
