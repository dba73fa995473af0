import { afterTimeCursor, PageInput, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { keyScopes } from "./api-key.rules.ts";
import type { OrganisationKind } from "./organisation-kind.rules.ts";
import { authoriseOwnOrganisation } from "./own-account.ts";
import { realTime } from "./real-time.ts";

/** The organisation's keys, newest first, without their secrets; and the scopes a new one can have. */
export const listApiKeys = defineQuery("api-key.list", PageInput, async (ctx, { limit, cursor }) => {
  const organisation = authoriseOwnOrganisation(ctx);
  const now = await realTime(ctx.db);
  const rows = await ctx.db.apiKey.findMany({
    where: { organisationId: organisation.id, ...afterTimeCursor(cursor, "desc") },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: { id: true, name: true, prefix: true, scopes: true, createdAt: true, expiresAt: true, revokedAt: true, lastUsedAt: true },
  });
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return {
    nextCursor,
    possibleScopes: keyScopes(organisation.kind as OrganisationKind),
    items: items.map((row) => ({ ...row, state: row.revokedAt ? ("REVOKED" as const) : row.expiresAt && row.expiresAt <= now ? ("EXPIRED" as const) : ("ACTIVE" as const) })),
  };
});
