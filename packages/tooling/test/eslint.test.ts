import path from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import { LINT_FIXTURES } from "./lint-fixtures.ts";

const project = path.resolve(import.meta.dirname, "../../..");
const eslint = new ESLint({ cwd: project, overrideConfigFile: path.join(project, "packages/tooling/eslint.config.mjs") });

/** The rules that a text breaks when it stands in this file; every finding must be an error. */
async function broken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(project, file) });
  const findings = result?.messages ?? [];
  expect(findings.filter(({ severity }) => severity !== 2)).toEqual([]);
  return [...new Set(findings.map(({ ruleId, message }) => ruleId ?? message))];
}

describe("lint: every rule bites", () => {
  it.each(LINT_FIXTURES.flatMap(({ rule, breaks }) => breaks.map(([file, code]) => ({ rule, file, code }))))("$rule refuses $code in $file", async ({ rule, file, code }) => {
    expect(await broken(file, code)).toEqual([rule]);
  });

  it.each(LINT_FIXTURES.flatMap(({ rule, keeps }) => keeps.map(([file, code]) => ({ rule, file, code }))))("$rule lets $code pass in $file", async ({ file, code }) => {
    expect(await broken(file, code)).toEqual([]);
  });

  it("has a fixture for every rule of our own", async () => {
    const config = (await eslint.calculateConfigForFile(path.join(project, "packages/domain/src/listing/publish.ts"))) as { rules: Record<string, [number]> };
    const own = Object.entries(config.rules).filter(([name, [severity]]) => name.startsWith("ttx/") && severity > 0).map(([name]) => name);
    expect(own.filter((name) => !LINT_FIXTURES.some(({ rule }) => rule === name))).toEqual([]);
  });
});
