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

/** Holidays on which no office is open; the platform's own calendar decides deadlines, this only keeps the demo plausible. */
const CLOSED: readonly (readonly [from: Day, to: Day])[] = [
  ["2021-02-11", "2021-02-17"], ["2022-01-31", "2022-02-06"], ["2023-01-21", "2023-01-27"],
  ["2024-02-10", "2024-02-17"], ["2025-01-28", "2025-02-04"], ["2026-02-15", "2026-02-23"],
];

export function isWorkday(day: Day): boolean {
  const weekend = [0, 6].includes((dayNumber(day) + 4) % 7); // 1970-01-01 was a Thursday
  const monthDay = day.slice(5);
  const fixed = (monthDay >= "10-01" && monthDay <= "10-07") || (monthDay >= "05-01" && monthDay <= "05-03") || monthDay === "01-01";
  return !weekend && !fixed && !CLOSED.some(([from, to]) => day >= from && day <= to);
}

/** The day itself or the next on which offices work. */
export function workday(day: Day): Day {
  let open = day;
  while (!isWorkday(open)) open = addDays(open, 1);
  return open;
}

/** The day itself or the last before it on which offices work. */
export function workdayBefore(day: Day): Day {
  let open = day;
  while (!isWorkday(open)) open = addDays(open, -1);
  return open;
}
