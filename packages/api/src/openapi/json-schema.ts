import { z } from "zod";

/** JSON Schema 2020-12, as OpenAPI 3.1 uses it. */
export type JsonSchema = { readonly [key: string]: unknown; readonly properties?: Readonly<Record<string, JsonSchema>>; readonly required?: readonly string[] };

/** A format says it better than the expression that checks it. */
const SAID_BY_FORMAT = new Set(["date", "date-time", "uuid", "email"]);
/** The expression of amounts (see YuanText): decimal text of yuan, two places at most. */
const YUAN_PATTERN = String(/^\d{1,12}(\.\d{1,2})?$/).slice(1, -1);

const known = new WeakMap<z.ZodType, JsonSchema>();

/** What a caller may send, from the schema that will parse it. */
export function inputSchemaOf(schema: z.ZodType): JsonSchema {
  const made = known.get(schema) ?? makeSchema(schema);
  known.set(schema, made);
  return made;
}

function makeSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { type } = zodSchema._zod.def;
      if (type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
      if (type === "bigint") Object.assign(jsonSchema, { type: "string", pattern: "^\\d+$" });
      if (jsonSchema.format !== undefined && SAID_BY_FORMAT.has(jsonSchema.format)) delete jsonSchema.pattern;
      if (jsonSchema.pattern === YUAN_PATTERN) Object.assign(jsonSchema, { format: "yuan", examples: ["1234.56"] });
      if (jsonSchema.minLength === 0) delete jsonSchema.minLength;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return json as JsonSchema;
}

/** The same object without some of its properties; alternatives are treated one by one. */
export function without(schema: JsonSchema, names: ReadonlySet<string>): JsonSchema {
  if (names.size === 0) return schema;
  const changed: Record<string, unknown> = { ...schema };
  for (const key of ["anyOf", "oneOf", "allOf"] as const) {
    const parts = schema[key];
    if (Array.isArray(parts)) changed[key] = parts.map((part: JsonSchema) => without(part, names));
  }
  if (schema.properties) changed["properties"] = Object.fromEntries(Object.entries(schema.properties).filter(([name]) => !names.has(name)));
  if (schema.required) {
    const required = schema.required.filter((name) => !names.has(name));
    if (required.length > 0) changed["required"] = required;
    else delete changed["required"];
  }
  return changed as JsonSchema;
}

/** Every property that some alternative of the schema has, and whether each has to be there. */
export function propertiesOf(schema: JsonSchema): Map<string, { readonly schema: JsonSchema; readonly required: boolean }> {
  const found = new Map<string, { schema: JsonSchema; required: boolean }>();
  for (const [name, property] of Object.entries(schema.properties ?? {})) found.set(name, { schema: property, required: schema.required?.includes(name) ?? false });
  for (const part of (schema["allOf"] as JsonSchema[] | undefined) ?? []) for (const [name, property] of propertiesOf(part)) found.set(name, property);
  const alternatives = [...((schema["anyOf"] as JsonSchema[] | undefined) ?? []), ...((schema["oneOf"] as JsonSchema[] | undefined) ?? [])];
  for (const alternative of alternatives) {
    for (const [name, property] of propertiesOf(alternative)) if (!found.has(name)) found.set(name, { schema: property.schema, required: false });
  }
  return found;
}
