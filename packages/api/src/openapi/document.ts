import { REQUEST_FORM } from "@ttx/domain/shared/input";
import { BODY_LIMIT_BYTES } from "../door/read-parts.ts";
import { RATE_LIMITS } from "../door/rate-limits.ts";
import type { Endpoint, Language } from "../door/endpoint.ts";
import { ANSWER_SCHEMAS, answerOf } from "./answers.ts";
import type { JsonSchema } from "./json-schema.ts";
import { onlyVerified, policyLines, policyRows } from "./policy-words.ts";
import { operationIdOf } from "./operation-id.ts";
import { requestPartsOf, type Parameter } from "./request-parts.ts";
import { TAG_WORDS } from "./tags.ts";
import { API_VERSION, GUIDE, RESPONSE_WORDS, WORDS } from "./words.ts";

export type OpenApiOptions = { readonly endpoints: readonly Endpoint[]; readonly publicUrl: string; readonly production: boolean; readonly language: Language };

export type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<Record<string, object>>;
  readonly security?: readonly object[];
  readonly "x-ttx-acts": readonly string[];
  readonly "x-ttx-policy": readonly object[];
  readonly "x-ttx-requests-per-minute": number;
};

export type OpenApiDocument = {
  readonly openapi: "3.1.1";
  readonly info: { readonly title: string; readonly version: string; readonly description: string; readonly license: { readonly name: string; readonly identifier: string } };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly security: readonly object[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> } & Readonly<Record<string, object>>;
};

const EITHER_TOKEN = [{ bearerToken: [] }, { apiKey: [] }];

/** The whole API as an OpenAPI document, made from the list of endpoints that the door itself works from. */
export function openApiDocument({ endpoints, publicUrl, production, language }: OpenApiOptions): OpenApiDocument {
  const present = endpoints.filter(({ demoOnly }) => !(demoOnly && production));
  const paths: Record<string, Record<string, Operation>> = {};
  for (const endpoint of present) (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operationOf(endpoint, language);
  const tags = [...new Set(present.map(({ tag }) => tag))];
  return {
    openapi: "3.1.1",
    info: { title: WORDS.title[language], version: API_VERSION, description: GUIDE[language], license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: `${publicUrl}/api/v1` }],
    tags: tags.map((name) => ({ name, description: TAG_WORDS[name]?.[language] ?? name })),
    security: EITHER_TOKEN,
    paths,
    components: components(language),
  };
}

function operationOf(endpoint: Endpoint, language: Language): Operation {
  const { parameters, body } = requestPartsOf(endpoint);
  const acts = endpoint.kind === "plain" ? [endpoint.target.name] : endpoint.reaches;
  const idempotent = endpoint.method !== "GET" && endpoint.repeatable;
  return {
    operationId: operationIdOf(endpoint),
    summary: endpoint.summary[language],
    description: descriptionOf(endpoint, acts, language),
    tags: [endpoint.tag],
    parameters: [...parameters, ...(idempotent ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : [])],
    ...(body ? { requestBody: { required: body.required, content: { [consumes(endpoint)]: { schema: body.schema } } } } : {}),
    responses: responsesOf(endpoint, language),
    ...(endpoint.open ? { security: [{}, ...EITHER_TOKEN] } : {}),
    "x-ttx-acts": acts,
    "x-ttx-policy": acts.flatMap((act) => policyRows(act).map((row) => ({ act, ...row }))),
    "x-ttx-requests-per-minute": RATE_LIMITS[endpoint.rate],
  };
}

function descriptionOf(endpoint: Endpoint, acts: readonly string[], language: Language): string {
  const who = acts.flatMap((act) => {
    const lines = policyLines(act, language);
    return lines.length === 0 ? [] : [`${acts.length > 1 ? `\`${act}\` ` : ""}${WORDS.mayCall[language]}${lines.join(language === "zh" ? "；" : "; ")}${language === "zh" ? "。" : "."}`];
  });
  return [
    ...who,
    ...(acts.some(onlyVerified) ? [WORDS.verifiedOnly[language]] : []),
    ...(acts.length > 0 && !endpoint.open ? [`${WORDS.scope[language]}${acts.map((act) => `\`${act}\``).join(language === "zh" ? "、" : ", ")}${language === "zh" ? "。" : "."}`] : []),
    ...(endpoint.demoOnly ? [WORDS.demoOnly[language]] : []),
  ].join("\n\n");
}

function consumes(endpoint: Endpoint): string {
  return (endpoint.kind === "raw" ? endpoint.consumes : undefined) ?? "application/json";
}

function responsesOf(endpoint: Endpoint, language: Language): Record<string, object> {
  const problems = [
    ...(endpoint.open ? [] : ["401"]),
    "403",
    ...(endpoint.path.includes("{") ? ["404"] : []),
    ...(endpoint.method === "GET" ? [] : ["409"]),
    "422",
    "429",
  ];
  const { statuses, content } = answerOf(endpoint);
  const answer = { description: RESPONSE_WORDS["200"]![language], headers: { "X-Request-Id": { $ref: "#/components/headers/RequestId" } }, ...(content ? { content } : {}) };
  return {
    ...Object.fromEntries(statuses.map((status) => [status, answer])),
    ...Object.fromEntries(problems.map((code) => [code, { $ref: `#/components/responses/${code}` }])),
    default: { $ref: "#/components/responses/default" },
  };
}

function components(language: Language): OpenApiDocument["components"] {
  const problem = (code: string) => ({
    description: RESPONSE_WORDS[code]![language],
    headers: {
      "X-Request-Id": { $ref: "#/components/headers/RequestId" },
      ...(code === "429" ? { "Retry-After": { description: WORDS.retryAfter[language], schema: { type: "integer", minimum: 1 } } } : {}),
    },
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  });
  return {
    securitySchemes: {
      bearerToken: { type: "http", scheme: "bearer", description: WORDS.bearerToken[language] },
      apiKey: { type: "http", scheme: "bearer", bearerFormat: "ttx_…", description: WORDS.apiKey[language] },
    },
    parameters: {
      IdempotencyKey: { name: "Idempotency-Key", in: "header", required: false, description: WORDS.idempotency[language], schema: { type: "string", pattern: REQUEST_FORM.source } },
    },
    headers: { RequestId: { description: WORDS.requestId[language], schema: { type: "string" } } },
    responses: Object.fromEntries(["401", "403", "404", "409", "422", "429", "default"].map((code) => [code, problem(code)])),
    schemas: {
      ...ANSWER_SCHEMAS,
      Problem: {
        type: "object",
        description: WORDS.problem[language].replace("{limit}", String(BODY_LIMIT_BYTES)),
        required: ["type", "title", "status", "detail", "code", "requestId"],
        properties: {
          type: { type: "string", format: "uri-reference" },
          title: { type: "string" },
          status: { type: "integer" },
          detail: { type: "string" },
          code: { type: "string", pattern: "^[A-Z][A-Z0-9_]*$" },
          requestId: { type: "string" },
          details: { type: "object" },
          errors: {
            type: "array",
            items: { type: "object", required: ["path", "code", "message"], properties: { path: { type: "string" }, code: { type: "string" }, message: { type: "string" } } },
          },
        },
      },
    },
  };
}
