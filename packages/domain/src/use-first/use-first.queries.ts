import type { UseFirstState } from "./use-first.machine.ts";
import { lateParametersOf, useFirstCredit } from "../deal/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { dayOfColumn } from "../shared/input.ts";
import { afterTimeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { paymentSentence } from "../terms/index.ts";
import { factsOf, getUseFirst, openReport, useFirstTerms } from "./use-first.repository.ts";
import { earliestPayBy, endRefusal, graceEndsOn } from "./use-first.rules.ts";
import { ListUseFirstInput, UseFirstIdInput, type ReportAnswer } from "./use-first.schema.ts";

const ENDED: readonly UseFirstState[] = ["EXITED", "EXPIRED", "CANCELLED", "CLEARED"];

/** The licences of one's organisation that are used first and paid later, as licensor or as firm; the newest first. */
export const listUseFirst = defineQuery("use-first.list-own", ListUseFirstInput, async (ctx, { tab, limit, cursor }) => {
  const own = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: own });
  const rows = await ctx.db.useFirst.findMany({
    where: { AND: [{ OR: [{ sellerId: own! }, { buyerId: own! }] }, { state: tab === "ended" ? { in: [...ENDED] } : { notIn: [...ENDED] } }, afterTimeCursor(cursor, "desc")] },
    include: { result: { select: { title: true } }, seller: { select: { name: true } }, buyer: { select: { name: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return {
    tab,
    /** What others see of one's own file before they give such a licence. */
    credit: await useFirstCredit(ctx.db, own!, await ctx.now()),
    ...page,
    items: page.items.map(({ id, state, outerOn, dueFen, claimInterestFen, payDueOn, paidFen, sellerId, result, seller, buyer }) => ({
      id, state, dueFen: dueFen === null ? null : dueFen + claimInterestFen, paidFen, outerOn: dayOfColumn(outerOn), payDueOn: payDueOn && dayOfColumn(payDueOn), title: result.title, other: sellerId === own ? buyer.name : seller.name, side: sellerId === own ? ("seller" as const) : ("buyer" as const),
    })),
  };
});

/** One such licence for its two sides: what is agreed, what was sold and paid, what is due and by when, and what each may do. */
export const readUseFirst = defineQuery("use-first.read", UseFirstIdInput, async (ctx, { useFirstId }) => {
  const row = await getUseFirst(ctx.db, useFirstId);
  const facts = factsOf(row);
  ctx.authorise(facts);
  const own = organisationOf(ctx.actor)?.id;
  const terms = useFirstTerms(row.deal.terms)!;
  const open = openReport(row);
  const runs = row.state === "TRIAL" || row.state === "NORMAL_LICENCE";
  const [now, late] = await Promise.all([ctx.now(), lateParametersOf(ctx.db, row.deal)]);
  const lastDay = row.claimPayBy && dayOfColumn(row.claimPayBy);
  const dueOn = row.payDueOn && dayOfColumn(row.payDueOn);
  return {
    id: row.id,
    state: row.state,
    now,
    deal: { id: row.deal.id, no: row.deal.no },
    resultId: row.resultId,
    title: row.result.title,
    seller: row.seller,
    buyer: row.buyer,
    side: own === row.sellerId ? ("seller" as const) : own === row.buyerId ? ("buyer" as const) : ("other" as const),
    agreed: paymentSentence(terms),
    trigger: terms.trigger,
    triggerText: terms.triggerText,
    outerOn: terms.outerOn,
    exitTerms: terms.exitTerms,
    breachTerms: terms.breachTerms,
    lateRate: { bp: late.overdueInterestBpPerYear, agreed: late.lateRateAgreed },
    capFen: terms.cap,
    startedAt: row.startedAt,
    salesFen: row.salesFen,
    paidFen: row.paidFen,
    dueFen: row.dueFen,
    payDueOn: dueOn,
    graceEndsOn: dueOn && graceEndsOn(dueOn),
    claim: row.claimPayBy && { payBy: dayOfColumn(row.claimPayBy), interestFen: row.claimInterestFen, reason: row.claimReason ?? "", claimedAt: row.claimedAt! },
    earliestPayBy: earliestPayBy(dayOf(now)),
    stateReason: row.stateReason,
    endedAt: row.endedAt,
    reports: row.reports.map(({ no, salesFen, triggerMet, evidence, reporterId, at, answer, answerReason, answeredAt }) => ({ no, salesFen, triggerMet, evidence, by: reporterId === row.sellerId ? ("seller" as const) : ("buyer" as const), at, answer: answer as ReportAnswer | null, answerReason, answeredAt })),
    payments: row.payments.map(({ no, amountFen, interestFen, receivedOn, at }) => ({ no, amountFen, interestFen, receivedOn: dayOfColumn(receivedOn), at })),
    may: {
      report: runs && open === undefined && ctx.may("use-first.report", facts),
      answer: open !== undefined && open.reporterId !== own && ctx.may("use-first.answer-report", facts) ? open.no : null,
      giveUp: row.state === "TRIAL" && ctx.may("use-first.give-up", facts),
      claim: row.state === "BREACH" && ctx.may("use-first.claim", facts),
      end: row.state === "CLAIMED" && lastDay !== null && endRefusal({ payBy: lastDay, today: dayOf(now) }) === undefined && ctx.may("use-first.end", facts),
      confirmFee: row.dueFen !== null && ctx.may("use-first.confirm-fee", facts),
    },
  };
});
