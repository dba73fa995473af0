import { personIdOf } from "../shared/actor.ts";
import { addDays, dayOf } from "../shared/clock.ts";
import { DomainError, invalidField, notFound, refuse } from "../shared/errors.ts";
import { dateColumn } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { DEFAULT_VALUATION_PARAMETERS } from "./valuation.rules.ts";
import { RecordValuationInput, WithdrawValuationInput } from "./valuation.schema.ts";

/** The owner puts a valuation report of a result on record (资产评估报告备案), with the report itself. */
export const recordValuation = defineUseCase("valuation.record", RecordValuationInput, async (ctx, { resultId, value, low, high, valuedOn, ...report }) => {
  const result = (await ctx.tx.result.findUnique({ where: { id: resultId }, select: { ownerId: true, divisionCode: true } })) ?? notFound("result", resultId);
  ctx.authorise({ ownerId: result.ownerId });
  const at = ctx.clock.now();
  if (valuedOn > dayOf(at)) invalidField("valuedOn", "VALUATION_IN_FUTURE");
  const claimed = await ctx.tx.document.updateMany({ where: { id: report.documentId, ownerId: result.ownerId, subjectType: null }, data: { subjectType: "valuation", subjectId: resultId } });
  if (claimed.count !== 1) invalidField("documentId", "VALUATION_DOCUMENT_NOT_FREE");
  const earlier = await ctx.tx.valuationReport.count({ where: { ownerId: result.ownerId, reportNo: report.reportNo } });
  if (earlier > 0) invalidField("reportNo", "VALUATION_ON_RECORD");
  const { id: valuationId } = await ctx.tx.valuationReport.create({
    data: {
      ...report, resultId, ownerId: result.ownerId, valueFen: value, lowFen: low, highFen: high, valuedOn: dateColumn(valuedOn),
      validTo: dateColumn(addDays(valuedOn, DEFAULT_VALUATION_PARAMETERS.validDays)), recordedById: personIdOf(ctx.actor) ?? result.ownerId, recordedAt: at,
    },
  });
  ctx.record({ type: "result", id: resultId, divisionCode: result.divisionCode, after: { valuationId, reportNo: report.reportNo, valueFen: value, method: report.method } });
  return { valuationId };
});

/** A report that was wrong is withdrawn with a reason; it stays on record. */
export const withdrawValuation = defineUseCase("valuation.withdraw", WithdrawValuationInput, async (ctx, { valuationId, reason }) => {
  const report = (await ctx.tx.valuationReport.findUnique({ where: { id: valuationId }, include: { result: { select: { divisionCode: true } } } })) ?? notFound("valuation", valuationId);
  ctx.authorise({ ownerId: report.ownerId });
  if (report.withdrawnAt !== null) refuse("VALUATION_WITHDRAWN");
  const { count } = await ctx.tx.valuationReport.updateMany({ where: { id: valuationId, withdrawnAt: null }, data: { withdrawnAt: ctx.clock.now(), withdrawReason: reason } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  ctx.record({ type: "result", id: report.resultId, divisionCode: report.result.divisionCode, after: { valuationId, withdrawn: reason } });
  return { valuationId };
});
