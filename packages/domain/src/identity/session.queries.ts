import { afterTimeCursor, PageInput, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { authoriseSelf } from "./own-account.ts";
import { realTime } from "./real-time.ts";

/** Where one is signed in right now: device, address, since when, last seen. */
export const listSessions = defineQuery("session.list", PageInput, async (ctx, { limit, cursor }) => {
  const { personId, sessionId } = authoriseSelf(ctx);
  const now = await realTime(ctx.db);
  const rows = await ctx.db.session.findMany({
    where: { personId, revokedAt: null, expiresAt: { gt: now }, ...afterTimeCursor(cursor, "desc") },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: { id: true, ip: true, userAgent: true, createdAt: true, lastSeenAt: true, expiresAt: true, secondFactorAt: true },
  });
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { nextCursor, items: items.map(({ secondFactorAt, ...row }) => ({ ...row, secondFactor: secondFactorAt !== null, current: row.id === sessionId })) };
});
