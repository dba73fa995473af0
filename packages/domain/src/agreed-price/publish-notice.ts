import { completersStandFirst, demandRightsFree, sellerClassOf } from "../listing/index.ts";
import { demandFunderAgrees } from "../project-contract/index.ts";
import { notifyByDisplay } from "../priority-right/index.ts";
import { dayOf, type Day } from "../shared/clock.ts";
import { storedTerms } from "../terms/index.ts";
import { comparisonFor } from "../valuation/index.ts";
import { calendarFor } from "../reference/index.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import type { Tx } from "../shared/database.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { NOTICE_DUE } from "./notice.due.ts";
import { NoticePublished } from "./notice.events.ts";
import { NOTICE_MOVES } from "./notice.machine.ts";
import { lockNotice, moveNotice, snapshotOf, type NoticeRow } from "./notice.repository.ts";
import { directSaleRefusal, noticeDuty, noticeEnd, noticeProblems, type NoticeField, type NoticePlace } from "./notice.rules.ts";
import { NoticeIdInput } from "./notice.schema.ts";
import { termsOf } from "./notice.terms.ts";

/** Publishes the agreed price for objections (公示), in the unit and here, for at least fifteen days. 促进科技成果转化法 18; Trading §6.2. */
export const publishNotice = defineUseCase("notice.publish", NoticeIdInput, async (ctx, { noticeId }) => {
  const notice = await lockNotice(ctx.tx, noticeId);
  ctx.authorise({ ownerId: notice.sellerId });
  const state = step(NOTICE_MOVES, notice.state, "publish");
  const at = ctx.clock.now();
  checkPublishable(notice, dayOf(at));
  if (notice.result.state !== "PUBLISHED") refuse("NOTICE_RESULT_NOT_PUBLISHED");
  await demandFunderAgrees(ctx.tx, notice.resultId);
  await checkNotTaken(ctx, notice);
  await checkValued(ctx.tx, notice, dayOf(at));
  const calendar = calendarFor();
  const endsAt = noticeEnd(at, notice.days, calendar);
  const round = notice.publishedAt === null ? notice.round : notice.round + 1;
  await moveNotice(ctx.tx, notice, state, {
    publishedAt: at, runningSince: at, endsAt, remainingDays: null, round, resultVersionNo: notice.result.versionNo, calendarVersion: calendar.version,
  }, { event: "publish", effectiveAt: at, at, endsAt });
  await ctx.due(NOTICE_DUE.clear, noticeId, endsAt);
  await tellCompleters(ctx, notice, endsAt);
  const { title } = await snapshotOf(ctx.tx, notice.resultId, notice.result.versionNo);
  ctx.record({ type: "notice", id: noticeId, divisionCode: notice.divisionCode, before: { state: notice.state }, after: { state, endsAt, calendarVersion: calendar.version, round, ...termsOf(notice) } });
  ctx.emit(NoticePublished, { type: "notice", id: noticeId }, { noticeId, resultId: notice.resultId, sellerId: notice.sellerId, buyerId: notice.buyerId, endsAt: endsAt.toISOString(), round });
  await notifyOrganisation(ctx, notice.buyerId, ["BUYER"], { kind: "notice.published", params: { title }, link: `/notices/${noticeId}` });
  return { noticeId, state, publishedAt: at, endsAt };
});

/** On an assignment the notice itself tells the completers that they stand first on these conditions. 民法典 847. */
export async function tellCompleters(ctx: Pick<Context, "tx" | "clock" | "config">, { id, resultId, sellerId, seller, tradeMode }: Pick<NoticeRow, "id" | "resultId" | "sellerId" | "seller" | "tradeMode">, until: Date): Promise<void> {
  const completers = await ctx.tx.resultCompleter.findMany({ where: { resultId }, orderBy: { position: "asc" }, select: { name: true, personId: true } });
  if (!completersStandFirst({ sellerClass: sellerClassOf(seller.kind), tradeMode, hasCompleters: completers.length > 0 })) return;
  await notifyByDisplay(ctx, { subjectType: "notice", subjectId: id, resultId, ownerId: sellerId, holders: completers, until });
}

/** Everything that the duty of the unit's province on the day of the announcement finds missing, and the buyer's agreement. */
export function checkPublishable(notice: NoticeRow, on: Day): void {
  if (notice.buyerConfirmedAt === null) refuse("NOTICE_NOT_CONFIRMED");
  const refusal = directSaleRefusal({ sellerClass: sellerClassOf(notice.seller.kind), directApproval: notice.directApproval });
  if (refusal) refuse(refusal);
  const duty = noticeDuty(notice.divisionCode, on);
  const places = new Set<NoticePlace>(["MARKET"]);
  if (notice.unitPlace !== "") places.add("UNIT");
  const problems = noticeProblems({ filled: filledFields(notice), places, days: notice.days }, duty);
  if (problems.length === 0) return;
  throw new DomainError("NOTICE_NOT_COMPLETE", "refused", { source: duty.source }, problems.map((problem) => {
    switch (problem.code) {
      case "FIELD_MISSING":
        return { path: problem.field, code: "NOTICE_FIELD_MISSING" };
      case "PLACE_MISSING":
        return { path: "unitPlace", code: "NOTICE_PLACE_MISSING" };
      case "PERIOD_TOO_SHORT":
        return { path: "days", code: "NOTICE_PERIOD_TOO_SHORT", details: { minimumDays: problem.minimumDays } };
    }
  }));
}

/** Name, abstract, rights and completers come from the published result, which is always whole. */
function filledFields(notice: NoticeRow): ReadonlySet<NoticeField> {
  const filled = new Set<NoticeField>(["resultName", "abstract", "rightNumbers", "completers", "mode", "price", "relatedPartyMark", "buyer"]);
  if (notice.paymentForm !== "") filled.add("paymentForm");
  if (notice.decisionBody !== "") filled.add("decision");
  if (notice.objectionChannel !== "") filled.add("objectionChannel");
  return filled;
}

/** A state-owned enterprise publishes a price only on a valid appraisal, and not far below it. 企业国有资产法 55. */
async function checkValued(tx: Tx, { resultId, priceFen, seller, buyer }: NoticeRow, on: Day): Promise<void> {
  const { warnings } = await comparisonFor(tx, { resultId, priceFen, on, sellerClass: sellerClassOf(seller.kind), buyerIsStateOwned: buyer.kind === "STATE_ENTERPRISE" });
  if (warnings.some(({ blocking }) => blocking)) refuse("NOTICE_APPRAISAL_REQUIRED");
}

/** What is assigned, contributed or licensed exclusively can be promised to one party only. Trading §9.3. */
export function checkNotTaken(ctx: Pick<Context, "tx" | "clock">, { terms, ...notice }: Pick<NoticeRow, "id" | "resultId" | "tradeMode" | "licenceKind" | "terms">): Promise<void> {
  return demandRightsFree(ctx, { ...notice, territory: storedTerms(terms)?.licence?.territory });
}
