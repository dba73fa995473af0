import { addDays, day, type Day } from "../shared/clock.ts";
import type { WorkingCalendar } from "../shared/calendar.ts";
import y2023 from "./calendars/2023.json" with { type: "json" };
import y2024 from "./calendars/2024.json" with { type: "json" };
import y2025 from "./calendars/2025.json" with { type: "json" };
import y2026 from "./calendars/2026.json" with { type: "json" };
import y2027 from "./calendars/2027.json" with { type: "json" };

/**
 * `official`: the State Council notice (节假日安排的通知). `unverified`: the notice as reported, not compared with its text.
 * `provisional`: no notice yet, only the statutory days of the law; deadlines counted on it may move when the notice comes.
 */
export type CalendarStatus = "official" | "unverified" | "provisional";

export type HolidayYear = {
  readonly year: number;
  readonly version: string;
  readonly status: CalendarStatus;
  readonly source: string;
  /** First and last day off of each holiday. */
  readonly holidays: readonly (readonly string[])[];
  /** Weekend days that are worked (调休). */
  readonly workdays: readonly string[];
};

export const HOLIDAY_YEARS: readonly HolidayYear[] = [y2023, y2024, y2025, y2026, y2027] as readonly HolidayYear[];

function daysOf([first, last]: readonly string[]): Day[] {
  const days: Day[] = [];
  for (let on = day(first!); on <= day(last!); on = addDays(on, 1)) days.push(on);
  return days;
}

const CALENDAR: WorkingCalendar = {
  version: HOLIDAY_YEARS.map(({ version }) => version).join("+"),
  from: day(`${HOLIDAY_YEARS[0]!.year}-01-01`),
  to: day(`${HOLIDAY_YEARS.at(-1)!.year}-12-31`),
  holidays: new Set(HOLIDAY_YEARS.flatMap(({ holidays }) => holidays.flatMap(daysOf))),
  workdays: new Set(HOLIDAY_YEARS.flatMap(({ workdays }) => workdays)),
};

/** The working calendar of the nation over all years on file; its version names every year's edition. */
export function calendarFor(): WorkingCalendar {
  return CALENDAR;
}

/** How far the days of a year can be relied on; undefined outside the years on file. */
export function calendarStatusOn(on: Day): CalendarStatus | undefined {
  return HOLIDAY_YEARS.find(({ year }) => on.startsWith(String(year)))?.status;
}
