import { calendarFor } from "../reference/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, notFound, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import type { Context } from "../shared/use-case.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { demandNotWithheld } from "../shared/withheld.ts";
import { NOTICE_DUE } from "./notice.due.ts";
import { NoticeEnded, NoticeReturned } from "./notice.events.ts";
import { NOTICE_MOVES } from "./notice.machine.ts";
import { lockNotice, moveNotice, openObjections, writeStep, type NoticeRow } from "./notice.repository.ts";
import { noticeDuty, noticeEndAfterRuling, rulingRefusal, whenRuled, type Ruling } from "./notice.rules.ts";
import { RuleObjectionInput } from "./notice.schema.ts";

const OBJECTION_STATES = { UNFOUNDED: "UNFOUNDED", SETTLED: "SETTLED", UPHELD_CANCEL: "UPHELD", UPHELD_REPRICE: "UPHELD" } as const satisfies Record<Ruling, string>;

/** The unit rules on an objection (异议处理) with reasons, which are published beside the notice. Trading §6.2; 山东条例 14. */
export const ruleObjection = defineUseCase("objection.rule", RuleObjectionInput, async (ctx, { objectionId, ruling, reasons }) => {
  const found = await ctx.tx.objection.findUnique({ where: { id: objectionId }, select: { noticeId: true } });
  if (!found) notFound("objection", objectionId);
  const notice = await lockNotice(ctx.tx, found.noticeId);
  ctx.authorise({ ownerId: notice.sellerId, authorId: notice.createdById });
  demandNotWithheld(notice.result);
  const at = ctx.clock.now();
  const refusal = rulingRefusal({ reasons, isPublished: true }, noticeDuty(notice.divisionCode, dayOf(notice.publishedAt!)));
  if (refusal) refuse(`OBJECTION_${refusal}`);
  const ruled = await ctx.tx.objection.updateMany({ where: { id: objectionId, state: "FILED" }, data: { state: OBJECTION_STATES[ruling], ruling: reasons, ruledAt: at, ruledById: personIdOf(ctx.actor) } });
  if (ruled.count !== 1) throw new DomainError("OBJECTION_ALREADY_RULED", "conflict");

  const event = whenRuled({ ruling, otherOpenObjections: await openObjections(ctx.tx, notice.id) });
  if (event === undefined) await writeStep(ctx.tx, notice.id, { event: "rule", effectiveAt: at, at });
  const outcome = event === undefined ? { state: notice.state, endsAt: null } : await moveOn(ctx, notice, event, reasons, at);
  ctx.record({ type: "notice", id: notice.id, divisionCode: notice.divisionCode, before: { state: notice.state }, after: { objectionId, ruling, reasons, ...outcome } });
  await notifyOrganisation(ctx, notice.buyerId, ["BUYER"], { kind: "notice.ruled", params: { title: notice.result.title }, link: `/notices/${notice.id}` });
  return { noticeId: notice.id, ...outcome };
});

async function moveOn(ctx: Context, notice: NoticeRow, event: "dismiss" | "uphold" | "returnToPricing", reasons: string, at: Date) {
  const state = step(NOTICE_MOVES, notice.state, event);
  switch (event) {
    case "dismiss": {
      const endsAt = noticeEndAfterRuling(at, notice.remainingDays!, calendarFor());
      await moveNotice(ctx.tx, notice, state, { runningSince: at, endsAt }, { event, effectiveAt: at, at, endsAt });
      await ctx.due(NOTICE_DUE.clear, notice.id, endsAt);
      return { state, endsAt };
    }
    case "uphold": {
      await moveNotice(ctx.tx, notice, state, { stateReason: reasons }, { event, effectiveAt: at, at, reason: reasons });
      ctx.emit(NoticeEnded, { type: "notice", id: notice.id }, { noticeId: notice.id, resultId: notice.resultId, sellerId: notice.sellerId, buyerId: notice.buyerId, state: "CANCELLED", reason: reasons });
      return { state, endsAt: null };
    }
    case "returnToPricing": {
      await moveNotice(ctx.tx, notice, state, { buyerConfirmedAt: null, runningSince: null, remainingDays: null, endsAt: null }, { event, effectiveAt: at, at, reason: reasons });
      ctx.emit(NoticeReturned, { type: "notice", id: notice.id }, { noticeId: notice.id, resultId: notice.resultId, sellerId: notice.sellerId, buyerId: notice.buyerId, reason: reasons });
      return { state, endsAt: null };
    }
  }
}
