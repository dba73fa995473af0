import { PageInput, afterTimeCursor, pageOf } from "../shared/paging.ts";
import { organisationOf } from "../shared/actor.ts";
import { defineQuery } from "../shared/use-case.ts";

/** What an auditor sees of rooms in his jurisdiction: who, about which result, when, how much. Never what was said, offered or shown. */
export const listRoomMetadata = defineQuery("room.list-metadata", PageInput, async (ctx, { limit, cursor }) => {
  const jurisdiction = organisationOf(ctx.actor)?.jurisdiction ?? null;
  ctx.authorise({ divisionCode: jurisdiction === null ? undefined : jurisdiction.padEnd(6, "0") });
  const rows = await ctx.db.negotiationRoom.findMany({
    where: { divisionCode: { startsWith: jurisdiction ?? "-" }, ...afterTimeCursor(cursor, "desc", "openedAt") },
    select: {
      id: true, no: true, state: true, openedAt: true, lastActAt: true, closedAt: true, agreementNo: true,
      seller: { select: { name: true } }, buyer: { select: { name: true } }, result: { select: { title: true } },
      _count: { select: { entries: true, offers: true, documents: true, views: true, signatures: true } },
    },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.openedAt.toISOString(), row.id]);
  return { ...page, items: page.items.map(({ _count, seller, buyer, result, ...row }) => ({ ...row, seller: seller.name, buyer: buyer.name, title: result.title, ..._count })) };
});
