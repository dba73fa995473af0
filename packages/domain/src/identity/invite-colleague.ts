import { invalidField } from "../shared/errors.ts";
import { ROLE_LABELS } from "../shared/roles.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandGivable } from "./demand-roles.ts";
import { InviteColleagueInput } from "./identity.schema.ts";
import { postLetter, secretLink } from "./mail.ts";
import { lockOrganisation, organisationById } from "./organisation.repository.ts";
import { actingPerson, authoriseOwnOrganisation } from "./own-account.ts";
import { realTime } from "./real-time.ts";
import { invitationEnd } from "./session.rules.ts";
import { newToken, tokenHash } from "./token.ts";

/** Asks somebody, by mail, to join one's organisation with certain roles. A second invitation to the same address replaces the first. */
export const inviteColleague = defineUseCase("colleague.invite", InviteColleagueInput, async (ctx, { email, roles }) => {
  const { id: organisationId } = authoriseOwnOrganisation(ctx);
  await lockOrganisation(ctx.tx, organisationId);
  const organisation = await organisationById(ctx.tx, organisationId);
  demandGivable(organisation, roles);
  const invited = await ctx.tx.person.findUnique({ where: { email }, select: { language: true, memberships: { where: { organisationId, state: "ACTIVE" } } } });
  if (invited && invited.memberships.length > 0) invalidField("email", "ALREADY_COLLEAGUE");

  const { personId, name, language } = actingPerson(ctx);
  const createdAt = await realTime(ctx.tx);
  await ctx.tx.invitation.updateMany({ where: { organisationId, email, acceptedAt: null, revokedAt: null }, data: { revokedAt: createdAt } });
  const token = newToken();
  const invitation = await ctx.tx.invitation.create({
    data: { organisationId, email, roles, tokenHash: tokenHash(token), invitedById: personId, createdAt, expiresAt: invitationEnd(createdAt) },
  });
  const reads = invited ? (invited.language === "en" ? "en" : "zh") : language;
  const labels = roles.map((role) => ROLE_LABELS[role][reads]).join(reads === "zh" ? "、" : ", ");
  const link = secretLink(ctx.config.publicUrl, reads, "/invitation", token);
  await postLetter(ctx, "invitation", email, reads, { inviter: name, organisation: organisation.name, roles: labels, link }, createdAt);
  ctx.record({ type: "invitation", id: invitation.id, divisionCode: organisation.divisionCode, after: { organisationId, email, roles } });
  return { invitationId: invitation.id, email, expiresAt: invitation.expiresAt };
});
