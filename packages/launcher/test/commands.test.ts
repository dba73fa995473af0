import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT } from "../src/project.ts";

const { scripts } = JSON.parse(readFileSync(path.join(PROJECT, "package.json"), "utf8")) as { scripts: Record<string, string> };
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const bin = /^node (packages\/launcher\/bin\/(\S+)\.mjs)$/.exec(script);
  return bin?.[1] && bin[2] ? [{ name, bin: bin[1], main: `packages/launcher/src/${bin[2]}.main.ts` }] : [];
});

describe("X2 start: the commands", () => {
  it("are all there", () => {
    expect(commands.map(({ name }) => name).sort()).toEqual(["auction:verify", "audit:verify", "bench", "dev", "doctor", "migration:new", "reset", "start", "test"]);
  });

  it.each(commands)("npm run $name has its two files, the first without any dependency", ({ bin, main }) => {
    expect(existsSync(path.join(PROJECT, main))).toBe(true);
    for (const file of [bin, "packages/launcher/bootstrap/hand-over.mjs", "packages/launcher/bootstrap/install.mjs", "packages/launcher/bootstrap/node-version.mjs"]) {
      const imports = [...readFileSync(path.join(PROJECT, file), "utf8").matchAll(/^import .* from "([^"]+)"/gm)].map((match) => match[1] ?? "");
      expect(imports.filter((name) => !/^(node:|\.)/.test(name))).toEqual([]);
    }
  });
});
