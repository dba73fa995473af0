import type { Actor } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";
import type { Origin } from "@ttx/domain/shared/origin";
import type { Query, UseCase } from "@ttx/domain/shared/use-case";
import type { z } from "zod";
import type { JsonSchema } from "../openapi/json-schema.ts";
import type { JobQueue } from "./job-queue.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type Language = "zh" | "en";
export type Words = { readonly zh: string; readonly en: string };

/** What a caller sent, taken apart. */
export type Parts = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly body: unknown;
};

export type RateClass = "ordinary" | "credentials" | "bid" | "search";

type Common = {
  readonly method: Method;
  /** Below /api/v1, with {names} for the variable parts. */
  readonly path: string;
  readonly summary: Words;
  readonly tag: string;
  /** "ordinary" unless the endpoint is costly or guessable. */
  readonly rate: RateClass;
  /** May be called without a session or key; everything else refuses anonymous callers before looking further. */
  readonly open: boolean;
  /** Programs without a browser call it before they have a token: no Origin is asked for, and no cookie is ever set. */
  readonly beforeToken: boolean;
  /** False where the request or the answer holds a secret: neither is kept for repetitions. */
  readonly repeatable: boolean;
  /** Exists in demo and test mode only; in production the address is unknown. */
  readonly demoOnly: boolean;
};

/** An endpoint that is one use case or one query. */
export type PlainEndpoint = Common & {
  readonly kind: "plain";
  readonly target: UseCase<unknown, unknown> | Query<unknown, unknown>;
  readonly input: (parts: Parts) => unknown;
  readonly answer: (output: unknown) => unknown;
  readonly status: number;
  /** What else than the caller has an allowance of its own: the account that a password is tried on, wherever the tries come from. */
  readonly limitedBy: (parts: Parts) => string | undefined;
};

/** What a raw endpoint may use: everything the wrapper has already settled. */
export type Call = {
  readonly deps: Deps;
  readonly jobs: JobQueue;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly parts: Omit<Parts, "body">;
  readonly request: Request;
  readonly language: Language;
};

/** An endpoint that streams: it still goes through the wrapper and still calls `execute` or `read`. */
export type RawEndpoint = Common & {
  readonly kind: "raw";
  /** Names of the use cases and queries it reaches, for the documentation and the proof that none is reachable past the policy. */
  readonly reaches: readonly string[];
  readonly inputSchema?: z.ZodType;
  /** The shape of the answer, where it is JSON that no type describes. */
  readonly answerSchema?: JsonSchema;
  /** Media types of request and answer, where they are not JSON. */
  readonly consumes?: string;
  readonly produces?: string | readonly string[];
  readonly handle: (call: Call) => Promise<Response>;
};

export type Endpoint = PlainEndpoint | RawEndpoint;

type Options<Output> = {
  readonly tag?: string;
  readonly rate?: RateClass;
  readonly open?: boolean;
  readonly beforeToken?: boolean;
  readonly repeatable?: boolean;
  readonly demoOnly?: boolean;
  readonly status?: number;
  /** Default: path variables over body over query, as one object. */
  readonly input?: (parts: Parts) => unknown;
  readonly answer?: (output: Output) => unknown;
  readonly limitedBy?: (parts: Parts) => string | undefined;
};

function mergeParts({ params, query, body }: Parts): unknown {
  return { ...query, ...(typeof body === "object" && body !== null && !Array.isArray(body) ? body : {}), ...params };
}

/** Ties a URL to a use case or query. */
export function endpoint<Input, Output>(
  method: Method,
  path: string,
  target: UseCase<Input, Output> | Query<Input, Output>,
  summary: Words,
  options: Options<Output> = {},
): PlainEndpoint {
  return {
    kind: "plain",
    method,
    path,
    target: target as PlainEndpoint["target"],
    summary,
    tag: options.tag ?? path.split("/")[1]!,
    rate: options.rate ?? "ordinary",
    open: options.open ?? false,
    beforeToken: options.beforeToken ?? false,
    repeatable: options.repeatable ?? true,
    demoOnly: options.demoOnly ?? false,
    status: options.status ?? 200,
    input: options.input ?? mergeParts,
    limitedBy: options.limitedBy ?? (() => undefined),
    answer: (options.answer ?? ((output: Output) => output)) as PlainEndpoint["answer"],
  };
}

export function rawEndpoint(
  method: Method,
  path: string,
  reaches: readonly string[],
  summary: Words,
  handle: RawEndpoint["handle"],
  options: Pick<Partial<RawEndpoint>, "tag" | "rate" | "open" | "inputSchema" | "answerSchema" | "consumes" | "produces"> = {},
): RawEndpoint {
  return {
    kind: "raw",
    method,
    path,
    reaches,
    summary,
    handle,
    tag: options.tag ?? path.split("/")[1]!,
    rate: options.rate ?? "ordinary",
    open: options.open ?? false,
    beforeToken: false,
    repeatable: false,
    demoOnly: false,
    ...(options.inputSchema ? { inputSchema: options.inputSchema } : {}),
    ...(options.answerSchema ? { answerSchema: options.answerSchema } : {}),
    ...(options.consumes ? { consumes: options.consumes } : {}),
    ...(options.produces ? { produces: options.produces } : {}),
  };
}
