import ts from "typescript";
import { describe, expect, it } from "vitest";
import { TypeWalk, type Schema } from "./type-walk.ts";

const FILE = "/answers/subject.ts";
const TYPES = `
  type Fen = bigint & { readonly unit: "fen" };
  type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
  interface Tree { readonly name: string; readonly branches: readonly Tree[] }
  type State = "OPEN" | "CLOSED";
  enum Kind { A = "a", B = "b" }
`;

/** The schema of one type, and the shared schemas that it needs. */
function walked(type: string): { readonly schema: Schema; readonly schemas: Readonly<Record<string, Schema>> } {
  const text = `${TYPES}\ntype Subject = { readonly value: ${type} };\nexport {};`;
  const options: ts.CompilerOptions = { strict: true, target: ts.ScriptTarget.ES2023, lib: ["lib.es2023.d.ts"], types: [] };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...others) => (name === FILE ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true) : read(name, ...others));
  const program = ts.createProgram([FILE], options, host);
  const checker = program.getTypeChecker();
  const subject = program.getSourceFile(FILE)!.statements.find((one) => ts.isTypeAliasDeclaration(one) && one.name.text === "Subject") as ts.TypeAliasDeclaration;
  const walk = new TypeWalk(checker);
  const schema = walk.wireSchema(walk.member(checker.getTypeFromTypeNode(subject.type), "value")!);
  return { schema, schemas: walk.schemas };
}

describe("X4 OpenAPI: from types to the shape of an answer", () => {
  it.each<[string, Schema]>([
    ["string", { type: "string" }],
    ["number | null", { type: ["null", "number"] }],
    ["boolean", { type: "boolean" }],
    ["true", { type: "boolean", enum: [true] }],
    ["void", { type: "null" }],
    ["Date", { type: "string", format: "date-time" }],
    ["bigint", { type: "string", pattern: "^-?\\d+$" }],
    ["Uint8Array", { type: "string", pattern: "^([0-9a-f]{2})*$" }],
    ["State", { type: "string", enum: ["CLOSED", "OPEN"] }],
    ["Kind", { type: "string", enum: ["a", "b"] }],
    ["State | null", { type: ["null", "string"], enum: ["CLOSED", "OPEN", null] }],
    ["readonly Date[]", { type: "array", items: { type: "string", format: "date-time" } }],
    ["readonly (string | undefined)[]", { type: "array", items: { type: ["null", "string"] } }],
    ["[string, number]", { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], minItems: 2, items: false }],
    ["Record<string, number>", { type: "object", additionalProperties: { type: "number" } }],
    ["Json", {}],
    ["unknown", {}],
    ["{ a: string; b?: number; c: string | undefined; run(): void }", { type: "object", properties: { a: { type: "string" }, b: { type: "number" }, c: { type: "string" } }, required: ["a"] }],
    ["{ a: 1 } | { b: 2 }", { anyOf: [{ type: "object", properties: { a: { type: "number", enum: [1] } }, required: ["a"] }, { type: "object", properties: { b: { type: "number", enum: [2] } }, required: ["b"] }] }],
    ["{ a: string } & { b: string }", { type: "object", properties: { a: { type: "string" }, b: { type: "string" } }, required: ["a", "b"] }],
  ])("%s", (type, schema) => expect(walked(type)).toEqual({ schema, schemas: {} }));

  it("an amount loses its Fen and becomes decimal text of yuan", () => {
    expect(walked("{ priceFen: Fen; reserveFen: bigint | null; Fen: string }").schema).toMatchObject({
      properties: { price: { type: "string", format: "yuan" }, reserve: { type: ["string", "null"], format: "yuan" }, Fen: { type: "string" } },
      required: ["price", "reserve", "Fen"],
    });
  });

  it("a type that holds itself becomes a shared shape", () => {
    const tree = { $ref: "#/components/schemas/CodeTree" };
    const { schema, schemas } = walked("Tree");
    const [name] = Object.keys(schemas);
    expect(schema).toEqual({ $ref: `#/components/schemas/${name}` });
    expect(JSON.parse(JSON.stringify(schemas[name!]).replaceAll(`schemas/${name}`, "schemas/CodeTree"))).toEqual({
      type: "object",
      properties: { name: { type: "string" }, branches: { type: "array", items: tree } },
      required: ["name", "branches"],
    });
  });
});
