import { createHash, hash } from "node:crypto";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** JSON with keys in code-point order and no space: equal content, equal text. */
export function canonicalJson(value: Json | undefined): string {
  if (value === undefined || value === null) return "null";
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(",")}]`;
  if (typeof value === "object") {
    const content = value as { readonly [key: string]: Json | undefined };
    let text = "";
    for (const key of Object.keys(content).sort()) {
      const item = content[key];
      if (item !== undefined) text += `${text === "" ? "" : ","}${jsonText(key)}:${canonicalJson(item)}`;
    }
    return `{${text}}`;
  }
  return typeof value === "string" ? jsonText(value) : JSON.stringify(value);
}

/** Printable ASCII in which nothing has to be escaped. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A text as JSON writes it. Most are plain, and to see that costs a third of having them written. */
export function jsonText(value: string): string {
  return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}

/** The hash of a value's canonical JSON, in hex. */
export function canonicalHash(value: Json): string {
  return sha256(canonicalJson(value)).toString("hex");
}

export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  if (parts.length === 1) return hash("sha256", parts[0]!, "buffer");
  const joined = createHash("sha256");
  for (const part of parts) joined.update(part);
  return joined.digest();
}

/** A JSON copy of rows for the record: bigint as decimal text, dates as ISO instants, undefined dropped. */
export function toJson(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "object") {
    return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined).map(([key, item]) => [key, toJson(item)]));
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new TypeError(`cannot be recorded: ${typeof value}`);
}
