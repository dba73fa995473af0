import { actorOfKey, actorOfToken, recallActor, type RecalledActor } from "@ttx/domain/identity";
import { ANONYMOUS, type Actor } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";

/** As much of a request as admission looks at, whichever server read it. */
export type Asking = { readonly headers: Pick<Headers, "get"> };

/** How the caller showed who it is: a header that a browser never sends by itself, the cookie, or not at all. */
export type Caller = {
  readonly actor: Actor;
  /** Set where `actor` is only recalled: nothing may be done for him but what asks of the recalled one whether he stands. */
  readonly recalled: RecalledActor | null;
  readonly by: "header" | "cookie" | "nothing";
  readonly invalid: boolean;
};

/** Ask the database who it is, or recall it where that is possible and leave the question to the use case. */
export type WhoAsks = "ask" | "recall";

export async function callerOf(deps: Deps, request: Asking, cookieToken: (request: Asking) => Promise<string | null>, who: WhoAsks): Promise<Caller> {
  const header = request.headers.get("authorization");
  if (header !== null) {
    const token = /^Bearer (\S{20,300})$/.exec(header)?.[1];
    const { actor, recalled } = token === undefined ? NOBODY : token.startsWith("ttx_") ? { actor: await actorOfKey(deps, token), recalled: null } : await sessionOf(deps, token, who);
    return { actor, recalled, by: "header", invalid: actor.kind === "anonymous" };
  }
  const token = await cookieToken(request);
  const { actor, recalled } = token === null ? NOBODY : await sessionOf(deps, token, who);
  return { actor, recalled, by: token === null ? "nothing" : "cookie", invalid: false };
}

const NOBODY = { actor: ANONYMOUS, recalled: null };

async function sessionOf(deps: Deps, token: string, who: WhoAsks): Promise<Pick<Caller, "actor" | "recalled">> {
  const recalled = who === "recall" ? recallActor(deps, token) : null;
  return { actor: recalled?.actor ?? (await actorOfToken(deps, token)), recalled };
}

/** One name for whoever calls: limits and idempotency keys are kept apart by it. */
export function callerName(actor: Actor, ip: string): string {
  if (actor.kind === "person") return `person:${actor.personId}`;
  if (actor.kind === "key") return `key:${actor.apiKeyId}`;
  return `ip:${ip}`;
}
