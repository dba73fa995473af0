import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Endpoint } from "../door/endpoint.ts";
import { ANSWER_SCHEMAS, answerOf } from "./answers.ts";
import type { JsonSchema } from "./json-schema.ts";
import { operationIdOf } from "./operation-id.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { yuan: true } });
addFormats.default(ajv, ["date-time"]);

const compiled = new Map<string, ValidateFunction>();
let shared: Readonly<Record<string, unknown>> | undefined;

/** Where an answer is not what the documentation says, in words; for tests and the test mode. More than is documented is a fault too. */
export function answerFaults(endpoint: Endpoint, status: number, body: unknown): string[] {
  const id = operationIdOf(endpoint);
  const { statuses, schema } = answerOf(endpoint);
  if (!statuses.includes(String(status))) return [`${id}: status ${status}, documented ${statuses.join(", ")}`];
  if (schema === null) return body === undefined ? [] : [`${id}: an answer in JSON, and none is documented`];
  const validate = compiled.get(id) ?? compile(schema);
  compiled.set(id, validate);
  return validate(body) ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => `${id}: ${instancePath || "/"} ${message} ${JSON.stringify(params)}`);
}

function compile(schema: JsonSchema): ValidateFunction {
  shared ??= { schemas: closed(ANSWER_SCHEMAS) };
  return ajv.compile({ ...(closed(schema) as object), components: shared });
}

/** The same schemas, taking nothing that they do not name. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const made: Record<string, unknown> = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)]));
  return made["type"] === "object" && made["properties"] !== undefined && made["additionalProperties"] === undefined ? { ...made, additionalProperties: false } : made;
}
