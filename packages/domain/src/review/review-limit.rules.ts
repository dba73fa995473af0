import { addWorkingDays, type WorkingCalendar } from "../shared/calendar.ts";
import { endOfDay, type Day } from "../shared/clock.ts";
import type { ReviewGround } from "./sampling.rules.ts";

/** Working days the province takes for a registration (project rule: the sources name no limit of the review). */
export const REVIEW_WORKING_DAYS = 20;
/** Tax-related, large, foreign and alerted registrations come first (国科火字〔2021〕188号 asks that they be re-checked). */
export const URGENT_REVIEW_WORKING_DAYS = 10;
/** Working days the office has to answer a return (project rule). */
export const ANSWER_WORKING_DAYS = 10;

export function reviewDueAt(openedOn: Day, grounds: readonly ReviewGround[], calendar: WorkingCalendar): Date {
  return endOfDay(addWorkingDays(calendar, openedOn, grounds.length > 0 ? URGENT_REVIEW_WORKING_DAYS : REVIEW_WORKING_DAYS));
}

export function answerDueAt(returnedOn: Day, calendar: WorkingCalendar): Date {
  return endOfDay(addWorkingDays(calendar, returnedOn, ANSWER_WORKING_DAYS));
}
