import { z } from "zod";
import { Id, line } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";
import { AlarmLimits } from "./alarms.rules.ts";

export const NoInput = z.object({});
export const ListDueActsInput = PageInput.extend({ show: z.enum(["overdue", "failing", "upcoming"]).default("overdue") });
export const ListEventsInput = PageInput.extend({ show: z.enum(["undelivered", "unhandled"]).default("undelivered") });
export const ListMailsInput = PageInput.extend({ state: z.enum(["QUEUED", "SENT", "KEPT", "FAILED"]).optional() });
export const ReadMailInput = z.object({ mailId: Id });
export const RetryDueActInput = z.object({ dueActId: Id });
export const RetryMailInput = z.object({ mailId: Id });
export const RetryJobInput = z.object({ jobId: z.string().regex(/^event-\d{1,18}$/) });
export const SetAlarmLimitsInput = AlarmLimits.extend({ reason: line(300) });

const LONGEST_MOVE_DAYS = 400;
const SECONDS_A_DAY = 86_400;

/** One of the three: by days, by seconds, or to an instant. */
export const MoveClockInput = z
  .object({
    days: z.coerce.number().int().min(1).max(LONGEST_MOVE_DAYS).optional(),
    seconds: z.coerce.number().int().min(1).max(LONGEST_MOVE_DAYS * SECONDS_A_DAY).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
  })
  .superRefine((input, ctx) => {
    const given = [input.days, input.seconds, input.to].filter((one) => one !== undefined).length;
    if (given !== 1) ctx.addIssue({ code: "custom", path: ["days"], params: { code: "CLOCK_MOVE_UNCLEAR" } });
  });
export const LONGEST_MOVE_MS = LONGEST_MOVE_DAYS * SECONDS_A_DAY * 1000;
