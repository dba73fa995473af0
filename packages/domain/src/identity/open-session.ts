import type { Context } from "../shared/use-case.ts";
import { sessionEnd } from "./session.rules.ts";
import { newToken, tokenHash } from "./token.ts";

type Opened = { readonly token: string; readonly sessionId: string; readonly expiresAt: Date };

/** A new session on the device that the request came from; only the hash of its token is stored. */
export async function openSession(ctx: Context, person: { readonly id: string; readonly membershipId: string | null }, now: Date, secondFactor: boolean): Promise<Opened> {
  const token = newToken();
  const session = await ctx.tx.session.create({
    data: {
      tokenHash: tokenHash(token),
      personId: person.id,
      membershipId: person.membershipId,
      secondFactorAt: secondFactor ? now : null,
      ip: ctx.origin.ip ?? null,
      userAgent: ctx.origin.userAgent?.slice(0, 300) ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: sessionEnd(now),
    },
  });
  return { token, sessionId: session.id, expiresAt: session.expiresAt };
}

/** Ends sessions of a person; their next use finds nobody. */
export async function endSessions(ctx: Context, personId: string, now: Date, keep?: string): Promise<number> {
  const { count } = await ctx.tx.session.updateMany({
    where: { personId, revokedAt: null, ...(keep === undefined ? {} : { id: { not: keep } }) },
    data: { revokedAt: now },
  });
  return count;
}
