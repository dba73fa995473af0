import { z } from "zod";

/** What the platform measures of itself; seconds are ages, null where there is nothing of the kind. */
export type Figures = {
  readonly overdueActs: number;
  readonly failingActs: number;
  readonly mostOverdueSeconds: number | null;
  readonly undeliveredEvents: number;
  readonly oldestUndeliveredSeconds: number | null;
  readonly unhandledEvents: number;
  readonly oldestUnhandledSeconds: number | null;
  readonly unsealedEntries: number;
  readonly oldestUnsealedSeconds: number | null;
  readonly queuedMails: number;
  readonly oldestQueuedMailSeconds: number | null;
  readonly failedMails: number;
  readonly workers: number;
  readonly lastBeatSeconds: number | null;
};

const seconds = z.coerce.number().int().min(1).max(7 * 86_400);

/** From which age on something is an alarm. */
export const AlarmLimits = z.object({
  overdueActSeconds: seconds,
  undeliveredEventSeconds: seconds,
  unhandledEventSeconds: seconds,
  unsealedEntrySeconds: seconds,
  queuedMailSeconds: seconds,
  workerBeatSeconds: seconds,
});
export type AlarmLimits = z.infer<typeof AlarmLimits>;

export const USUAL_LIMITS: AlarmLimits = {
  overdueActSeconds: 60,
  undeliveredEventSeconds: 30,
  unhandledEventSeconds: 300,
  unsealedEntrySeconds: 60,
  queuedMailSeconds: 600,
  workerBeatSeconds: 30,
};

export type AlarmCode = "ACT_OVERDUE" | "EVENT_UNDELIVERED" | "EVENT_UNHANDLED" | "ENTRY_UNSEALED" | "MAIL_WAITING" | "MAIL_FAILED" | "NO_WORKER";
export type Alarm = { readonly code: AlarmCode; readonly value: number; readonly limit: number };

export function alarmsOf(figures: Figures, limits: AlarmLimits): Alarm[] {
  const over = (code: AlarmCode, value: number | null, limit: number): Alarm[] => (value !== null && value > limit ? [{ code, value, limit }] : []);
  const silence = figures.lastBeatSeconds;
  return [
    ...(figures.workers === 0 ? [{ code: "NO_WORKER" as const, value: silence ?? 0, limit: limits.workerBeatSeconds }] : []),
    ...over("ACT_OVERDUE", figures.mostOverdueSeconds, limits.overdueActSeconds),
    ...over("EVENT_UNDELIVERED", figures.oldestUndeliveredSeconds, limits.undeliveredEventSeconds),
    ...over("EVENT_UNHANDLED", figures.oldestUnhandledSeconds, limits.unhandledEventSeconds),
    ...over("ENTRY_UNSEALED", figures.oldestUnsealedSeconds, limits.unsealedEntrySeconds),
    ...over("MAIL_WAITING", figures.oldestQueuedMailSeconds, limits.queuedMailSeconds),
    ...over("MAIL_FAILED", figures.failedMails, 0),
  ];
}
