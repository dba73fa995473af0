import { DomainError, invalidField, refuse } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import { defineUseCase } from "../shared/use-case.ts";
import type { Role } from "../shared/roles.ts";
import type { z } from "zod";
import { demandGoodPassword } from "./check-password.ts";
import { demandGivable } from "./demand-roles.ts";
import { AcceptInvitationInput } from "./identity.schema.ts";
import { organisationById } from "./organisation.repository.ts";
import { hashPassword } from "./password.ts";
import { realTime } from "./real-time.ts";
import { orTakenMeanwhile } from "./taken.ts";
import { tokenHash } from "./token.ts";

/** Joins the organisation that invited: with an account made here, or, for an address that has one, signed in to it. */
export const acceptInvitation = defineUseCase("invitation.accept", AcceptInvitationInput, async (ctx, input) => {
  ctx.authorise();
  const now = await realTime(ctx.tx);
  const invitation = await ctx.tx.invitation.findUnique({ where: { tokenHash: tokenHash(input.token) } });
  if (!invitation) refuse("INVITATION_INVALID");
  const open = { id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
  const { count } = await ctx.tx.invitation.updateMany({ where: open, data: { acceptedAt: now } });
  if (count !== 1) refuse("INVITATION_INVALID");

  const organisation = await organisationById(ctx.tx, invitation.organisationId);
  const roles = invitation.roles as Role[];
  demandGivable(organisation, roles); // it may have been suspended since
  const { personId, isNew } = await whoJoins(ctx, invitation.email, input, now);
  const membership = await joinOrganisation(ctx, personId, organisation.id, roles, now);
  ctx.record({ type: "membership", id: membership, divisionCode: organisation.divisionCode, after: { personId, organisationId: organisation.id, roles } });
  ctx.record({ type: "invitation", id: invitation.id, divisionCode: organisation.divisionCode, after: { accepted: true } });
  return { membershipId: membership, organisation: organisation.name, email: invitation.email, isNew };
});

async function whoJoins(ctx: Context, email: string, input: z.infer<typeof AcceptInvitationInput>, now: Date): Promise<{ personId: string; isNew: boolean }> {
  const person = await ctx.tx.person.findUnique({ where: { email }, select: { id: true } });
  if (person) {
    if (ctx.actor.kind !== "person") throw new DomainError("INVITATION_SIGN_IN_FIRST", "unauthenticated", { email });
    if (ctx.actor.personId !== person.id) refuse("INVITATION_FOR_ANOTHER", { email });
    return { personId: person.id, isNew: false };
  }
  const { name, password, language } = input;
  if (name === undefined) invalidField("name", "NAME_NEEDED");
  if (password === undefined) invalidField("password", "PASSWORD_NEEDED");
  demandGoodPassword("password", password, [name, email]);
  const passwordHash = await hashPassword(password);
  const made = await orTakenMeanwhile(ctx.tx.person.create({ data: { name, email, language, passwordHash, createdAt: now } }));
  return { personId: made.id, isNew: true };
}

/** A colleague who left and comes back takes up the old membership. */
async function joinOrganisation(ctx: Context, personId: string, organisationId: string, roles: readonly Role[], now: Date): Promise<string> {
  const place = { personId_organisationId: { personId, organisationId } };
  const earlier = await ctx.tx.membership.findUnique({ where: place, select: { state: true } });
  if (earlier?.state === "ACTIVE") refuse("ALREADY_COLLEAGUE");
  const { id } = await ctx.tx.membership.upsert({
    where: place,
    create: { personId, organisationId, roles: [...roles], createdAt: now },
    update: { roles: [...roles], state: "ACTIVE", endedAt: null },
  });
  return id;
}
