import { readParameter } from "../shared/parameter.ts";
import { defineQuery } from "../shared/use-case.ts";
import { AlarmLimits, alarmsOf, USUAL_LIMITS } from "./alarms.rules.ts";
import { readFigures } from "./figures.ts";
import { NoInput } from "./operations.schema.ts";

export const ALARM_LIMITS_KEY = "operations.alarm-limits";

/** How the platform is doing: ages and counts of what waits, the workers, the last seal, and what of it is an alarm. */
export const readOperations = defineQuery("operations.read", NoInput, async (ctx) => {
  ctx.authorise();
  const now = await ctx.now();
  const limits = await readParameter(ctx.db, ALARM_LIMITS_KEY, AlarmLimits, now, USUAL_LIMITS);
  const figures = await readFigures(ctx.db, now, limits.workerBeatSeconds);
  const [workers, lastSeal] = await Promise.all([
    ctx.db.workerBeat.findMany({ orderBy: { beatAt: "desc" }, take: 20 }),
    ctx.db.auditSeal.findFirst({ orderBy: { no: "desc" }, select: { no: true, sealedAt: true, hash: true } }),
  ]);
  return { now, figures, limits, alarms: alarmsOf(figures, limits), workers, lastSeal };
});
