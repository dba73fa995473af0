import { notifyOrganisation } from "../notification/index.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, invalidField, refuse } from "../shared/errors.ts";
import { toYuanText } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { chargeFee, endTrial } from "./charge-fee.ts";
import { factsOf, lockUseFirst, openReport, useFirstTerms } from "./use-first.repository.ts";
import { feeDue, reportRefusal, whenAccepted } from "./use-first.rules.ts";
import { AnswerReportInput, ReportUseInput } from "./use-first.schema.ts";

/** Either side tells how much was sold in all and whether the trigger has happened, with evidence (使用报告); the licensor by his right of audit. */
export const reportUse = defineUseCase("use-first.report", ReportUseInput, async (ctx, { useFirstId, sales, triggerMet, evidence }) => {
  const row = await lockUseFirst(ctx.tx, useFirstId);
  ctx.authorise(factsOf(row));
  const refusal = reportRefusal({ state: row.state, salesBefore: row.salesFen, sales, openReports: openReport(row) ? 1 : 0 });
  if (refusal === "USE_FIRST_SALES_FELL") invalidField("sales", refusal, { before: toYuanText(row.salesFen) });
  if (refusal) refuse(refusal);
  if (triggerMet && row.state === "TRIAL" && feeDue(useFirstTerms(row.deal.terms)!, sales, row.paidFen) === 0n) invalidField("sales", "USE_FIRST_NOTHING_DUE");
  const no = row.reports.length + 1;
  const reporterId = organisationOf(ctx.actor)!.id;
  await ctx.tx.useFirstReport.create({ data: { useFirstId, no, salesFen: sales, triggerMet, evidence, reporterId, reportedById: personIdOf(ctx.actor)!, at: ctx.clock.now() } });
  ctx.record({ type: "use-first", id: useFirstId, divisionCode: row.divisionCode, after: { report: no, sales, triggerMet } });
  const [other, role] = reporterId === row.sellerId ? ([row.buyerId, "BUYER"] as const) : ([row.sellerId, "SELLER"] as const);
  await notifyOrganisation(ctx, other, [role], { kind: "use-first.reported", params: { title: row.result.title }, link: `/desk/use-first/${useFirstId}` });
  return { useFirstId, no };
});

/** The other side accepts or refuses the evidence. Accepted, the fee that follows from it is due; refused, it says why. */
export const answerReport = defineUseCase("use-first.answer-report", AnswerReportInput, async (ctx, { useFirstId, no, answer, reason }) => {
  const row = await lockUseFirst(ctx.tx, useFirstId);
  ctx.authorise(factsOf(row));
  const report = openReport(row);
  if (report?.no !== no) throw new DomainError("USE_FIRST_ANSWERED_ALREADY", "conflict");
  if (report.reporterId === organisationOf(ctx.actor)?.id) refuse("USE_FIRST_OTHER_ANSWERS");
  if (answer === "REFUSED" && reason === "") invalidField("reason", "USE_FIRST_REASON_NEEDED");
  const at = ctx.clock.now();
  await ctx.tx.useFirstReport.update({ where: { useFirstId_no: { useFirstId, no } }, data: { answer, answerReason: reason, answeredById: personIdOf(ctx.actor), answeredAt: at } });
  let state: string = row.state;
  if (answer === "ACCEPTED") {
    const dueFen = feeDue(useFirstTerms(row.deal.terms)!, report.salesFen, row.paidFen);
    const event = whenAccepted({ state: row.state, triggerMet: report.triggerMet, dueFen });
    if (event) state = await chargeFee(ctx, row, event, report.salesFen, dueFen);
    else await ctx.tx.useFirst.update({ where: { id: useFirstId }, data: { salesFen: report.salesFen, version: { increment: 1 } } });
  } else if (row.state === "TRIAL" && dayOf(at) > useFirstTerms(row.deal.terms)!.outerOn) {
    state = await endTrial(ctx, row, "expire", "触发条件的证明未获认可，试用期已满");
  }
  ctx.record({ type: "use-first", id: useFirstId, divisionCode: row.divisionCode, before: { state: row.state }, after: { state, report: no, answer, reason } });
  const [other, role] = report.reporterId === row.sellerId ? ([row.sellerId, "SELLER"] as const) : ([row.buyerId, "BUYER"] as const);
  await notifyOrganisation(ctx, other, [role], { kind: "use-first.answered", params: { title: row.result.title }, link: `/desk/use-first/${useFirstId}` });
  return { useFirstId, no, state };
});
