import type { Endpoint, Parts } from "../door/endpoint.ts";
import { inputSchemaOf, propertiesOf, without, type JsonSchema } from "./json-schema.ts";

export type Parameter = { readonly name: string; readonly in: "path" | "query"; readonly required: boolean; readonly schema: JsonSchema };
export type RequestParts = { readonly parameters: readonly Parameter[]; readonly body: { readonly schema: JsonSchema; readonly required: boolean } | null };

const ANY_TEXT: JsonSchema = { type: "string" };
const MARK = "\u0000mark";

/** Which property of the input each path variable becomes, and whether query and body are merged into it or stand under a name. */
type Mapping = { readonly params: ReadonlyMap<string, string>; readonly query: "merged" | "ignored"; readonly body: "merged" | "ignored" | { readonly under: string } };

/**
 * Takes an endpoint's one input schema apart into what stands in the path, in the query and in the body. How the parts become the
 * input is a function; it is called with marked parts, and where the marks come out shows the way.
 */
export function requestPartsOf(endpoint: Endpoint): RequestParts {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const input = endpoint.kind === "plain" ? endpoint.target.input : endpoint.inputSchema;
  if (!input) return { parameters: names.map((name) => ({ name, in: "path", required: true, schema: ANY_TEXT })), body: null };
  const whole = inputSchemaOf(input);
  const mapping = mappingOf(endpoint, names);
  const properties = propertiesOf(whole);
  const path = names.map((name): Parameter => ({ name, in: "path", required: true, schema: properties.get(mapping.params.get(name) ?? name)?.schema ?? ANY_TEXT }));
  const rest = without(whole, new Set(names.map((name) => mapping.params.get(name) ?? name)));
  if (endpoint.method === "GET") {
    const query = mapping.query === "merged" ? [...propertiesOf(rest)].map(([name, { schema, required }]): Parameter => ({ name, in: "query", required, schema })) : [];
    return { parameters: [...path, ...query], body: null };
  }
  if (mapping.body === "ignored") return { parameters: path, body: null };
  const body = mapping.body === "merged" ? rest : (properties.get(mapping.body.under)?.schema ?? {});
  const inBody = propertiesOf(body);
  if (mapping.body === "merged" && inBody.size === 0) return { parameters: path, body: null };
  return { parameters: path, body: { schema: body, required: mapping.body !== "merged" || [...inBody.values()].some(({ required }) => required) } };
}

function mappingOf(endpoint: Endpoint, names: readonly string[]): Mapping {
  const asNamed: Mapping = { params: new Map(), query: "merged", body: "merged" };
  if (endpoint.kind === "raw") return asNamed;
  const marked: Parts = { params: Object.fromEntries(names.map((name) => [name, `${MARK}${name}`])), query: { [`${MARK}query`]: "" }, body: { [`${MARK}body`]: "" } };
  let made: unknown;
  try {
    made = endpoint.input(marked);
  } catch {
    return asNamed;
  }
  if (typeof made !== "object" || made === null) return asNamed;
  const entries = Object.entries(made);
  const params = new Map(entries.flatMap(([name, value]) => (typeof value === "string" && value.startsWith(MARK) ? [[value.slice(MARK.length), name] as const] : [])));
  const under = entries.find(([, value]) => typeof value === "object" && value !== null && `${MARK}body` in value)?.[0];
  return {
    params,
    query: `${MARK}query` in made ? "merged" : "ignored",
    body: `${MARK}body` in made ? "merged" : under === undefined ? "ignored" : { under },
  };
}
