import { addDays, weekday, type Day } from "./clock.ts";

/** The government's holiday notices as data: days off and made-up working days. `version` is stored with every period counted. */
export type WorkingCalendar = {
  readonly version: string;
  readonly from: Day;
  readonly to: Day;
  readonly holidays: ReadonlySet<string>;
  readonly workdays: ReadonlySet<string>;
};

export class CalendarRangeError extends RangeError {}

function inRange(calendar: WorkingCalendar, on: Day): void {
  if (on < calendar.from || on > calendar.to) throw new CalendarRangeError(`${on} lies outside calendar ${calendar.version}`);
}

export function isWorkingDay(calendar: WorkingCalendar, on: Day): boolean {
  inRange(calendar, on);
  if (calendar.workdays.has(on)) return true;
  if (calendar.holidays.has(on)) return false;
  const dayOfWeek = weekday(on);
  return dayOfWeek !== 0 && dayOfWeek !== 6;
}

/** The last of `count` working days after `start`; the starting day is not counted (民法典 201). */
export function addWorkingDays(calendar: WorkingCalendar, start: Day, count: number): Day {
  let on = start;
  for (let counted = 0; counted < count; ) {
    on = addDays(on, 1);
    if (isWorkingDay(calendar, on)) counted += 1;
  }
  return on;
}

/** The last of `count` calendar days after `start`; a last day that is a statutory day off moves to the next working day (民法典 203). */
export function addNaturalDays(calendar: WorkingCalendar, start: Day, count: number): Day {
  let on = addDays(start, count);
  while (!isWorkingDay(calendar, on)) on = addDays(on, 1);
  return on;
}

/** Working days after `from`, up to and including `to`; negative when `to` lies before. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let on = from; on < to; ) {
    on = addDays(on, 1);
    if (isWorkingDay(calendar, on)) count += 1;
  }
  return count;
}
