import { notifyOrganisation } from "../notification/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { MANDATE_DUE } from "./mandate.due.ts";
import { MandateEnded } from "./mandate.events.ts";
import { MANDATE_MOVES } from "./mandate.machine.ts";
import { factsOf, lockMandate, moveMandate } from "./mandate.repository.ts";
import { EndMandateInput, MandateDueInput } from "./mandate.schema.ts";

/** Ends a mandate, or takes one's own request back before it is answered (终止、撤回委托). Rooms that the agency sat in close to it at once. */
export const endMandate = defineUseCase("mandate.end", EndMandateInput, async (ctx, { mandateId, reason }) => {
  const mandate = await lockMandate(ctx.tx, mandateId);
  ctx.authorise(factsOf(mandate));
  const own = organisationOf(ctx.actor)!.id;
  const isRequest = mandate.state === "REQUESTED";
  if (isRequest && own !== mandate.requesterId) refuse("MANDATE_NOT_YOUR_REQUEST");
  const state = step(MANDATE_MOVES, mandate.state, isRequest ? "withdraw" : "end");
  const at = ctx.clock.now();
  await moveMandate(ctx.tx, mandate, state, { endedAt: at, stateReason: reason });
  await ctx.notDue(MANDATE_DUE.expire, mandateId);
  ctx.record({ type: "mandate", id: mandateId, divisionCode: mandate.divisionCode, before: { state: mandate.state }, after: { state, reason } });
  if (!isRequest) ctx.emit(MandateEnded, { type: "mandate", id: mandateId }, { mandateId, clientId: mandate.clientId, agencyId: mandate.agencyId, state: "ENDED" });
  const other = own === mandate.agencyId ? ([mandate.clientId, mandate.side] as const) : ([mandate.agencyId, "TECHNOLOGY_MANAGER"] as const);
  await notifyOrganisation(ctx, other[0], [other[1]], { kind: "mandate.ended", params: { no: mandate.no, reason }, link: `/desk/mandates/${mandateId}` });
  return { mandateId, state };
});

/** The mandate's last day is over (委托到期), with effect from its end. */
export const expireMandate = defineUseCase("mandate.expire", MandateDueInput, async (ctx, { mandateId, dueAt }) => {
  ctx.authorise();
  const mandate = await lockMandate(ctx.tx, mandateId);
  if (mandate.state !== "ACTIVE" || ctx.clock.now() < dueAt) {
    ctx.record({ type: "mandate", id: mandateId, divisionCode: mandate.divisionCode, after: { notNow: "expire", state: mandate.state } });
    return { mandateId, state: mandate.state };
  }
  const state = step(MANDATE_MOVES, mandate.state, "expire");
  await moveMandate(ctx.tx, mandate, state, { endedAt: dueAt });
  ctx.record({ type: "mandate", id: mandateId, divisionCode: mandate.divisionCode, before: { state: mandate.state }, after: { state, effectiveAt: dueAt } });
  ctx.emit(MandateEnded, { type: "mandate", id: mandateId }, { mandateId, clientId: mandate.clientId, agencyId: mandate.agencyId, state: "EXPIRED" });
  for (const [organisationId, role] of [[mandate.clientId, mandate.side], [mandate.agencyId, "TECHNOLOGY_MANAGER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "mandate.expired", params: { no: mandate.no }, link: `/desk/mandates/${mandateId}` });
  }
  return { mandateId, state };
});
