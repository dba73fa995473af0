import { startOfDay } from "../shared/clock.ts";
import { readParameter } from "../shared/parameter.ts";
import { dayOf } from "../shared/clock.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { z } from "zod";
import { DEFAULT_REMINDERS, nextReminderOn, remindersOn, type Reminder, type ReminderSettings } from "./performance.rules.ts";
import { dutiesOf, lockPerformance, record, type Performance } from "./performance.repository.ts";
import { WatchPerformanceInput } from "./performance.schema.ts";
import { tellSide } from "./tell-sides.ts";

export const WATCH = "performance.watch";

const Settings = z.object({ aheadDays: z.number().int().min(0).max(90), termAheadDays: z.number().int().min(0).max(180) });

/** How long before a day the sides are reminded, as set for everyone. */
function settingsAt(ctx: Context, at: Date): Promise<ReminderSettings> {
  return readParameter(ctx.tx, "performance.reminders", Settings, at, DEFAULT_REMINDERS);
}

/** Makes the next reminder due, or none when nothing is left to be done. */
export async function watchNext(ctx: Context, performance: Performance, after = dayOf(ctx.clock.now())): Promise<void> {
  const next = nextReminderOn(after, dutiesOf(performance), await settingsAt(ctx, ctx.clock.now()));
  if (next === undefined) await ctx.notDue(WATCH, performance.contractId);
  else await ctx.due(WATCH, performance.contractId, startOfDay(next));
}

/** Reminds the sides of what falls due and of what is late (履行提醒), with effect from the day it was due. */
export const watchPerformance = defineUseCase("performance.watch", WatchPerformanceInput, async (ctx, { contractId, dueAt }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise();
  const on = dayOf(dueAt);
  const reminders = remindersOn(on, dutiesOf(performance), await settingsAt(ctx, dueAt));
  for (const reminder of reminders) await remind(ctx, performance, reminder);
  await watchNext(ctx, performance, on);
  record(ctx, performance, { after: { reminded: reminders.map(({ kind, no, late }) => ({ kind, no, late })) } });
  return { contractId, reminders: reminders.length };
});

async function remind(ctx: Context, performance: Performance, { kind, no, dueOn, late }: Reminder): Promise<void> {
  if (kind === "instalment") {
    await tellSide(ctx, performance, "buyer", late ? "performance.payment-late" : "performance.payment-due", { no: String(no), dueOn });
    if (late) await tellSide(ctx, performance, "seller", "performance.payment-late", { no: String(no), dueOn });
    return;
  }
  if (kind === "milestone") {
    const { title } = performance.milestones.find((one) => one.no === no)!;
    await tellSide(ctx, performance, "seller", late ? "performance.milestone-late" : "performance.milestone-due", { title, dueOn });
    if (late) await tellSide(ctx, performance, "buyer", "performance.milestone-late", { title, dueOn });
    return;
  }
  for (const side of ["seller", "buyer"] as const) await tellSide(ctx, performance, side, late ? "performance.term-over" : "performance.term-ends", { dueOn });
}
