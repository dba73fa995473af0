import { personIdOf } from "../shared/actor.ts";
import { notFound } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { MarkAllReadInput, MarkReadInput } from "./notification.schema.ts";

/** Marks one message of one's own as read; again changes nothing. */
export const markRead = defineUseCase("notification.mark-read", MarkReadInput, async (ctx, { notificationId }) => {
  const notification = await ctx.tx.notification.findUnique({ where: { id: notificationId }, select: { personId: true } });
  // Somebody else's message is not there: asking for it tells nothing.
  if (!notification || notification.personId !== personIdOf(ctx.actor)) notFound("notification", notificationId);
  ctx.authorise({ personId: notification.personId });
  await ctx.tx.notification.updateMany({ where: { id: notificationId, readAt: null }, data: { readAt: ctx.clock.now() } });
  ctx.record({ type: "notification", id: notificationId });
  return { notificationId };
});

export const markAllRead = defineUseCase("notification.mark-read", MarkAllReadInput, async (ctx) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  const { count } = await ctx.tx.notification.updateMany({ where: { personId: personId!, readAt: null }, data: { readAt: ctx.clock.now() } });
  ctx.record({ type: "person", id: personId!, after: { read: count } });
  return { read: count };
});
