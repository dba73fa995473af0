import { rawEndpoint, type Endpoint, type RawEndpoint } from "../door/endpoint.ts";
import { openApiDocument } from "../openapi/document.ts";

/** The description of all endpoints, this one included; made once for each language. */
export function openApiEndpoint(endpoints: () => readonly Endpoint[]): RawEndpoint {
  const made = new Map<string, string>();
  return rawEndpoint(
    "GET",
    "/openapi.json",
    ["reference.read"],
    { zh: "本接口文档（OpenAPI 3.1）；语言由 Accept-Language 决定", en: "This document (OpenAPI 3.1), in the language of Accept-Language" },
    async ({ deps: { config }, language }) => {
      const version = [language, config.mode, config.publicUrl].join(" ");
      const text = made.get(version) ?? JSON.stringify(openApiDocument({ endpoints: endpoints(), publicUrl: config.publicUrl, production: config.mode === "production", language }));
      made.set(version, text);
      return new Response(text, { headers: { "content-type": "application/json; charset=utf-8", "cache-control": "public, max-age=300", vary: "accept-language" } });
    },
    {
      open: true,
      tag: "documentation",
      answerSchema: { type: "object", required: ["openapi", "info", "paths"], properties: { openapi: { const: "3.1.1" }, info: { type: "object" }, servers: { type: "array" }, tags: { type: "array" }, security: { type: "array" }, paths: { type: "object" }, components: { type: "object" } } },
    },
  );
}
