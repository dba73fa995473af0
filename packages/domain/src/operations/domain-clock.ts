import { invalidField, notFound } from "../shared/errors.ts";
import { defineQuery, defineUseCase } from "../shared/use-case.ts";
import { LONGEST_MOVE_MS, MoveClockInput, NoInput } from "./operations.schema.ts";

const DAY_MS = 86_400_000;

/** What time it is for the law here, whether it can be moved in this installation, and whether the reader may move it. */
export const readClock = defineQuery("clock.read", NoInput, async (ctx) => {
  ctx.authorise();
  const movable = ctx.config.mode !== "production";
  const offset = movable ? await ctx.db.clockOffset.findUnique({ where: { id: 1 } }) : null;
  return { now: await ctx.now(), movable, mayMove: movable && ctx.may("clock.move"), aheadSeconds: Number((offset?.offsetMs ?? 0n) / 1000n) };
});

/** Moves the domain clock forward (业务时钟), so that a legal period can be shown in a minute. In production there is no such act. */
export const moveClock = defineUseCase("clock.move", MoveClockInput, async (ctx, input) => {
  ctx.authorise();
  if (ctx.config.mode === "production") notFound("clock", "");
  const before = ctx.clock.now();
  const to = input.to === undefined ? new Date(before.getTime() + (input.days ?? 0) * DAY_MS + (input.seconds ?? 0) * 1000) : new Date(input.to);
  const forward = to.getTime() - before.getTime();
  if (forward <= 0 || forward > LONGEST_MOVE_MS) invalidField("to", "CLOCK_ONLY_FORWARD");
  await ctx.tx.$executeRaw`
    insert into clock_offset (id, offset_ms) values (1, ${BigInt(forward)})
    on conflict (id) do update set offset_ms = clock_offset.offset_ms + excluded.offset_ms`;
  ctx.record({ type: "clock", id: "domain", before: { now: before }, after: { now: to } });
  return { now: to };
});
