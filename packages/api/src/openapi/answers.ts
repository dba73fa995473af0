import type { Endpoint } from "../door/endpoint.ts";
import generated from "./answers.generated.json" with { type: "json" };
import type { JsonSchema } from "./json-schema.ts";
import { operationIdOf } from "./operation-id.ts";

type Answers = { readonly answers: Readonly<Record<string, { readonly statuses?: readonly string[]; readonly schema: JsonSchema }>>; readonly schemas: Readonly<Record<string, JsonSchema>> };

const { answers, schemas } = generated as unknown as Answers;

/** Shapes that several answers share, by the names they have in the code. */
export const ANSWER_SCHEMAS: Readonly<Record<string, JsonSchema>> = schemas;
export const DESCRIBED_ANSWERS: readonly string[] = Object.keys(answers);

export type DocumentedAnswer = {
  readonly statuses: readonly string[];
  /** The shape of the JSON; null where the answer is a file, a stream or nothing. */
  readonly schema: JsonSchema | null;
  readonly content: Readonly<Record<string, object>> | null;
};

/**
 * What an endpoint answers when all is well. The shapes are what the compiler knows of it (`npm run openapi:answers`); in tests every answer that the
 * door gives is held against them, so that a stale one is found.
 */
export function answerOf(endpoint: Endpoint): DocumentedAnswer {
  const made = answers[operationIdOf(endpoint)];
  const schema = (endpoint.kind === "raw" ? endpoint.answerSchema : undefined) ?? made?.schema ?? null;
  const statuses = made?.statuses ?? [endpoint.kind === "plain" ? String(endpoint.status) : "200"];
  if (endpoint.kind === "raw" && endpoint.produces !== undefined) return { statuses, schema: null, content: Object.fromEntries([endpoint.produces].flat().map((type) => [type, {}])) };
  if (statuses.every((status) => status === "204")) return { statuses, schema: null, content: null };
  return { statuses, schema, content: { "application/json": { schema: schema ?? {} } } };
}
