import { validate } from "@readme/openapi-parser";
import { ACTIONS } from "@ttx/domain/authorisation";
import { YuanText } from "@ttx/domain/shared/input";
import { defineUseCase } from "@ttx/domain/shared/use-case";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { endpoint, rawEndpoint } from "../src/door/endpoint.ts";
import { ENDPOINTS } from "../src/endpoints.ts";
import { answerFaults } from "../src/openapi/answer-faults.ts";
import { ANSWER_SCHEMAS, answerOf, DESCRIBED_ANSWERS } from "../src/openapi/answers.ts";
import { openApiDocument } from "../src/openapi/document.ts";
import { operationIdOf } from "../src/openapi/operation-id.ts";
import { TAG_WORDS } from "../src/openapi/tags.ts";
import { requestPartsOf } from "../src/openapi/request-parts.ts";

const WORDS = { zh: "试", en: "Try" };
const documentOf = (language: "zh" | "en", production = false) => openApiDocument({ endpoints: ENDPOINTS, publicUrl: "https://exchange.example", production, language });

describe("X4 OpenAPI", () => {
  it.each(["zh", "en"] as const)("the document in %s is valid OpenAPI 3.1", async (language) => {
    const outcome = await validate(structuredClone(documentOf(language)) as never);
    expect(outcome).toMatchObject({ valid: true });
  });

  it("is made of nothing but JSON", () => {
    const document = documentOf("zh");
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it("describes every endpoint once, with words in both languages", () => {
    const operations = (language: "zh" | "en") => Object.values(documentOf(language).paths).flatMap((methods) => Object.values(methods));
    expect(operations("zh")).toHaveLength(ENDPOINTS.length);
    const ids = operations("zh").map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { summary, operationId } of operations("zh")) expect(summary, operationId).toMatch(/[\u4e00-\u9fff]/);
    for (const { summary, operationId } of operations("en")) expect(summary, operationId).toMatch(/^[\x20-\x7e–’“”…]+$/);
  });

  it("names every part of the API in both languages", () => {
    expect([...new Set(ENDPOINTS.map(({ tag }) => tag))].filter((tag) => !(tag in TAG_WORDS))).toEqual([]);
  });

  it("says of every endpoint who may call it, and every act it names stands in the policy", () => {
    for (const methods of Object.values(documentOf("en").paths)) {
      for (const operation of Object.values(methods)) {
        for (const act of operation["x-ttx-acts"]) expect(ACTIONS, operation.operationId).toContain(act);
        if (operation["x-ttx-acts"].length > 0) expect(operation.description).toContain("May be called by");
      }
    }
  });

  it("gives every variable part of an address a parameter, and names no parameter twice", () => {
    for (const [path, methods] of Object.entries(documentOf("en").paths)) {
      for (const { operationId, parameters } of Object.values(methods)) {
        const named = parameters.flatMap((parameter) => ("name" in parameter ? [`${parameter.in} ${parameter.name}`] : []));
        for (const [, name] of path.matchAll(/\{(\w+)\}/g)) expect(named, operationId).toContain(`path ${name}`);
        expect(new Set(named).size, operationId).toBe(named.length);
      }
    }
  });

  it("leaves out in production what exists for demonstrations only", () => {
    expect(documentOf("en").paths["/clock/advance"]).toBeDefined();
    expect(documentOf("en", true).paths["/clock/advance"]).toBeUndefined();
    expect(documentOf("en", true).paths["/clock"]).toBeDefined();
  });

  it("makes an operation's name from method and address", () => {
    expect(operationIdOf({ method: "POST", path: "/due-acts/{id}/retry" })).toBe("postDueActsByIdRetry");
    expect(operationIdOf({ method: "GET", path: "/openapi.json" })).toBe("getOpenapiJson");
  });
});

describe("X4 OpenAPI: answers", () => {
  const ids = ENDPOINTS.map(operationIdOf);
  const isFile = (endpoint: (typeof ENDPOINTS)[number]) => endpoint.kind === "raw" && endpoint.produces !== undefined;

  it("says the exact shape of every answer in JSON", () => {
    const bare = ENDPOINTS.filter((endpoint) => !isFile(endpoint)).filter((endpoint) => {
      const { statuses, schema } = answerOf(endpoint);
      return !(statuses.length === 1 && statuses[0] === "204") && (schema === null || Object.keys(schema).length === 0);
    });
    expect(bare.map(operationIdOf), "npm run openapi:answers").toEqual([]);
  });

  it("describes no answer of an endpoint that is gone, or that answers with a file", () => {
    const described = new Set(ENDPOINTS.filter((endpoint) => !isFile(endpoint)).map(operationIdOf));
    expect(DESCRIBED_ANSWERS.filter((id) => !described.has(id)), "npm run openapi:answers").toEqual([]);
  });

  it("has no shared shape that no answer uses, and none is missing", () => {
    const text = JSON.stringify(documentOf("en"));
    const used = new Set([...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name));
    expect(Object.keys(ANSWER_SCHEMAS).filter((name) => !used.has(name))).toEqual([]);
    const known = Object.keys((documentOf("en").components as { schemas: object }).schemas);
    expect([...used].filter((name) => !known.includes(name!))).toEqual([]);
  });

  it("finds an answer that lacks something, has more than is documented, or comes with another status", () => {
    const clock = ENDPOINTS[ids.indexOf("getClock")]!;
    const good = { now: "2026-03-02T01:00:00.000Z", movable: true, mayMove: false, aheadSeconds: 0 };
    expect(answerFaults(clock, 200, good)).toEqual([]);
    expect(answerFaults(clock, 200, { ...good, now: undefined })).toEqual([expect.stringContaining("required property 'now'")]);
    expect(answerFaults(clock, 200, { ...good, secret: "x" })).toEqual([expect.stringContaining("secret")]);
    expect(answerFaults(clock, 200, { ...good, now: "yesterday" })).toEqual([expect.stringContaining("date-time")]);
    expect(answerFaults(clock, 201, good)).toEqual([expect.stringContaining("status 201")]);
  });
});

describe("X4 OpenAPI: taking an input apart", () => {
  const Input = z.object({ listingId: z.uuid(), note: z.string().max(9), count: z.coerce.number().int().default(1) });
  const useCase = defineUseCase("listing.publish", Input, async (ctx, input) => {
    ctx.authorise();
    return input;
  });

  it("finds the path variable under another name, and the rest in the body", () => {
    const { parameters, body } = requestPartsOf(endpoint("POST", "/listings/{id}/publish", useCase, WORDS, { input: ({ params, body }) => ({ ...(body as object), listingId: params["id"] }) }));
    expect(parameters).toEqual([{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } }]);
    expect(body).toMatchObject({ required: true, schema: { required: ["note"], properties: { note: { type: "string", maxLength: 9 }, count: { type: "integer", default: 1 } } } });
    expect(body!.schema.properties).not.toHaveProperty("listingId");
  });

  it("calls an amount an amount", () => {
    const priced = defineUseCase("listing.publish", z.object({ price: YuanText }), async (ctx) => ctx.authorise());
    expect(requestPartsOf(endpoint("POST", "/listings", priced, WORDS)).body!.schema).toMatchObject({ properties: { price: { type: "string", format: "yuan" } } });
  });

  it("puts what is left into the query of a GET", () => {
    const { parameters, body } = requestPartsOf(endpoint("GET", "/listings/{listingId}", useCase, WORDS));
    expect(body).toBeNull();
    expect(parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([["listingId", "path", true], ["note", "query", true], ["count", "query", false]]);
  });

  it("sees that a body is not read, or stands under one name", () => {
    expect(requestPartsOf(endpoint("POST", "/listings/{id}/publish", useCase, WORDS, { input: ({ params }) => ({ listingId: params["id"] }) })).body).toBeNull();
    const nested = defineUseCase("listing.publish", z.object({ listingId: z.uuid(), draft: z.object({ title: z.string() }) }), async (ctx) => ctx.authorise());
    const { body } = requestPartsOf(endpoint("PUT", "/listings/{id}", nested, WORDS, { input: ({ params, body: draft }) => ({ listingId: params["id"], draft }) }));
    expect(body!.schema).toMatchObject({ properties: { title: { type: "string" } } });
  });

  it("takes alternatives apart one by one", () => {
    const either = defineUseCase("listing.publish", z.discriminatedUnion("by", [z.object({ id: z.string(), by: z.literal("a"), x: z.string() }), z.object({ id: z.string(), by: z.literal("b"), y: z.string() })]), async (ctx) => ctx.authorise());
    const { body } = requestPartsOf(endpoint("POST", "/listings/{id}", either, WORDS));
    expect(body!.schema["oneOf"]).toMatchObject([{ required: ["by", "x"] }, { required: ["by", "y"] }]);
  });

  it("describes a raw endpoint by its schema, or by its path alone", () => {
    const bare = rawEndpoint("GET", "/things/{id}", [], WORDS, async () => new Response());
    expect(requestPartsOf(bare)).toEqual({ parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }], body: null });
  });
});
