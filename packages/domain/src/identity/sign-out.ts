import { z } from "zod";
import { defineUseCase } from "../shared/use-case.ts";
import { authoriseSelf } from "./own-account.ts";
import { realTime } from "./real-time.ts";

/** Ends the session that the request came with; its next use finds nobody. */
export const signOut = defineUseCase("person.sign-out", z.object({}), async (ctx) => {
  const { sessionId } = authoriseSelf(ctx);
  await ctx.tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: await realTime(ctx.tx) } });
  ctx.record({ type: "session", id: sessionId, after: { revoked: true } });
  return { signedOut: true };
});
