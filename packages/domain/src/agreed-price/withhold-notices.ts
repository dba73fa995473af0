import { calendarFor } from "../reference/index.ts";
import { step } from "../shared/machine.ts";
import type { Context } from "../shared/use-case.ts";
import { WITHHELD_REASON } from "../shared/withheld.ts";
import { NOTICE_DUE } from "./notice.due.ts";
import { NoticeEnded } from "./notice.events.ts";
import { NOTICE_MOVES, type NoticeState } from "./notice.machine.ts";
import { dealsOn, lockNotice, moveNotice, openObjections, type NoticeRow } from "./notice.repository.ts";
import { noticeParametersAt } from "./notice-parameters.ts";
import { noticeEndAfterRuling, remainingDays } from "./notice.rules.ts";

/** Notices of a result that was just withheld: the days stop as under an objection, and a cleared one cannot run out. */
export async function stopNotices(ctx: Context, resultId: string): Promise<void> {
  const at = ctx.clock.now();
  for (const notice of await noticesOf(ctx, resultId, ["RUNNING", "CLEARED"])) {
    if (notice.state === "CLEARED") {
      await ctx.notDue(NOTICE_DUE.expire, notice.id);
      continue;
    }
    const rest = remainingDays({ runningSince: notice.runningSince!, days: notice.remainingDays ?? notice.days, objectedAt: at }, await noticeParametersAt(ctx.tx, notice));
    await moveNotice(ctx.tx, notice, step(NOTICE_MOVES, notice.state, "withhold"), { endsAt: null, remainingDays: rest }, { event: "withhold", effectiveAt: at, at });
    await ctx.notDue(NOTICE_DUE.clear, notice.id);
  }
}

/** The result is back: the rest of the days runs from now, unless an objection is still open, and the validity is longer by what it stood still. */
export async function goOnWithNotices(ctx: Context, resultId: string, stoppedAt: Date): Promise<void> {
  const at = ctx.clock.now();
  for (const notice of await noticesOf(ctx, resultId, ["OBJECTED", "CLEARED"])) {
    if (notice.state === "CLEARED") {
      const validUntil = new Date(notice.validUntil!.getTime() + at.getTime() - stoppedAt.getTime());
      await moveNotice(ctx.tx, notice, notice.state, { validUntil }, { event: "extend", effectiveAt: at, at, endsAt: validUntil });
      await ctx.due(NOTICE_DUE.expire, notice.id, validUntil);
    } else if ((await openObjections(ctx.tx, notice.id)) === 0) {
      const endsAt = noticeEndAfterRuling(at, notice.remainingDays!, calendarFor());
      await moveNotice(ctx.tx, notice, step(NOTICE_MOVES, notice.state, "dismiss"), { runningSince: at, endsAt }, { event: "dismiss", effectiveAt: at, at, endsAt });
      await ctx.due(NOTICE_DUE.clear, notice.id, endsAt);
    }
  }
}

/** The result was sealed: its notices are cancelled. One on which there is a deal ends with that. */
export async function cancelNotices(ctx: Context, resultId: string): Promise<void> {
  const at = ctx.clock.now();
  for (const notice of await noticesOf(ctx, resultId, ["PREPARED", "RUNNING", "OBJECTED", "CLEARED"])) {
    if ((await dealsOn(ctx.tx, notice.id)) > 0) continue;
    await moveNotice(ctx.tx, notice, step(NOTICE_MOVES, notice.state, "takeOut"), { stateReason: WITHHELD_REASON }, { event: "takeOut", effectiveAt: at, at, reason: WITHHELD_REASON });
    for (const kind of [NOTICE_DUE.clear, NOTICE_DUE.expire]) await ctx.notDue(kind, notice.id);
    ctx.emit(NoticeEnded, { type: "notice", id: notice.id }, { noticeId: notice.id, resultId, sellerId: notice.sellerId, buyerId: notice.buyerId, state: "CANCELLED", reason: WITHHELD_REASON });
  }
}

async function noticesOf(ctx: Context, resultId: string, states: readonly NoticeState[]): Promise<NoticeRow[]> {
  const rows = await ctx.tx.publicNotice.findMany({ where: { resultId, state: { in: [...states] } }, select: { id: true }, orderBy: { id: "asc" } });
  const notices: NoticeRow[] = [];
  for (const { id } of rows) notices.push(await lockNotice(ctx.tx, id));
  return notices.filter(({ state }) => states.includes(state));
}
