import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { NOTICE_DUE } from "./notice.due.ts";
import { NoticeCleared } from "./notice.events.ts";
import { NOTICE_MOVES } from "./notice.machine.ts";
import { lockNotice, moveNotice, openObjections } from "./notice.repository.ts";
import { mayClear, validUntil } from "./notice.rules.ts";
import { noticeParametersAt } from "./notice-parameters.ts";
import { NoticeDueInput } from "./notice.schema.ts";

/**
 * The last day is over and nobody objected (公示期满无异议). Effective at 24:00 of that day, however late it is run; a notice that was stopped,
 * cancelled or restarted since this became due is left alone. Trading §6.2.
 */
export const clearNotice = defineUseCase("notice.clear", NoticeDueInput, async (ctx, { noticeId }) => {
  ctx.authorise();
  const notice = await lockNotice(ctx.tx, noticeId);
  const at = ctx.clock.now();
  const { endsAt } = notice;
  const isOver = notice.state === "RUNNING" && endsAt !== null && mayClear({ endsAt, now: at, openObjections: await openObjections(ctx.tx, noticeId) });
  if (!isOver) {
    if (notice.state === "RUNNING" && endsAt !== null) await ctx.due(NOTICE_DUE.clear, noticeId, endsAt);
    ctx.record({ type: "notice", id: noticeId, divisionCode: notice.divisionCode, after: { notNow: "clear", state: notice.state, endsAt } });
    return { state: notice.state };
  }
  const state = step(NOTICE_MOVES, notice.state, "clear");
  const until = validUntil(endsAt, await noticeParametersAt(ctx.tx, notice));
  await moveNotice(ctx.tx, notice, state, { clearedAt: endsAt, validUntil: until }, { event: "clear", effectiveAt: endsAt, at });
  await ctx.due(NOTICE_DUE.expire, noticeId, until);
  ctx.record({ type: "notice", id: noticeId, divisionCode: notice.divisionCode, before: { state: notice.state }, after: { state, effectiveAt: endsAt, validUntil: until } });
  ctx.emit(NoticeCleared, { type: "notice", id: noticeId }, {
    noticeId, resultId: notice.resultId, sellerId: notice.sellerId, buyerId: notice.buyerId, effectiveAt: endsAt.toISOString(), validUntil: until.toISOString(),
  });
  for (const [organisationId, role] of [[notice.sellerId, "SELLER"], [notice.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "notice.cleared", params: { title: notice.result.title }, link: `/desk/notices/${noticeId}` });
  }
  return { state };
});
