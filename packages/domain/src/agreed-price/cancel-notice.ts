import { refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { NOTICE_DUE } from "./notice.due.ts";
import { NoticeEnded } from "./notice.events.ts";
import { NOTICE_MOVES } from "./notice.machine.ts";
import { dealsOn, lockNotice, moveNotice } from "./notice.repository.ts";
import { CancelNoticeInput } from "./notice.schema.ts";

/** The seller gives the agreement up (取消公示), with a reason that is shown where the notice was public. */
export const cancelNotice = defineUseCase("notice.cancel", CancelNoticeInput, async (ctx, { noticeId, reason }) => {
  const notice = await lockNotice(ctx.tx, noticeId);
  ctx.authorise({ ownerId: notice.sellerId });
  const state = step(NOTICE_MOVES, notice.state, "cancel");
  if ((await dealsOn(ctx.tx, noticeId)) > 0) refuse("NOTICE_HAS_DEAL");
  const at = ctx.clock.now();
  await moveNotice(ctx.tx, notice, state, { stateReason: reason }, { event: "cancel", effectiveAt: at, at, reason });
  for (const kind of [NOTICE_DUE.clear, NOTICE_DUE.expire]) await ctx.notDue(kind, noticeId);
  ctx.record({ type: "notice", id: noticeId, divisionCode: notice.divisionCode, before: { state: notice.state }, after: { state, reason } });
  ctx.emit(NoticeEnded, { type: "notice", id: noticeId }, { noticeId, resultId: notice.resultId, sellerId: notice.sellerId, buyerId: notice.buyerId, state: "CANCELLED", reason });
  await notifyOrganisation(ctx, notice.buyerId, ["BUYER"], { kind: "notice.cancelled", params: { title: notice.result.title, reason }, link: `/desk/notices/${noticeId}` });
  return { noticeId, state };
});
