import { randomUUID } from "node:crypto";
import type { Deps } from "@ttx/domain/shared/database";
import { DomainError } from "@ttx/domain/shared/errors";
import { execute, read } from "@ttx/domain/shared/execute";
import type { Origin } from "@ttx/domain/shared/origin";
import { toWire } from "@ttx/domain/shared/wire";
import { whileSignedIn } from "../live/open-streams.ts";
import { callerName, callerOf } from "./caller.ts";
import type { Call, Endpoint, Language, Parts, PlainEndpoint } from "./endpoint.ts";
import { checkOrigin } from "./origin-check.ts";
import { doorProblem, problemOf, problemResponse } from "./problem.ts";
import { NO_JOBS, type JobQueue } from "./job-queue.ts";
import { BODY_LIMIT_BYTES, BodyNotJson, BodyTooLarge, readJson, readQuery } from "./read-parts.ts";
import type { RateLimits } from "./rate-limits.ts";
import { routesOf } from "./routes.ts";

export type DoorOptions = {
  readonly deps: Deps;
  readonly endpoints: readonly Endpoint[];
  readonly limits: RateLimits;
  /** The worker's queue, for the operations endpoints; without one there are no jobs to see. */
  readonly jobs?: JobQueue;
  /** Reads the session token out of the sign-in cookie; the door does not know the framework that set it. */
  readonly cookieToken: (request: Request) => Promise<string | null>;
  readonly onDefect: (error: unknown, requestId: string) => void;
};

const PREFIX = "/api/v1";
const IDEMPOTENCY_KEY = /^[\w.:-]{8,100}$/;

export type Door = (request: Request) => Promise<Response>;

/** The one wrapper around every change and every read over HTTP. Nothing reaches a use case but through here. */
export function door(options: DoorOptions): Door {
  const production = options.deps.config.mode === "production";
  const find = routesOf(options.endpoints.filter(({ demoOnly }) => !(demoOnly && production)));
  const publicOrigin = new URL(options.deps.config.publicUrl).origin;

  return async (request) => {
    const url = new URL(request.url);
    const requestId = request.headers.get("x-request-id") ?? randomUUID();
    const language = languageOf(request);
    const refuse = (status: number, code: string, details: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
      problemResponse(doorProblem(status, code, language, requestId, details), headers);
    const tooMany = (seconds: number) => refuse(429, "RATE_LIMITED", { seconds }, { "retry-after": String(seconds) });
    try {
      const match = find(request.method, url.pathname.slice(PREFIX.length));
      if (match.found === "nothing") return refuse(404, "ENDPOINT_UNKNOWN");
      if (match.found === "other-method") return refuse(405, "METHOD_NOT_ALLOWED", { allowed: match.allowed.join(", ") }, { allow: match.allowed.join(", ") });
      const { endpoint, params } = match;

      const caller = await callerOf(options.deps, request, options.cookieToken);
      if (caller.invalid) return refuse(401, "TOKEN_INVALID");
      const verdict = checkOrigin(request, endpoint, caller, publicOrigin);
      if (verdict !== "ok") return refuse(403, verdict);
      if (!endpoint.open && caller.actor.kind === "anonymous") return refuse(401, "NOT_SIGNED_IN");

      const ip = request.headers.get("x-ttx-client-address") ?? "unknown";
      const name = callerName(caller.actor, ip);
      const rate = await options.limits.take(endpoint.rate, name);
      if (!rate.allowed) return tooMany(rate.retryAfterSeconds);

      const key = request.headers.get("idempotency-key");
      const origin: Origin = {
        requestId,
        ip,
        userAgent: request.headers.get("user-agent") ?? undefined,
        idempotency:
          key !== null && IDEMPOTENCY_KEY.test(key) && endpoint.repeatable && endpoint.method !== "GET"
            ? { scope: name, key, endpoint: `${endpoint.method} ${endpoint.path}` }
            : undefined,
      };
      const call: Call = { deps: options.deps, jobs: options.jobs ?? NO_JOBS, actor: caller.actor, origin, parts: { params, query: readQuery(url) }, request, language };
      if (endpoint.kind === "raw") return whileSignedIn(options.deps, caller.actor, await endpoint.handle(call));
      const parts: Parts = { ...call.parts, body: endpoint.method === "GET" ? {} : await readJson(request) };
      const subject = endpoint.limitedBy(parts);
      const further = subject === undefined ? rate : await options.limits.take(endpoint.rate, subject);
      if (!further.allowed) return tooMany(further.retryAfterSeconds);
      return await answerPlain(endpoint, call, parts);
    } catch (error) {
      if (error instanceof DomainError) return problemResponse(problemOf(error, language, requestId));
      if (error instanceof BodyTooLarge) return refuse(413, "BODY_TOO_LARGE", { limit: BODY_LIMIT_BYTES });
      if (error instanceof BodyNotJson) return refuse(415, "BODY_NOT_JSON");
      options.onDefect(error, requestId);
      return refuse(500, "INTERNAL", { requestId });
    }
  };
}

async function answerPlain(endpoint: PlainEndpoint, { deps, actor, origin }: Call, parts: Parts): Promise<Response> {
  const input = endpoint.input(parts);
  const { target } = endpoint;
  const output = target.kind === "query" ? await read(deps, target, actor, input) : await execute(deps, target, actor, input, origin);
  return Response.json(toWire(endpoint.answer(output)), {
    status: endpoint.status,
    headers: { "cache-control": "no-store", "x-request-id": origin.requestId },
  });
}

function languageOf(request: Request): Language {
  return /^\s*en\b/i.test(request.headers.get("accept-language") ?? "") ? "en" : "zh";
}
