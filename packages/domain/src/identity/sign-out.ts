import { z } from "zod";
import { defineUseCase } from "../shared/use-case.ts";

/** Ends the session that the request came with; its next use finds nobody. */
export const signOut = defineUseCase("person.sign-out", z.object({}), async (ctx) => {
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  ctx.authorise({ personId });
  const sessionId = ctx.actor.kind === "person" ? ctx.actor.sessionId : "";
  await ctx.tx.session.update({ where: { id: sessionId }, data: { revokedAt: ctx.clock.now() } });
  ctx.record({ type: "session", id: sessionId, after: { revoked: true } });
  return { signedOut: true };
});
