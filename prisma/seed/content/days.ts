/** Calendar days of the demo country, as `YYYY-MM-DD`; counted in UTC so that no machine's zone matters. */
export type Day = string;

const DAY_MS = 86_400_000;

/** The demo country's last day: nothing in it is later. */
export const DEMO_TODAY: Day = "2026-11-15";

export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

export const dayOf = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days);

export function addYears(day: Day, years: number): Day {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return moved.endsWith("02-29") ? `${moved.slice(0, 4)}-02-28` : moved;
}

/** Saturday and Sunday move to Monday; public holidays are the calendar's business, not the demo's. */
export function weekday(day: Day): Day {
  const dow = (dayNumber(day) + 4) % 7; // 1970-01-01 was a Thursday
  return dow === 6 ? addDays(day, 2) : dow === 0 ? addDays(day, 1) : day;
}
