import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { SHARED_TEXTS, type Texts } from "@ttx/domain/shared/texts";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { PROBLEM_TEXTS } from "../src/problem-texts.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const DOMAIN = path.join(ROOT, "packages/domain/src");
const FOLDERS = ["packages/domain/src", "packages/api/src", "apps/portal", "apps/worker/src"];

/** Which argument of a call is the code of a refusal. */
const CODE_ARGUMENT: Readonly<Record<string, number>> = { DomainError: 0, refuse: 0, invalidField: 1, doorProblem: 1 };
const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/(^|\/)(node_modules|generated|\.next|dist|e2e|test)(\/|$)/.test(file))
    .map((file) => path.join(ROOT, folder, file));
}

/** Every text an expression can become, as far as it stands in the source: a literal, or a choice between literals. */
function literals(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isConditionalExpression(expression)) return [...literals(expression.whenTrue), ...literals(expression.whenFalse)];
  if (ts.isParenthesizedExpression(expression)) return literals(expression.expression);
  if (ts.isBinaryExpression(expression)) return [...literals(expression.left), ...literals(expression.right)];
  return [];
}

function codesIn(file: string): { code: string; where: string }[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: { code: string; where: string }[] = [];
  const note = (expression: ts.Expression | undefined): void => {
    if (!expression) return;
    for (const code of literals(expression)) {
      const { line } = source.getLineAndCharacterOfPosition(expression.getStart());
      found.push({ code, where: `${path.relative(ROOT, file)}:${line + 1}` });
    }
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression)) {
      const at = CODE_ARGUMENT[node.expression.text];
      if (at !== undefined) note(node.arguments?.[at]);
    }
    // The issues of a schema: params: { code: "SHARES_NOT_100" }, and fields of a refusal: { path: "…", code: "…" }.
    if (ts.isPropertyAssignment(node) && node.name.getText() === "code" && ts.isObjectLiteralExpression(node.parent)) {
      const siblings = node.parent.properties.map((property) => property.name?.getText());
      const ofParams = ts.isPropertyAssignment(node.parent.parent) && node.parent.parent.name.getText() === "params";
      if (ofParams || (siblings.includes("path") && !siblings.includes("params"))) note(node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(({ code }) => CODE.test(code));
}

describe("X2 problem texts", () => {
  const codes = FOLDERS.flatMap(sources).flatMap(codesIn);

  it("finds codes at all", () => {
    const names = new Set(codes.map(({ code }) => code));
    expect(names).toContain("CHANGED_MEANWHILE");
    expect(names).toContain("CURSOR_INVALID");
    expect(names).toContain("AMOUNT_NOT_POSITIVE");
    expect(names.size).toBeGreaterThan(20);
  });

  it("has a sentence for every code that a refusal anywhere in the source carries", () => {
    const missing = codes.filter(({ code }) => !(code in PROBLEM_TEXTS)).map(({ code, where }) => `${code} (${where})`);
    expect([...new Set(missing)]).toEqual([]);
  });

  it("means one thing by each code, whichever feature words it", async () => {
    const sets: [feature: string, texts: Texts][] = [["shared", SHARED_TEXTS]];
    for (const feature of readdirSync(DOMAIN).filter((name) => existsSync(path.join(DOMAIN, name, "index.ts")))) {
      const door = (await import(pathToFileURL(path.join(DOMAIN, feature, "index.ts")).href)) as Record<string, unknown>;
      for (const [name, texts] of Object.entries(door)) if (name.endsWith("_TEXTS") && Object.keys(texts as object).every((code) => CODE.test(code))) sets.push([feature, texts as Texts]);
    }
    const worded = new Map<string, { feature: string; zh: string }>();
    const conflicts: string[] = [];
    for (const [feature, texts] of sets) {
      for (const [code, { zh }] of Object.entries(texts)) {
        const earlier = worded.get(code);
        if (earlier && earlier.zh !== zh) conflicts.push(`${code}: ${earlier.feature} and ${feature}`);
        else worded.set(code, { feature, zh });
      }
    }
    expect(conflicts).toEqual([]);
  });

  it("has a Chinese and an English sentence for each, that end as sentences do and fill the same places", () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [code, { zh, en }] of Object.entries(PROBLEM_TEXTS)) {
      expect(zh, code).toMatch(/[\u4e00-\u9fff].*[。！？]$/s);
      expect(en, code).toMatch(/[.!?]$/);
      expect(places(en), code).toEqual(places(zh));
    }
  });
});
