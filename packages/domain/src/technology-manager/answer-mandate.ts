import { notifyOrganisation } from "../notification/index.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import { invalidField, refuse } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { MANDATE_DUE } from "./mandate.due.ts";
import { MandateAccepted } from "./mandate.events.ts";
import { MANDATE_MOVES } from "./mandate.machine.ts";
import { factsOf, lockMandate, moveMandate, type MandateRow } from "./mandate.repository.ts";
import { AnswerMandateInput } from "./mandate.schema.ts";

/** The side that was asked takes the mandate on or declines it with a reason (接受、谢绝委托). */
export const answerMandate = defineUseCase("mandate.answer", AnswerMandateInput, async (ctx, { mandateId, accept, reason }) => {
  const mandate = await lockMandate(ctx.tx, mandateId);
  ctx.authorise(factsOf(mandate));
  if (organisationOf(ctx.actor)!.id === mandate.requesterId) refuse("MANDATE_OTHER_ANSWERS");
  const state = step(MANDATE_MOVES, mandate.state, accept ? "accept" : "decline");
  if (!accept && reason.length < 4) invalidField("reason", "MANDATE_REASON_NEEDED");
  const at = ctx.clock.now();
  const validTo = dayOfColumn(mandate.validTo);
  if (accept && validTo < dayOf(at)) refuse("MANDATE_TERM_OVER");
  if (accept) await demandNoExclusive(ctx, mandate);
  const isAgency = organisationOf(ctx.actor)!.id === mandate.agencyId;
  await moveMandate(ctx.tx, mandate, state, {
    answeredAt: at, answeredById: personIdOf(ctx.actor), stateReason: accept ? null : reason, ...(isAgency && accept ? { managerId: personIdOf(ctx.actor) } : {}),
  });
  if (accept) await ctx.due(MANDATE_DUE.expire, mandateId, endOfDay(validTo));
  ctx.record({ type: "mandate", id: mandateId, divisionCode: mandate.divisionCode, before: { state: mandate.state }, after: { state, reason: reason || undefined } });
  if (accept) ctx.emit(MandateAccepted, { type: "mandate", id: mandateId }, { mandateId, clientId: mandate.clientId, agencyId: mandate.agencyId, side: mandate.side });
  const own = isAgency ? mandate.agency.name : mandate.client.name;
  const link = `/desk/mandates/${mandateId}`;
  if (accept) await notifyOrganisation(ctx, mandate.requesterId, rolesOf(mandate), { kind: "mandate.accepted", params: { organisation: own, no: mandate.no }, link });
  else await notifyOrganisation(ctx, mandate.requesterId, rolesOf(mandate), { kind: "mandate.declined", params: { organisation: own, no: mandate.no, reason }, link });
  return { mandateId, state };
});

export function rolesOf({ requesterId, agencyId, side }: Pick<MandateRow, "requesterId" | "agencyId" | "side">) {
  return requesterId === agencyId ? (["TECHNOLOGY_MANAGER"] as const) : ([side] as const);
}

/** An exclusive mandate leaves no room for another about the same thing, and cannot be given beside one. */
async function demandNoExclusive(ctx: Context, { id, clientId, side, resultId, demandId, exclusive }: MandateRow): Promise<void> {
  await ctx.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`mandate/${clientId}`}, 0))`;
  const others = await ctx.tx.mandate.findMany({ where: { clientId, side, state: "ACTIVE", id: { not: id } }, select: { no: true, exclusive: true, resultId: true, demandId: true } });
  const overlaps = (other: { readonly resultId: string | null; readonly demandId: string | null }): boolean => {
    const [own, theirs] = side === "SELLER" ? [resultId, other.resultId] : [demandId, other.demandId];
    return own === null || theirs === null || own === theirs;
  };
  const standing = others.find((other) => overlaps(other) && (exclusive || other.exclusive));
  if (standing) refuse("MANDATE_EXCLUSIVE_STANDS", { no: standing.no });
}
