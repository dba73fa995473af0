/** Where the domain reads the time. Legal deadlines never run on the machine's own clock. */
export type Clock = { now(): Date };

export function fixedClock(instant: string | Date): Clock & { set(instant: string | Date): void } {
  let at = new Date(instant);
  return {
    now: () => new Date(at),
    set: (next) => {
      at = new Date(next);
    },
  };
}

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** A calendar day in Asia/Shanghai, "YYYY-MM-DD". China has had no summer time since 1991, so the offset is fixed. */
export type Day = string & { readonly unit: "day" };

export function day(text: string): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text as Day;
}

export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as Day;
}

/** 00:00 Shanghai time of the day. */
export function startOfDay(on: Day): Date {
  return new Date(Date.parse(`${on}T00:00:00Z`) - SHANGHAI_OFFSET_MS);
}

/** 24:00 Shanghai time of the day: the instant at which a period that ends on it is over (民法典 203). */
export function endOfDay(on: Day): Date {
  return new Date(startOfDay(on).getTime() + DAY_MS);
}

/** An hour of the day in Shanghai, for periods that end at close of business. */
export function atHour(on: Day, hour: number): Date {
  return new Date(startOfDay(on).getTime() + hour * 3_600_000);
}

export function addDays(on: Day, days: number): Day {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** The same date so many months on, or the last day of that month (民法典 202). */
export function addMonths(on: Day, months: number): Day {
  const [year, month, date] = on.split("-").map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const lastDate = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  const part = (value: number, width: number): string => String(value).padStart(width, "0");
  return day(`${part(Math.floor(index / 12), 4)}-${part((index % 12) + 1, 2)}-${part(Math.min(date, lastDate), 2)}`);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(on: Day): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay();
}

/** "2026-03-04 09:30" in Shanghai, for messages. */
export function shanghaiTime(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace("T", " ");
}
