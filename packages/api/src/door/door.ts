import type { Deps } from "@ttx/domain/shared/database";
import { DomainError } from "@ttx/domain/shared/errors";
import { execute, read } from "@ttx/domain/shared/execute";
import { toWire } from "@ttx/domain/shared/wire";
import { whileSignedIn } from "../live/open-streams.ts";
import { admit, languageOf, requestIdOf, tooMany, type AdmissionRules } from "./admit.ts";
import type { Call, Endpoint, Parts, PlainEndpoint } from "./endpoint.ts";
import { doorProblem, problemOf, problemResponse } from "./problem.ts";
import { NO_JOBS, type JobQueue } from "./job-queue.ts";
import { BODY_LIMIT_BYTES, BodyNotJson, BodyTooLarge, readJson, readQuery } from "./read-parts.ts";
import { routesOf } from "./routes.ts";

export type DoorOptions = AdmissionRules & {
  readonly deps: Deps;
  readonly endpoints: readonly Endpoint[];
  /** The worker's queue, for the operations endpoints; without one there are no jobs to see. */
  readonly jobs?: JobQueue;
  /** Hears every answer that is no refusal; tests hold it against the documentation. A body that is not JSON is undefined. */
  readonly onAnswer?: (endpoint: Endpoint, status: number, body: unknown) => void;
  readonly onDefect: (error: unknown, requestId: string) => void;
};

const PREFIX = "/api/v1";

export type Door = (request: Request) => Promise<Response>;

/** The one wrapper around every change and every read over HTTP. Nothing reaches a use case but through here. */
export function door(options: DoorOptions): Door {
  const production = options.deps.config.mode === "production";
  const find = routesOf(options.endpoints.filter(({ demoOnly }) => !(demoOnly && production)));

  return async (request) => {
    const url = new URL(request.url);
    const requestId = requestIdOf(request);
    const language = languageOf(request);
    const refuse = (status: number, code: string, details: Readonly<Record<string, unknown>> = {}, headers: Readonly<Record<string, string>> = {}) =>
      problemResponse(doorProblem(status, code, language, requestId, details), headers);
    try {
      const match = find(request.method, url.pathname.slice(PREFIX.length));
      if (match.found === "nothing") return refuse(404, "ENDPOINT_UNKNOWN");
      if (match.found === "other-method") return refuse(405, "METHOD_NOT_ALLOWED", { allowed: match.allowed.join(", ") }, { allow: match.allowed.join(", ") });
      const { endpoint, params } = match;
      const admission = await admit(options, endpoint, request, requestId);
      if (!admission.admitted) return refuse(admission.status, admission.code, admission.details, admission.headers);
      const { actor, origin } = admission;
      const call: Call = { deps: options.deps, jobs: options.jobs ?? NO_JOBS, actor, origin, parts: { params, query: readQuery(url) }, request, language };
      if (endpoint.kind === "raw") return whileSignedIn(options.deps, actor, await heard(options, endpoint, await endpoint.handle(call)));
      const parts: Parts = { ...call.parts, body: endpoint.method === "GET" ? {} : await readJson(request) };
      const subject = endpoint.limitedBy(parts);
      const further = subject === undefined ? null : await options.limits.take(endpoint.rate, subject);
      if (further && !further.allowed) {
        const { status, code, details, headers } = tooMany(further.retryAfterSeconds);
        return refuse(status, code, details, headers);
      }
      return await heard(options, endpoint, await answerPlain(endpoint, call, parts));
    } catch (error) {
      if (error instanceof DomainError) return problemResponse(problemOf(error, language, requestId));
      if (error instanceof BodyTooLarge) return refuse(413, "BODY_TOO_LARGE", { limit: BODY_LIMIT_BYTES });
      if (error instanceof BodyNotJson) return refuse(415, "BODY_NOT_JSON");
      options.onDefect(error, requestId);
      return refuse(500, "INTERNAL", { requestId });
    }
  };
}

async function heard({ onAnswer }: DoorOptions, endpoint: Endpoint, response: Response): Promise<Response> {
  if (onAnswer === undefined || !response.ok) return response;
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  onAnswer(endpoint, response.status, isJson ? await response.clone().json() : undefined);
  return response;
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
