import { refuse } from "../shared/errors.ts";
import { afterTimeCursor, PageInput, pageOf } from "../shared/paging.ts";
import type { Role } from "../shared/roles.ts";
import { defineQuery } from "../shared/use-case.ts";
import { InvitationTokenInput } from "./identity.schema.ts";
import { authoriseOwnOrganisation } from "./own-account.ts";
import { realTime } from "./real-time.ts";
import { tokenHash } from "./token.ts";

/** What the holder of an invitation's link is shown before accepting it. */
export const readInvitation = defineQuery("invitation.read", InvitationTokenInput, async (ctx, { token }) => {
  ctx.authorise();
  const invitation = await ctx.db.invitation.findUnique({ where: { tokenHash: tokenHash(token) }, include: { organisation: { select: { name: true } } } });
  const now = await realTime(ctx.db);
  if (!invitation || invitation.acceptedAt || invitation.revokedAt || invitation.expiresAt <= now) refuse("INVITATION_INVALID");
  const [inviter, person] = await Promise.all([
    ctx.db.person.findUnique({ where: { id: invitation.invitedById }, select: { name: true } }),
    ctx.db.person.findUnique({ where: { email: invitation.email }, select: { id: true } }),
  ]);
  return {
    organisation: invitation.organisation.name,
    inviter: inviter?.name ?? "",
    email: invitation.email,
    roles: invitation.roles as Role[],
    expiresAt: invitation.expiresAt,
    /** Has an account already: accepts signed in to it. */
    hasAccount: person !== null,
    isYou: ctx.actor.kind === "person" && ctx.actor.personId === person?.id,
  };
});

/** Invitations of one's organisation that are still open, newest first. */
export const listInvitations = defineQuery("invitation.list", PageInput, async (ctx, { limit, cursor }) => {
  const { id: organisationId } = authoriseOwnOrganisation(ctx);
  const now = await realTime(ctx.db);
  const rows = await ctx.db.invitation.findMany({
    where: { organisationId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now }, ...afterTimeCursor(cursor, "desc") },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: { id: true, email: true, roles: true, createdAt: true, expiresAt: true },
  });
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { nextCursor, items: items.map(({ roles, ...row }) => ({ ...row, roles: roles as Role[] })) };
});
