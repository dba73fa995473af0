import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const project = path.resolve(import.meta.dirname, "../../..");
const dependenciesOf = (folder: string): Readonly<Record<string, string>> => (JSON.parse(readFileSync(path.join(project, folder, "package.json"), "utf8")) as { dependencies: Record<string, string> }).dependencies;

/** Our packages are bundled into the apps; packages from npm stay outside and are looked for from the app's own folder. */
const BUNDLES = { "apps/portal": ["packages/domain", "packages/queue", "packages/api"], "apps/worker": ["packages/domain", "packages/queue"] } as const;

describe("bundles", () => {
  it.each(Object.entries(BUNDLES))("%s can find what the packages in it need", (app, packages) => {
    const own = dependenciesOf(app);
    const needed = packages.flatMap((folder) => Object.entries(dependenciesOf(folder)).filter(([name]) => !name.startsWith("@ttx/")));
    expect(needed.filter(([name, version]) => own[name] !== version).map(([name, version]) => `${name} ${version}`)).toEqual([]);
  });
});
