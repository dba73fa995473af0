import { notFound } from "../shared/errors.ts";
import { decodeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { ListDueActsInput, ListEventsInput, ListMailsInput, ReadMailInput } from "./operations.schema.ts";

/** Acts that are due and undone, that failed, or that will be due; the earliest first. */
export const listDueActs = defineQuery("operations.read", ListDueActsInput, async (ctx, { show, limit, cursor }) => {
  ctx.authorise();
  const now = await ctx.now();
  const position = decodeCursor(cursor, 2);
  const after = position && { dueAt: new Date(String(position[0])), id: String(position[1]) };
  const rows = await ctx.db.dueAct.findMany({
    where: {
      doneAt: null,
      AND: [
        show === "overdue" ? { dueAt: { lte: now } } : show === "upcoming" ? { dueAt: { gt: now } } : { lastError: { not: null } },
        after ? { OR: [{ dueAt: { gt: after.dueAt } }, { dueAt: after.dueAt, id: { gt: after.id } }] } : {},
      ],
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: limit + 1,
  });
  return { now, ...pageOf(rows, limit, ({ dueAt, id }) => [dueAt.toISOString(), id]) };
});

/** Events that have not been handed to the queue, or whose handlers are not all done; the oldest first. */
export const listEvents = defineQuery("operations.read", ListEventsInput, async (ctx, { show, limit, cursor }) => {
  ctx.authorise();
  const position = decodeCursor(cursor, 1);
  const rows = await ctx.db.outboxEvent.findMany({
    where: {
      ...(show === "undelivered" ? { deliveredAt: null } : { deliveredAt: { not: null }, handledAt: null }),
      ...(position ? { id: { gt: BigInt(position[0]!) } } : {}),
    },
    select: { id: true, type: true, subjectType: true, subjectId: true, requestId: true, createdAt: true, deliveredAt: true },
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ id }) => [String(id)]);
});

/** Mails with their state and fault, newest first; what they say is not for the operator. */
export const listMails = defineQuery("operations.read", ListMailsInput, async (ctx, { state, limit, cursor }) => {
  ctx.authorise();
  const rows = await ctx.db.mailMessage.findMany({
    where: { ...(state ? { state } : {}), ...earlierThan(cursor) },
    select: { id: true, recipient: true, state: true, attempts: true, error: true, createdAt: true, sentAt: true, nextTryAt: true },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ id }) => [id]);
});

/** The development mailbox: every mail as it would have been sent. It exists in demo and test mode only. */
export const listMailbox = defineQuery("mailbox.read", ListMailsInput, async (ctx, { state, limit, cursor }) => {
  ctx.authorise();
  if (ctx.config.mode === "production") notFound("mailbox", "");
  const rows = await ctx.db.mailMessage.findMany({
    where: { ...(state ? { state } : {}), ...earlierThan(cursor) },
    select: { id: true, recipient: true, subject: true, state: true, createdAt: true },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ id }) => [id]);
});

export const readMail = defineQuery("mailbox.read", ReadMailInput, async (ctx, { mailId }) => {
  ctx.authorise();
  if (ctx.config.mode === "production") notFound("mail", mailId);
  return (await ctx.db.mailMessage.findUnique({ where: { id: mailId } })) ?? notFound("mail", mailId);
});

/** Ids are UUIDs of version 7: their order is the order of creation. */
function earlierThan(cursor: string | undefined): { id?: { lt: string } } {
  const position = decodeCursor(cursor, 1);
  return position ? { id: { lt: String(position[0]) } } : {};
}
