import { notFound } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { SwitchMembershipInput } from "./identity.schema.ts";
import { actingPerson } from "./own-account.ts";

/** Acts for another of one's organisations from now on, in this session. */
export const switchMembership = defineUseCase("session.switch-membership", SwitchMembershipInput, async (ctx, { membershipId }) => {
  const membership = await ctx.tx.membership.findUnique({ where: { id: membershipId }, include: { organisation: { select: { name: true, divisionCode: true } } } });
  if (!membership || membership.state !== "ACTIVE") notFound("membership", membershipId);
  ctx.authorise({ personId: membership.personId });
  const { sessionId, membershipId: before } = actingPerson(ctx);
  await ctx.tx.session.update({ where: { id: sessionId }, data: { membershipId } });
  ctx.record({ type: "session", id: sessionId, divisionCode: membership.organisation.divisionCode, before: { membershipId: before }, after: { membershipId } });
  return { membershipId, organisation: membership.organisation.name };
});
