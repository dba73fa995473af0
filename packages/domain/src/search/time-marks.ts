/**
 * Time as marks: an entry bears the number of its two days, and those of the eight, 32, 128 and 512 days around them, so that any stretch of time is asked for by
 * a handful of terms, whatever its length. What a look costs grows with the number of its terms, and with what it reads beyond what it needs.
 */
const UNIT_MS = 2 * 86_400_000;
const FACTOR = 4;
const LEVELS = 5;

/** The number of an instant's two days since 1970, in UTC as the database keeps time. */
export function unitOf(at: Date): number {
  return Math.floor(at.getTime() / UNIT_MS);
}

/** How many units a block of a level holds. */
function sizeOf(level: number): number {
  return FACTOR ** level;
}

/** The values of an instant's marks, finest first: "0-10387". */
export function timeMarksOf(at: Date): string[] {
  return Array.from({ length: LEVELS }, (_, level) => blockAt(level, unitOf(at)));
}

function blockAt(level: number, unit: number): string {
  return `${level}-${Math.floor(unit / sizeOf(level))}`;
}

/** So many blocks at least make a stretch, so that it is at most an eighth longer than it has to be. */
const BLOCKS_MIN = 8;

/** Where a stretch that reaches back to `first` begins, so that few blocks make it: there or a little earlier. */
export function roundBack(first: number, last: number): number {
  let level = 0;
  while (level + 1 < LEVELS && sizeOf(level + 1) * BLOCKS_MIN <= last - first + 1) level += 1;
  return first - (first % sizeOf(level));
}

/** The blocks from one unit to another, both included. With `isToNow` nothing is newer than the last unit, and a block may reach beyond it. */
export function blocksBetween(first: number, last: number, isToNow: boolean): string[] {
  const blocks: string[] = [];
  for (let unit = first; unit <= last; ) {
    let level = 0;
    while (level + 1 < LEVELS && unit % sizeOf(level + 1) === 0 && (isToNow || unit + sizeOf(level + 1) - 1 <= last)) level += 1;
    blocks.push(blockAt(level, unit));
    unit += sizeOf(level);
  }
  return blocks;
}
