import { personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, invalidField, notFound } from "../shared/errors.ts";
import { dateColumn } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandNotWithheld } from "../shared/withheld.ts";
import { consentProblems } from "./project-contract.rules.ts";
import { DeclareProjectContractInput } from "./project-contract.schema.ts";

/**
 * The owner declares what the contract of the project behind a result says of disposing of it (项目合同约定申报), and puts the funder's consent on file
 * where it is needed. Declared anew it replaces what stood; the record keeps both. Trading §1.
 */
export const declareProjectContract = defineUseCase("project-contract.declare", DeclareProjectContractInput, async (ctx, { resultId, documentId: given, ...declared }) => {
  await ctx.tx.$queryRaw`select 1 from result where id = ${resultId}::uuid for update`;
  const result = (await ctx.tx.result.findUnique({ where: { id: resultId }, select: { ownerId: true, divisionCode: true, state: true } })) ?? notFound("result", resultId);
  ctx.authorise({ ownerId: result.ownerId });
  demandNotWithheld(result);
  const before = await ctx.tx.projectContract.findUnique({ where: { resultId } });
  const at = ctx.clock.now();
  const needed = declared.demand === "CONSENT";
  const consent = needed ? { consentNo: declared.consentNo, consentOn: declared.consentOn, documentId: given ?? (declared.consentNo === "" && declared.consentOn === null ? null : (before?.documentId ?? null)) } : { consentNo: "", consentOn: null, documentId: null };
  const problems = consentProblems(consent, dayOf(at));
  if (problems.length > 0) throw new DomainError("INPUT_INVALID", "invalid", {}, problems);
  if (consent.documentId !== null && consent.documentId !== before?.documentId) {
    const { count } = await ctx.tx.document.updateMany({ where: { id: consent.documentId, ownerId: result.ownerId, subjectType: null }, data: { subjectType: "project-contract", subjectId: resultId } });
    if (count !== 1) invalidField("documentId", "CONSENT_DOCUMENT_NOT_FREE");
  }
  const { projectNo, funder, demand, clause } = declared;
  const row = {
    projectNo, funder, demand, clause, consentNo: consent.consentNo || null, consentOn: consent.consentOn && dateColumn(consent.consentOn), documentId: consent.documentId,
    declaredById: personIdOf(ctx.actor) ?? result.ownerId, declaredAt: at,
  };
  await ctx.tx.projectContract.upsert({ where: { resultId }, create: { resultId, ...row }, update: row });
  ctx.record({ type: "result", id: resultId, divisionCode: result.divisionCode, before: before && { projectNo: before.projectNo, funder: before.funder, demand: before.demand, consentNo: before.consentNo }, after: { projectNo, funder, demand, clause, ...consent } });
  return { resultId, demand, hasConsent: consent.documentId !== null };
});
