import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { NoticeEnded } from "./notice.events.ts";
import { NOTICE_MOVES } from "./notice.machine.ts";
import { lockNotice, moveNotice } from "./notice.repository.ts";
import { NoticeDueInput } from "./notice.schema.ts";

/** No contract was signed within the validity of a cleared notice (公示失效). Effective at the end of its last day. */
export const expireNotice = defineUseCase("notice.expire", NoticeDueInput, async (ctx, { noticeId }) => {
  ctx.authorise();
  const notice = await lockNotice(ctx.tx, noticeId);
  const at = ctx.clock.now();
  const until = notice.validUntil;
  if (notice.state !== "CLEARED" || until === null || at < until) {
    ctx.record({ type: "notice", id: noticeId, divisionCode: notice.divisionCode, after: { notNow: "expire", state: notice.state } });
    return { state: notice.state };
  }
  const state = step(NOTICE_MOVES, notice.state, "expire");
  await moveNotice(ctx.tx, notice, state, {}, { event: "expire", effectiveAt: until, at });
  ctx.record({ type: "notice", id: noticeId, divisionCode: notice.divisionCode, before: { state: notice.state }, after: { state, effectiveAt: until } });
  ctx.emit(NoticeEnded, { type: "notice", id: noticeId }, { noticeId, resultId: notice.resultId, sellerId: notice.sellerId, buyerId: notice.buyerId, state: "EXPIRED", reason: "" });
  return { state };
});
