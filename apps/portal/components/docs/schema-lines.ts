export type Schema = { readonly [key: string]: unknown };

/** One property of a body or query, as a line of the documentation; `depth` 0 is the body itself. */
export type SchemaLine = { readonly depth: number; readonly name: string; readonly type: string; readonly required: boolean; readonly limits: string };

const DEEPEST = 6;

/** A schema as lines, from outside in. Alternatives stand one after the other, each with its number. */
export function schemaLines(schema: Schema, depth = 0): SchemaLine[] {
  if (depth > DEEPEST) return [];
  const alternatives = [...list(schema["oneOf"]), ...list(schema["anyOf"])];
  const required = new Set(list(schema["required"]) as unknown as string[]);
  return [
    ...Object.entries(record(schema["properties"])).flatMap(([name, property]) => lineOf(name, record(property), required.has(name), depth)),
    ...list(schema["allOf"]).flatMap((part) => schemaLines(part, depth)),
    ...(alternatives.some((one) => one["properties"])
      ? alternatives.flatMap((one, i) => [{ depth, name: `${i + 1}/${alternatives.length}`, type: "", required: false, limits: "" }, ...schemaLines(one, depth + 1)])
      : []),
  ];
}

function lineOf(name: string, property: Schema, required: boolean, depth: number): SchemaLine[] {
  return [{ depth, name, type: typeOf(property), required, limits: limitsOf(property) }, ...schemaLines(insideOf(property), depth + 1)];
}

const SHARED = "#/components/schemas/";

/** What a list is a list of; anything else is itself. */
export function insideOf(schema: Schema): Schema {
  return schema["type"] === "array" ? insideOf(record(schema["items"])) : schema;
}

export function typeOf(schema: Schema): string {
  if (typeof schema["$ref"] === "string") return schema["$ref"].replace(SHARED, "");
  if (schema["const"] !== undefined) return JSON.stringify(schema["const"]);
  if (Array.isArray(schema["enum"])) return schema["enum"].map((value) => JSON.stringify(value)).join(" | ");
  const alternatives = [...list(schema["oneOf"]), ...list(schema["anyOf"])];
  if (alternatives.length > 0) return [...new Set(alternatives.map(typeOf))].join(" | ");
  if (schema["type"] === "array") return Array.isArray(schema["prefixItems"]) ? `[${list(schema["prefixItems"]).map(typeOf).join(", ")}]` : listOf(typeOf(record(schema["items"])));
  if (Array.isArray(schema["type"])) return schema["type"].join(" | ");
  const type = typeof schema["type"] === "string" ? schema["type"] : "any";
  return typeof schema["format"] === "string" ? `${type} (${schema["format"]})` : type;
}

function listOf(type: string): string {
  return type.includes(" | ") ? `(${type})[]` : `${type}[]`;
}

/** Names of shared shapes that a schema refers to. */
export function sharedIn(schema: Schema): string[] {
  return [...new Set([...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!))];
}

/** Every shared shape that a schema needs, and those that these need. */
export function shapesFor(schemas: Readonly<Record<string, Schema>>, of: unknown): string[] {
  const found = new Set<string>();
  const add = (schema: unknown): void => {
    for (const name of sharedIn(schema as Schema)) if (!found.has(name) && found.add(name)) add(schemas[name]);
  };
  add(of);
  return [...found].sort();
}

const LIMITS = [
  ["minimum", "≥ "],
  ["exclusiveMinimum", "> "],
  ["maximum", "≤ "],
  ["minLength", "length ≥ "],
  ["maxLength", "length ≤ "],
  ["minItems", "items ≥ "],
  ["maxItems", "items ≤ "],
  ["pattern", ""],
] as const;

function limitsOf(schema: Schema): string {
  const limits = LIMITS.flatMap(([key, sign]) => (schema[key] === undefined || (key === "pattern" && schema["format"] !== undefined) ? [] : [`${sign}${String(schema[key])}`]));
  return [...limits, ...(schema["default"] === undefined ? [] : [`= ${JSON.stringify(schema["default"])}`]), ...(typeof schema["description"] === "string" ? [schema["description"]] : [])].join(" · ");
}

function list(value: unknown): readonly Schema[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Schema {
  return typeof value === "object" && value !== null ? (value as Schema) : {};
}
