import type pg from "pg";
import { COUNTED } from "./facets.ts";
import { blocksBetween, roundBack, unitOf } from "./time-marks.ts";

/** How many entries there are in each unit of time that has any, oldest first. */
export type Units = readonly { readonly unit: number; readonly n: number }[];

/** The newest part of everything, as blocks of time. `undefined` is everything. */
export type Slice = { readonly blocks: readonly string[] | undefined; readonly size: number };

const FIRST_SLICE = 4_000;
/** The fewer hits a slice had the less they promise: one and a half times their usual deviation is added. */
const DEVIATIONS = 1.5;
const GROWTH_MIN = 2;
/** So many hits are read as fast as the time of another look is narrowed down. */
const FEW = 1_000;

const known = new WeakMap<pg.Pool, { readonly units: Promise<Units>; readonly until: number }>();
const KNOWN_MS = 300_000;

/**
 * Counted anew every five minutes, while searches go on with what was counted before: only how far back a search looks at first depends on it, never what
 * it finds.
 */
export async function knownUnits(pool: pg.Pool, now: Date): Promise<Units> {
  const kept = known.get(pool);
  if (kept && kept.until > now.getTime()) return kept.units;
  const units = countUnits(pool);
  const until = now.getTime() + KNOWN_MS;
  known.set(pool, { units: kept?.units ?? units, until });
  units.then(
    () => known.set(pool, { units, until }),
    () => known.delete(pool),
  );
  return kept?.units ?? units;
}

async function countUnits(pool: pg.Pool): Promise<Units> {
  const { rows } = await pool.query<{ day: Date; n: number }>("select date_bin('2 days', at, 'epoch') as day, count(*)::int as n from search_entry group by 1 order by 1");
  return rows.map(({ day, n }) => ({ unit: unitOf(day), n }));
}

/** The units that together hold the newest so many entries up to an instant; everything, when there are not many more. */
export function newestSlice(units: Units, wanted: number, before: Date): Slice {
  const last = unitOf(before);
  const isToNow = !units.some(({ unit }) => unit > last);
  const upTo = units.filter(({ unit }) => unit <= last);
  let at = upTo.length;
  let size = 0;
  while (at > 0 && size < wanted) size += upTo[--at]!.n;
  const first = at > 0 ? roundBack(upTo[at]!.unit, last) : 0;
  while (at > 0 && upTo[at - 1]!.unit >= first) size += upTo[--at]!.n;
  return at > 0 ? { blocks: blocksBetween(first, last, isToNow), size } : { ...EVERYTHING, size };
}

export const EVERYTHING: Slice = { blocks: undefined, size: Infinity };

export function firstSlice(units: Units, before: Date): Slice {
  return newestSlice(units, FIRST_SLICE, before);
}

/** How far to look when a slice did not hold enough: as far as its own hits promise. Undefined when all was looked at. */
export function nextSlice(units: Units, slice: Slice, found: number, before: Date): Slice | undefined {
  if (slice.blocks === undefined) return undefined;
  if (areFew(units, slice, found, FEW)) return EVERYTHING;
  return newestSlice(units, slice.size * Math.max(GROWTH_MIN, (COUNTED / found) * (1 + DEVIATIONS / Math.sqrt(found))), before);
}

/** Whether the hits of a slice promise that all hits together are few. */
export function areFew(units: Units, slice: Slice, found: number, few: number): boolean {
  if (slice.blocks === undefined) return true;
  return (found / slice.size) * units.reduce((sum, { n }) => sum + n, 0) <= few;
}
