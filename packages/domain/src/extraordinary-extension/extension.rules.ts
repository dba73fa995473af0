import { addNaturalDays, type WorkingCalendar } from "../shared/calendar.ts";
import { daysBetween, dayOf } from "../shared/clock.ts";

/** Classes of deadlines that one act may move. */
export const EXTENSION_CLASSES = ["LISTING_PERIOD", "DEPOSIT", "NOTICE", "PRIORITY", "SIGNING", "INSTALMENT", "CORRECTION", "REGISTRATION"] as const;
export type ExtensionClass = (typeof EXTENSION_CLASSES)[number];

/** What a venue may move by itself: the procedures that it hosts. The registration of contracts is the State's. */
export const VENUE_CLASSES: ReadonlySet<ExtensionClass> = new Set<ExtensionClass>(["LISTING_PERIOD", "DEPOSIT", "NOTICE", "PRIORITY", "SIGNING", "INSTALMENT"]);

/** So many days later at the same hour; one that would end on a holiday ends after it (民法典 203). 24:00 belongs to the day it ends. */
export function laterBy(days: number, calendar: WorkingCalendar): (deadline: Date) => Date {
  return (deadline) => {
    const on = dayOf(new Date(deadline.getTime() - 1));
    return new Date(deadline.getTime() + daysBetween(on, addNaturalDays(calendar, on, days)) * 86_400_000);
  };
}

/** A window that lies open, and deadlines that already had their effect are not called back. */
export function extensionRefusal(facts: { readonly from: Date; readonly until: Date; readonly now: Date; readonly classes: readonly ExtensionClass[]; readonly byVenue: boolean }): "EXTENSION_WINDOW_EMPTY" | "EXTENSION_WINDOW_PAST" | "EXTENSION_NOT_YOURS" | undefined {
  if (facts.from >= facts.until) return "EXTENSION_WINDOW_EMPTY";
  if (facts.until <= facts.now) return "EXTENSION_WINDOW_PAST";
  return facts.byVenue && facts.classes.some((one) => !VENUE_CLASSES.has(one)) ? "EXTENSION_NOT_YOURS" : undefined;
}
