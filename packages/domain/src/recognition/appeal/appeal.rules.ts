import { addDays, dayOf, endOfDay } from "../../shared/clock.ts";

/** Days to appeal from the day a refusal is told (行政复议法 2023 Art. 20), and days to decide from the day it is taken in (Art. 62). Natural days. */
const APPEAL_DAYS = 60;
const DECISION_DAYS = 60;

export function appealEndsAt(refusedAt: Date): Date {
  return endOfDay(addDays(dayOf(refusedAt), APPEAL_DAYS));
}

export function appealDueAt(filedAt: Date): Date {
  return endOfDay(addDays(dayOf(filedAt), DECISION_DAYS));
}
