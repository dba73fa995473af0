import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { afterAll, describe, expect, it } from "vitest";
import { BOUNDARY_FIXTURES } from "./boundary-fixtures.ts";

const project = path.resolve(import.meta.dirname, "../../..");
const config = path.resolve(import.meta.dirname, "../boundaries.cjs");
const options = await extractOptions(config);
const home = realpathSync(mkdtempSync(path.join(tmpdir(), "ttx-boundaries-")));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The names of the rules that a little project breaks. */
async function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
  const root = mkdtempSync(path.join(home, "project-"));
  for (const [name, content] of Object.entries({ "packages/README.ts": "export {};", "apps/README.ts": "export {};", ...files })) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const { output } = await cruise(["packages", "apps"], { ...options, baseDir: root });
  return [...new Set((output as ICruiseResult).summary.violations.map(({ rule }) => rule.name))].sort();
}

const rules: readonly string[] = (options.ruleSet?.forbidden ?? []).map((rule) => rule.name ?? "");

describe("module boundaries: every rule bites", () => {
  it("has a fixture for every rule", () => {
    expect(BOUNDARY_FIXTURES.map(({ rule }) => rule).sort()).toEqual([...rules].sort());
  });

  it.each(BOUNDARY_FIXTURES)("$rule", async ({ rule, breaks, also = [] }) => {
    expect(await broken(breaks)).toEqual([rule, ...also].sort());
  });

  it.each(BOUNDARY_FIXTURES.flatMap(({ rule, keeps }) => (keeps ? [{ rule, keeps }] : [])))("$rule lets pass what it should", async ({ keeps }) => {
    expect(await broken(keeps)).toEqual([]);
  });

  it("knows every feature folder that there is, each once", async () => {
    const { RANKS } = (await import("../ranks.cjs")) as unknown as { RANKS: readonly string[] };
    expect(new Set(RANKS).size).toBe(RANKS.length);
    const folders = readdirSync(path.join(project, "packages/domain/src"), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "generated");
    expect(folders.map(({ name }) => name).filter((name) => !RANKS.includes(name))).toEqual([]);
  });
});
