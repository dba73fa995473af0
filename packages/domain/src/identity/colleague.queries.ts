import { afterTimeCursor, PageInput, pageOf } from "../shared/paging.ts";
import { personIdOf } from "../shared/actor.ts";
import { defineQuery } from "../shared/use-case.ts";
import type { Role } from "../shared/roles.ts";
import { authoriseOwnOrganisation } from "./own-account.ts";

/** The people of one's organisation. Only administrators see addresses and whether a second factor is set. */
export const listColleagues = defineQuery("colleague.list", PageInput, async (ctx, { limit, cursor }) => {
  const { id: organisationId } = authoriseOwnOrganisation(ctx);
  const manages = ctx.may("colleague.set-roles", { ownerId: organisationId });
  const rows = await ctx.db.membership.findMany({
    where: { organisationId, state: "ACTIVE", ...afterTimeCursor(cursor, "asc") },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: limit + 1,
    include: { person: { select: { id: true, name: true, email: true, phone: true, state: true, totpConfirmedAt: true } } },
  });
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return {
    nextCursor,
    manages,
    items: items.map(({ id, roles, createdAt, person }) => ({
      membershipId: id,
      name: person.name,
      roles: roles as Role[],
      since: createdAt,
      self: person.id === personIdOf(ctx.actor),
      email: manages ? person.email : null,
      phone: manages ? person.phone : null,
      secondFactor: manages ? person.totpConfirmedAt !== null : null,
    })),
  };
});
