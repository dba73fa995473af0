import { notFound } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { SessionIdInput } from "./identity.schema.ts";
import { realTime } from "./real-time.ts";

/** Ends one of one's own sessions; the device finds itself signed out at its next request. */
export const revokeSession = defineUseCase("session.revoke", SessionIdInput, async (ctx, { sessionId }) => {
  const session = await ctx.tx.session.findUnique({ where: { id: sessionId }, select: { personId: true } });
  if (!session) notFound("session", sessionId);
  ctx.authorise({ personId: session.personId });
  await ctx.tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: await realTime(ctx.tx) } });
  ctx.record({ type: "session", id: sessionId, after: { revoked: true } });
  return { sessionId, revoked: true };
});
