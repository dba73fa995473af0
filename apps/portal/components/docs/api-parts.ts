import { ENDPOINTS, openApiDocument, type OpenApiDocument, type Operation } from "@ttx/api";
import type { Lang } from "@ttx/ui/text";
import { deps } from "#runtime/deps.ts";

export type ApiOperation = { readonly path: string; readonly method: string; readonly operation: Operation };
/** What the API has about one thing, with every address of it. */
export type ApiPart = { readonly name: string; readonly description: string; readonly operations: readonly ApiOperation[] };

/** The API as the documentation pages show it: a guide that holds for all of it, and its parts. */
export function apiParts(lang: Lang): { readonly info: OpenApiDocument["info"]; readonly parts: readonly ApiPart[] } {
  const { config } = deps();
  const { info, tags, paths } = openApiDocument({ endpoints: ENDPOINTS, publicUrl: config.publicUrl, production: config.mode === "production", language: lang });
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  return { info, parts: tags.map((tag) => ({ ...tag, operations: operations.filter(({ operation }) => operation.tags.includes(tag.name)) })) };
}
