import { z } from "zod";
import type { Role } from "../shared/roles.ts";
import { SECOND_FACTOR_ROLES } from "../shared/roles.ts";
import { defineQuery } from "../shared/use-case.ts";
import { authoriseSelf } from "./own-account.ts";

/** What the signed-in person is here: name, organisation, roles, other memberships, unread notifications. */
export const readSelf = defineQuery("person.read-self", z.object({}), async (ctx) => {
  const actor = authoriseSelf(ctx);
  const [person, unread, recoveryCodesLeft] = await Promise.all([
    ctx.db.person.findUniqueOrThrow({
      where: { id: actor.personId },
      include: { memberships: { where: { state: "ACTIVE" }, orderBy: { createdAt: "asc" }, include: { organisation: { select: { id: true, name: true } } } } },
    }),
    ctx.db.notification.count({ where: { personId: actor.personId, readAt: null } }),
    ctx.db.recoveryCode.count({ where: { personId: actor.personId, usedAt: null } }),
  ]);
  return {
    personId: person.id,
    name: person.name,
    email: person.email,
    emailConfirmed: person.unconfirmedSince === null,
    phone: person.phone,
    language: actor.language,
    organisation: actor.organisation,
    membershipId: actor.membershipId,
    roles: actor.roles,
    secondFactor: actor.secondFactor,
    secondFactorEnrolled: person.totpConfirmedAt !== null,
    secondFactorSince: person.totpConfirmedAt,
    secondFactorRequired: actor.roles.some((role) => SECOND_FACTOR_ROLES.has(role)),
    recoveryCodesLeft,
    memberships: person.memberships.map(({ id, roles, organisation }) => ({ id, roles: roles as Role[], organisation })),
    unreadNotifications: unread,
  };
});
