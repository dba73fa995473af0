import { z } from "zod";
import { defineUseCase } from "../shared/use-case.ts";
import { endSessions } from "./open-session.ts";
import { authoriseSelf } from "./own-account.ts";
import { realTime } from "./real-time.ts";

/** Ends all of one's sessions but the one the request came with. */
export const revokeOtherSessions = defineUseCase("session.revoke-others", z.object({}), async (ctx) => {
  const { personId, sessionId } = authoriseSelf(ctx);
  const revoked = await endSessions(ctx, personId, await realTime(ctx.tx), sessionId);
  ctx.record({ type: "person", id: personId, after: { sessionsEnded: revoked } });
  return { revoked };
});
