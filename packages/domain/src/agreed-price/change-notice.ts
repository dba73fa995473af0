import { Prisma } from "../generated/client.ts";
import { demandExportStage } from "../export-control/index.ts";
import { calendarFor } from "../reference/index.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { NOTICE_DUE } from "./notice.due.ts";
import { NoticePublished } from "./notice.events.ts";
import { NOTICE_MOVES } from "./notice.machine.ts";
import { lockNotice, moveNotice, writeStep } from "./notice.repository.ts";
import { isMaterialChange, noticeEnd } from "./notice.rules.ts";
import { ChangeNoticeInput } from "./notice.schema.ts";
import { agreedTerms, termsHash, termsOf } from "./notice.terms.ts";
import { termColumns } from "./prepare-notice.ts";
import { checkNotTaken, checkPublishable, tellCompleters } from "./publish-notice.ts";

/**
 * Changes what is to be published. Changed terms have to be confirmed by the buyer again. A notice that runs already may be changed only
 * in its terms, and starts again at day 0 (Trading §6.2); the buyer's new confirmation is then due before a contract.
 */
export const changeNotice = defineUseCase("notice.change", ChangeNoticeInput, async (ctx, { noticeId, version, ...input }) => {
  const notice = await lockNotice(ctx.tx, noticeId);
  ctx.authorise({ ownerId: notice.sellerId });
  if (notice.version !== version) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  const at = ctx.clock.now();
  if (input.buyerId !== notice.buyerId) await demandExportStage(ctx, "NEGOTIATE", notice.resultId, input.buyerId);
  const columns = await termColumns(ctx.tx, notice.sellerId, input, dayOf(at));
  const changed = { ...notice, ...columns, terms: columns.terms === Prisma.DbNull ? null : (columns.terms as Prisma.JsonObject) };
  const isSame = termsHash(changed) === termsHash(notice);
  const confirmation = isSame ? {} : { buyerConfirmedAt: null };

  if (notice.state === "PREPARED") {
    const { count } = await ctx.tx.publicNotice.updateMany({ where: { id: noticeId, state: "PREPARED", version }, data: { ...columns, ...confirmation, version: { increment: 1 } } });
    if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
    await writeStep(ctx.tx, noticeId, { event: "change", effectiveAt: at, at });
  } else {
    const state = step(NOTICE_MOVES, notice.state, "restart");
    const isMaterial = isMaterialChange(agreedTerms(notice), agreedTerms(changed)) || notice.paymentForm !== changed.paymentForm;
    if (!isMaterial) refuse("NOTICE_NOTHING_MATERIAL");
    checkPublishable({ ...changed, buyerConfirmedAt: at }, dayOf(at));
    await checkNotTaken(ctx, changed);
    const calendar = calendarFor();
    const endsAt = noticeEnd(at, columns.days, calendar);
    await moveNotice(ctx.tx, notice, state, {
      ...columns, ...confirmation, publishedAt: at, runningSince: at, endsAt, remainingDays: null, calendarVersion: calendar.version, round: { increment: 1 },
    }, { event: "restart", effectiveAt: at, at, endsAt });
    await ctx.due(NOTICE_DUE.clear, noticeId, endsAt);
    await tellCompleters(ctx, { ...notice, tradeMode: changed.tradeMode }, endsAt);
    ctx.emit(NoticePublished, { type: "notice", id: noticeId }, {
      noticeId, resultId: notice.resultId, sellerId: notice.sellerId, buyerId: changed.buyerId, endsAt: endsAt.toISOString(), round: notice.round + 1,
    });
  }
  ctx.record({ type: "notice", id: noticeId, divisionCode: notice.divisionCode, before: termsOf(notice), after: { state: notice.state, ...termsOf(changed) } });
  if (!isSame) {
    await notifyOrganisation(ctx, changed.buyerId, ["BUYER", "ORG_ADMIN"], { kind: "notice.to-confirm", params: { seller: notice.seller.name, title: notice.result.title }, link: `/desk/notices/${noticeId}` });
  }
  return { noticeId, state: notice.state, version: version + 1, confirmed: isSame && notice.buyerConfirmedAt !== null };
});
