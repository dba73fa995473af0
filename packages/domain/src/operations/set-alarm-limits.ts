import { toJson } from "../shared/canonical.ts";
import { readParameter } from "../shared/parameter.ts";
import { personIdOf } from "../shared/actor.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { AlarmLimits, USUAL_LIMITS } from "./alarms.rules.ts";
import { ALARM_LIMITS_KEY } from "./read-operations.ts";
import { SetAlarmLimitsInput } from "./operations.schema.ts";

/** Sets from which age on something is an alarm, as a new version with its reason. */
export const setAlarmLimits = defineUseCase("operations.set-alarm-limits", SetAlarmLimitsInput, async (ctx, { reason, ...limits }) => {
  ctx.authorise();
  const now = ctx.clock.now();
  const before = await readParameter(ctx.tx, ALARM_LIMITS_KEY, AlarmLimits, now, USUAL_LIMITS);
  const newest = await ctx.tx.parameter.findFirst({ where: { key: ALARM_LIMITS_KEY, scope: "" }, orderBy: { version: "desc" }, select: { version: true } });
  const version = (newest?.version ?? 0) + 1;
  const row = await ctx.tx.parameter.create({
    data: { key: ALARM_LIMITS_KEY, version, effectiveFrom: now, value: toJson(limits) as never, reason, setById: personIdOf(ctx.actor), createdAt: now },
  });
  ctx.record({ type: "parameter", id: row.id, before, after: limits });
  return { version };
});
