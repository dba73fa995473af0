import { describe, expect, it } from "vitest";
import { schemaLines, shapesFor, sharedIn, typeOf } from "./schema-lines.ts";

describe("X4 documentation: schemas as lines", () => {
  it("shows properties from outside in, with what is required and what limits them", () => {
    expect(
      schemaLines({
        type: "object",
        required: ["title"],
        properties: { title: { type: "string", minLength: 2, maxLength: 60 }, parts: { type: "array", maxItems: 9, items: { type: "object", required: ["share"], properties: { share: { type: "integer", minimum: 0 } } } } },
      }),
    ).toEqual([
      { depth: 0, name: "title", type: "string", required: true, limits: "length ≥ 2 · length ≤ 60" },
      { depth: 0, name: "parts", type: "object[]", required: false, limits: "items ≤ 9" },
      { depth: 1, name: "share", type: "integer", required: true, limits: "≥ 0" },
    ]);
  });

  it("numbers alternatives", () => {
    const lines = schemaLines({ oneOf: [{ properties: { a: { const: "x" } } }, { properties: { b: { type: "string", format: "uuid" } } }] });
    expect(lines.map(({ depth, name, type }) => [depth, name, type])).toEqual([[0, "1/2", ""], [1, "a", '"x"'], [0, "2/2", ""], [1, "b", "string (uuid)"]]);
  });

  it("names the shared shapes in a schema, each once", () => {
    const listing = { $ref: "#/components/schemas/ListingRow" };
    expect(sharedIn({ properties: { a: listing, b: { type: "array", items: listing } } })).toEqual(["ListingRow"]);
    const seller = { $ref: "#/components/schemas/Seller" };
    expect(shapesFor({ ListingRow: { properties: { seller, like: listing } }, Seller: { type: "object" }, Other: {} }, { items: listing })).toEqual(["ListingRow", "Seller"]);
  });

  it.each<[object, string]>([
    [{ enum: ["A", "B"] }, '"A" | "B"'],
    [{ anyOf: [{ type: "string" }, { type: "null" }] }, "string | null"],
    [{}, "any"],
    [{ type: "array", items: { $ref: "#/components/schemas/ListingRow" } }, "ListingRow[]"],
    [{ type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] } }, "(string | null)[]"],
    [{ type: "array", prefixItems: [{ type: "string" }, { type: "number" }] }, "[string, number]"],
  ])("names the type of %j", (schema, expected) => expect(typeOf(schema as never)).toBe(expected));
});
