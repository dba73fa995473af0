import { organisationOf } from "../shared/actor.ts";
import { notFound } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { defineQuery } from "../shared/use-case.ts";
import { isWithheld } from "../shared/withheld.ts";
import { namesProject, type DisposalDemand } from "./project-contract.rules.ts";
import { ProjectContractInput } from "./project-contract.schema.ts";

/**
 * What the project contract of a result says of disposing of it, and whether the funder has agreed: for everybody once the result is public. The paper
 * and the words of the contract are for its owner and for the exchange that was handed a listing of it. Null where nothing was declared.
 */
export const readProjectContract = defineQuery("project-contract.read", ProjectContractInput, async (ctx, { resultId }) => {
  ctx.authorise();
  const result = (await ctx.db.result.findUnique({ where: { id: resultId }, select: { ownerId: true, state: true, projectNo: true, programme: true, projectContract: true } })) ?? notFound("result", resultId);
  const own = organisationOf(ctx.actor)?.id;
  const handed = own === undefined ? null : await ctx.db.listing.findFirst({ where: { resultId, venueId: own, state: { not: "DRAFT" } }, select: { venueId: true } });
  const facts = { ownerId: result.ownerId, ...(handed ? { venueId: handed.venueId } : {}) };
  const inside = ctx.may("project-contract.read-paper", facts);
  if (isWithheld(result) || (result.state === "DRAFT" && !inside)) notFound("result", resultId);
  const may = { declare: ctx.may("project-contract.declare", facts) };
  const { projectContract: contract } = result;
  const named = {
    /** The number that the result itself names. */
    projectNoOfResult: result.projectNo || null,
    /** The result names a project, and nothing was declared of its contract: it is not offered before. */
    isUndeclared: contract === null && namesProject(result),
  };
  if (contract === null) return { resultId, contract: null, ...named, may };
  const { projectNo, funder, demand, clause, consentNo, consentOn, documentId, declaredAt } = contract;
  return {
    resultId,
    contract: { projectNo, funder, demand: demand as DisposalDemand, consentNo, consentOn: consentOn && dayOfColumn(consentOn), hasConsent: documentId !== null, declaredAt, inside: inside ? { clause, documentId } : null },
    ...named,
    may,
  };
});
