import type { DeadlineProps } from "@ttx/ui/deadline";
import type { Lang } from "@ttx/ui/text";

/** What is left, in words, as the calendar counted it. */
export function leftInWords(workingDays: number, lang: Lang): string {
  if (workingDays < 0) return lang === "zh" ? `已逾期 ${-workingDays} 个工作日` : `${-workingDays} working days late`;
  if (workingDays === 0) return lang === "zh" ? "今天到期" : "Due today";
  return lang === "zh" ? `还剩 ${workingDays} 个工作日` : `${workingDays} working days left`;
}

/** The last minute of a period that ends with a day: people read 23:59 of that day, not 00:00 of the next. */
export function lastMinute(endsAt: Date): Date {
  return new Date(endsAt.getTime() - 60_000);
}

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** An instant as people read it: the end of a day is that day's last minute. */
export function readable(at: Date): Date {
  return (at.getTime() + SHANGHAI_MS) % DAY_MS === 0 ? lastMinute(at) : at;
}

export function deadlineState(workingDays: number, urgency?: "calm" | "warned" | "overdue" | null): DeadlineProps["state"] {
  if (workingDays < 0 || urgency === "overdue") return "past";
  return urgency === "warned" || workingDays <= 2 ? "near" : "far";
}
