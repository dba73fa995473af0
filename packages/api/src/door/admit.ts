import { randomUUID } from "node:crypto";
import type { Actor } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";
import { REQUEST_FORM } from "@ttx/domain/shared/input";
import type { Origin } from "@ttx/domain/shared/origin";
import { callerName, callerOf, type Asking, type Caller, type WhoAsks } from "./caller.ts";
import type { Endpoint, Language } from "./endpoint.ts";
import { checkOrigin } from "./origin-check.ts";
import type { RateLimits } from "./rate-limits.ts";

export type AdmissionRules = {
  readonly deps: Deps;
  readonly limits: RateLimits;
  /** Reads the session token out of the sign-in cookie; the door does not know the framework that set it. */
  readonly cookieToken: (request: Asking) => Promise<string | null>;
};

export type Refused = { readonly admitted: false; readonly status: number; readonly code: string; readonly details: Readonly<Record<string, unknown>>; readonly headers: Readonly<Record<string, string>> };
export type Admission = { readonly admitted: true; readonly actor: Actor; readonly recalled: Caller["recalled"]; readonly origin: Origin; readonly name: string } | Refused;

function refused(status: number, code: string): Refused {
  return { admitted: false, status, code, details: {}, headers: {} };
}

export function tooMany(seconds: number): Refused {
  return { admitted: false, status: 429, code: "RATE_LIMITED", details: { seconds }, headers: { "retry-after": String(seconds) } };
}

/** Whether a request may go on to an endpoint, and who asks: session or key, origin, open or closed, allowance. Every way in asks here. */
export async function admit(rules: AdmissionRules, endpoint: Endpoint, request: Asking, requestId: string, who: WhoAsks = "ask"): Promise<Admission> {
  const caller = await callerOf(rules.deps, request, rules.cookieToken, who);
  if (caller.invalid) return refused(401, "TOKEN_INVALID");
  const verdict = checkOrigin(request, endpoint, caller, originOf(rules.deps.config.publicUrl));
  if (verdict !== "ok") return refused(403, verdict);
  if (!endpoint.open && caller.actor.kind === "anonymous") return refused(401, "NOT_SIGNED_IN");

  const ip = request.headers.get("x-ttx-client-address") ?? "unknown";
  const name = callerName(caller.actor, ip);
  const rate = await rules.limits.take(endpoint.rate, name);
  if (!rate.allowed) return tooMany(rate.retryAfterSeconds);

  const key = request.headers.get("idempotency-key");
  const repeats = key !== null && REQUEST_FORM.test(key) && endpoint.repeatable && endpoint.method !== "GET";
  const origin: Origin = {
    requestId,
    ip,
    userAgent: request.headers.get("user-agent") ?? undefined,
    idempotency: repeats ? { scope: name, key, endpoint: `${endpoint.method} ${endpoint.path}` } : undefined,
  };
  return { admitted: true, actor: caller.actor, recalled: caller.recalled, origin, name };
}

export function requestIdOf(request: Asking): string {
  return request.headers.get("x-request-id") ?? randomUUID();
}

export function languageOf(request: Asking): Language {
  return /^\s*en\b/i.test(request.headers.get("accept-language") ?? "") ? "en" : "zh";
}

const origins = new Map<string, string>();

function originOf(publicUrl: string): string {
  let origin = origins.get(publicUrl);
  if (origin === undefined) origins.set(publicUrl, (origin = new URL(publicUrl).origin));
  return origin;
}
