import { notFound, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { InvitationIdInput } from "./identity.schema.ts";
import { realTime } from "./real-time.ts";

/** Takes an invitation back that nobody has accepted yet. */
export const revokeInvitation = defineUseCase("invitation.revoke", InvitationIdInput, async (ctx, { invitationId }) => {
  const invitation = await ctx.tx.invitation.findUnique({ where: { id: invitationId }, include: { organisation: { select: { divisionCode: true } } } });
  if (!invitation) notFound("invitation", invitationId);
  ctx.authorise({ ownerId: invitation.organisationId });
  const { count } = await ctx.tx.invitation.updateMany({ where: { id: invitationId, acceptedAt: null, revokedAt: null }, data: { revokedAt: await realTime(ctx.tx) } });
  if (count !== 1) refuse("INVITATION_INVALID");
  ctx.record({ type: "invitation", id: invitationId, divisionCode: invitation.organisation.divisionCode, after: { revoked: true } });
  return { invitationId, revoked: true };
});
