import { ENDPOINTS, openApiDocument, type OpenApiDocument, type Operation } from "@ttx/api";
import type { Lang } from "@ttx/ui/text";
import { deps } from "#runtime/deps.ts";
import { shapesFor, type Schema } from "./schema-lines.ts";

export type ApiOperation = { readonly path: string; readonly method: string; readonly operation: Operation };
/** Something that several answers have in common, by its name. */
export type ApiShape = { readonly name: string; readonly schema: Schema };
/** What the API has about one thing, with every address of it. */
export type ApiPart = { readonly name: string; readonly description: string; readonly operations: readonly ApiOperation[]; readonly shapes: readonly ApiShape[] };

/** The API as the documentation pages show it: a guide that holds for all of it, and its parts. */
export function apiParts(lang: Lang): { readonly info: OpenApiDocument["info"]; readonly parts: readonly ApiPart[] } {
  const { config } = deps();
  const { info, tags, paths, components: { schemas } } = openApiDocument({ endpoints: ENDPOINTS, publicUrl: config.publicUrl, production: config.mode === "production", language: lang });
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const parts = tags.map((tag) => {
    const here = operations.filter(({ operation }) => operation.tags.includes(tag.name));
    return { ...tag, operations: here, shapes: shapesFor(schemas, here.map(({ operation }) => operation.responses)).map((name) => ({ name, schema: schemas[name]! })) };
  });
  return { info, parts };
}
