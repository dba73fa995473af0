import { actorOfKey, actorOfToken } from "@ttx/domain/identity";
import { ANONYMOUS, type Actor } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";

/** As much of a request as admission looks at, whichever server read it. */
export type Asking = { readonly headers: Pick<Headers, "get"> };

/** How the caller showed who it is: a header that a browser never sends by itself, the cookie, or not at all. */
export type Caller = { readonly actor: Actor; readonly by: "header" | "cookie" | "nothing"; readonly invalid: boolean };

export async function callerOf(deps: Deps, request: Asking, cookieToken: (request: Asking) => Promise<string | null>): Promise<Caller> {
  const header = request.headers.get("authorization");
  if (header !== null) {
    const token = /^Bearer (\S{20,300})$/.exec(header)?.[1];
    const actor = token === undefined ? ANONYMOUS : token.startsWith("ttx_") ? await actorOfKey(deps, token) : await actorOfToken(deps, token);
    return { actor, by: "header", invalid: actor.kind === "anonymous" };
  }
  const token = await cookieToken(request);
  if (token === null) return { actor: ANONYMOUS, by: "nothing", invalid: false };
  return { actor: await actorOfToken(deps, token), by: "cookie", invalid: false };
}

/** One name for whoever calls: limits and idempotency keys are kept apart by it. */
export function callerName(actor: Actor, ip: string): string {
  if (actor.kind === "person") return `person:${actor.personId}`;
  if (actor.kind === "key") return `key:${actor.apiKeyId}`;
  return `ip:${ip}`;
}
