import { z } from "zod";
import { defineQuery } from "../shared/use-case.ts";

/** What the signed-in person is here: name, organisation, roles, other memberships, unread notifications. */
export const readSelf = defineQuery("person.read-self", z.object({}), async (ctx) => {
  const actor = ctx.actor;
  ctx.authorise({ personId: actor.kind === "person" ? actor.personId : null });
  if (actor.kind !== "person") throw new TypeError("authorised without a person");
  const [person, unread] = await Promise.all([
    ctx.db.person.findUniqueOrThrow({
      where: { id: actor.personId },
      include: { memberships: { where: { state: "ACTIVE" }, include: { organisation: { select: { id: true, name: true } } } } },
    }),
    ctx.db.notification.count({ where: { personId: actor.personId, readAt: null } }),
  ]);
  return {
    personId: person.id,
    name: person.name,
    email: person.email,
    phone: person.phone,
    language: actor.language,
    organisation: actor.organisation,
    membershipId: actor.membershipId,
    roles: actor.roles,
    secondFactor: actor.secondFactor,
    secondFactorEnrolled: person.totpConfirmedAt !== null,
    memberships: person.memberships.map(({ id, roles, organisation }) => ({ id, roles, organisation })),
    unreadNotifications: unread,
  };
});
