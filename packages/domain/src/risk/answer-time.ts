import { calendarFor } from "../reference/index.ts";
import { addWorkingDays } from "../shared/calendar.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import { ANSWER_WORKING_DAYS } from "./risk-alert.machine.ts";

/** The end of the tenth working day after an instant; the day itself is not counted. */
export function answerDueAt(from: Date): Date {
  return endOfDay(addWorkingDays(calendarFor(), dayOf(from), ANSWER_WORKING_DAYS));
}
