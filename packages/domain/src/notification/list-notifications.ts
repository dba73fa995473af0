import { z } from "zod";
import { personIdOf } from "../shared/actor.ts";
import { decodeCursor, pageOf } from "../shared/paging.ts";
import { fillText } from "../shared/texts.ts";
import { defineQuery } from "../shared/use-case.ts";
import { NOTIFICATION_TEXTS } from "./kinds.ts";
import { ListNotificationsInput } from "./notification.schema.ts";

const TEXTS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = NOTIFICATION_TEXTS;
/** Beyond that a bell says "99+". */
const COUNTED_AT_MOST = 100;

/** The reader's own messages, newest first, worded in both languages. */
export const listNotifications = defineQuery("notification.list", ListNotificationsInput, async (ctx, { show, limit, cursor }) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  const position = decodeCursor(cursor, 1);
  const rows = await ctx.db.notification.findMany({
    where: { personId: personId!, ...(show === "unread" ? { readAt: null } : {}), ...(position ? { id: { lt: String(position[0]) } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const page = pageOf(rows, limit, ({ id }) => [id]);
  return { ...page, items: page.items.map(({ id, kind, params, link, createdAt, readAt }) => ({ id, kind, text: wordsOf(kind, params), link, createdAt, readAt })) };
});

/** For the bell: how many are unread (a hundred means a hundred or more), and the newest few. */
export const readBell = defineQuery("notification.list", z.object({}), async (ctx) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  const unread = await ctx.db.notification.findMany({ where: { personId: personId!, readAt: null }, orderBy: { id: "desc" }, take: COUNTED_AT_MOST });
  return {
    unread: unread.length,
    newest: unread.slice(0, 5).map(({ id, kind, params, link, createdAt }) => ({ id, text: wordsOf(kind, params), link, createdAt })),
  };
});

function wordsOf(kind: string, params: unknown): { zh: string; en: string } {
  const text = TEXTS[kind] ?? { zh: kind, en: kind };
  const details = typeof params === "object" && params !== null ? (params as Record<string, unknown>) : {};
  return { zh: fillText(text.zh, details), en: fillText(text.en, details) };
}
