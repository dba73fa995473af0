import { ANONYMOUS, type Actor, type ActingOrganisation } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import type { Role } from "../shared/roles.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { tokenHash } from "./token.ts";

const SEEN_EVERY_MS = 60_000;
const ORGANISATION = { id: true, name: true, kind: true, state: true, divisionCode: true, jurisdiction: true } as const;

/** Who a session token speaks for, read from the database each time: a revoked or expired session is nobody at once. */
export async function actorOfToken(deps: Deps, token: string): Promise<Actor> {
  const session = await deps.db.session.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { person: true, membership: { include: { organisation: { select: ORGANISATION } } } },
  });
  if (!session || session.revokedAt || session.person.state !== "ACTIVE") return ANONYMOUS;
  const now = await readDomainTime(deps.db, deps.config.mode);
  if (session.expiresAt <= now) return ANONYMOUS;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await deps.db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
  }
  const membership = session.membership?.state === "ACTIVE" ? session.membership : null;
  return {
    kind: "person",
    personId: session.personId,
    name: session.person.name,
    language: session.person.language === "en" ? "en" : "zh",
    sessionId: session.id,
    membershipId: membership?.id ?? null,
    organisation: (membership?.organisation as ActingOrganisation | undefined) ?? null,
    roles: (membership?.roles ?? []) as Role[],
    secondFactor: session.secondFactorAt !== null,
  };
}

/** Who an API key ("ttx_<prefix>_<secret>") speaks for. */
export async function actorOfKey(deps: Deps, key: string): Promise<Actor> {
  const prefix = /^ttx_([a-z0-9]{10})_/.exec(key)?.[1];
  if (!prefix) return ANONYMOUS;
  const row = await deps.db.apiKey.findUnique({ where: { prefix }, include: { organisation: { select: ORGANISATION } } });
  if (!row || row.revokedAt || !Buffer.from(row.keyHash).equals(Buffer.from(tokenHash(key)))) return ANONYMOUS;
  const now = await readDomainTime(deps.db, deps.config.mode);
  if (row.expiresAt && row.expiresAt <= now) return ANONYMOUS;
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > SEEN_EVERY_MS) {
    await deps.db.apiKey.update({ where: { id: row.id }, data: { lastUsedAt: now } });
  }
  return {
    kind: "key",
    apiKeyId: row.id,
    organisation: row.organisation as ActingOrganisation,
    roles: row.roles as Role[],
    scopes: row.scopes,
  };
}
