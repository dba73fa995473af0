import { cancelNotices, goOnWithNotices } from "../agreed-price/index.ts";
import { annulLots, goOnWithLots } from "../auction/index.ts";
import { dealsToAnnul, prolongSigning } from "../deal/index.ts";
import { releaseDemand, sealDemand } from "../demand/index.ts";
import { endListings, goOnWithListings } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { releaseResult, sealResult } from "../result/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { factsOf, lockCase } from "./case.repository.ts";
import { ContentRestored, ContentSealed } from "./secrecy.events.ts";
import { SECRECY_MOVES } from "./secrecy.rules.ts";
import { DecideSecrecyInput } from "./secrecy.schema.ts";

type Case = Awaited<ReturnType<typeof lockCase>>;

/**
 * The officer decides on the paper of whoever may find on secrecy (涉密认定): nothing, and everything is back with its clocks; or a secret, and it is out for good, what
 * ran on it ends, and the owner is told without a word of it. Rights and income §11.
 */
export const decideSecrecy = defineUseCase("secrecy.decide", DecideSecrecyInput, async (ctx, { caseId, decision, finding }) => {
  const row = await lockCase(ctx.tx, caseId);
  ctx.authorise(factsOf(row));
  if (row.state !== "OPEN") throw new DomainError("SECRECY_DECIDED_ALREADY", "conflict");
  const state = step(SECRECY_MOVES, row.state, decision);
  const at = ctx.clock.now();
  // What was found to be a secret stays under seal for the secrecy authority; else its words are back where they were.
  await ctx.tx.secrecyCase.update({ where: { id: caseId }, data: { state, decidedAt: at, decidedById: personIdOf(ctx.actor), finding, ...(decision === "NOT_SECRET" ? { sealed: null } : {}) } });
  if (decision === "NOT_SECRET") await restore(ctx, row);
  else await takeOut(ctx, row);
  ctx.record({ type: row.subjectType, id: row.subjectId, divisionCode: row.divisionCode, before: { state: "WITHHELD" }, after: { caseId, no: row.no, decision, finding } });
  await notifyOrganisation(ctx, row.ownerId, ["ORG_ADMIN", "SELLER", "BUYER"], { kind: decision === "SECRET" ? "secrecy.sealed" : "secrecy.restored", params: { no: row.no }, link: `/desk/secrecy/${caseId}` });
  return { caseId, state };
});

async function restore(ctx: Context, { id: caseId, subjectType, subjectId, sealed, reportedAt }: Case): Promise<void> {
  if (subjectType === "demand") {
    await releaseDemand(ctx, subjectId, sealed!);
  } else {
    await releaseResult(ctx, subjectId, sealed!);
    await goOnWithListings(ctx, subjectId);
    await goOnWithLots(ctx, subjectId);
    await goOnWithNotices(ctx, subjectId, reportedAt);
    await prolongSigning(ctx, subjectId, reportedAt);
  }
  const type = subjectType as "result" | "demand";
  ctx.emit(ContentRestored, { type, id: subjectId }, { caseId, subjectType: type, subjectId });
}

async function takeOut(ctx: Context, { id: caseId, subjectType, subjectId }: Case): Promise<void> {
  const type = subjectType as "result" | "demand";
  if (type === "demand") {
    await sealDemand(ctx, subjectId);
    ctx.emit(ContentSealed, { type, id: subjectId }, { caseId, subjectType: type, subjectId, dealIds: [] });
    return;
  }
  await sealResult(ctx, subjectId);
  const dealIds = await dealsToAnnul(ctx, subjectId);
  await annulLots(ctx, subjectId);
  await endListings(ctx, subjectId);
  await cancelNotices(ctx, subjectId);
  ctx.emit(ContentSealed, { type, id: subjectId }, { caseId, subjectType: type, subjectId, dealIds });
}
