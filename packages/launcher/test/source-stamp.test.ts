import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readStamps, sourceFiles, sourceStamp, writeStamp } from "../src/source-stamp.ts";

let root: string;
const put = (file: string, text = "x"): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "ttx-stamp-"));
  put("apps/portal/app/page.tsx");
  put("pnpm-lock.yaml");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const PLACES = ["apps/portal", "pnpm-lock.yaml", "absent"];
const stamp = (): string => sourceStamp(root, PLACES);

describe("X2 start: building only what changed", () => {
  it("changes with a source, its name, or the lockfile", () => {
    const seen = new Set([stamp()]);
    put("apps/portal/app/page.tsx", "y");
    seen.add(stamp());
    put("apps/portal/app/other.tsx", "");
    seen.add(stamp());
    put("pnpm-lock.yaml", "z");
    seen.add(stamp());
    expect(seen.size).toBe(4);
  });

  it.each(["apps/portal/dist/server.mjs", "apps/portal/.next/BUILD_ID", "apps/portal/node_modules/a/index.js", "apps/portal/app/page.test.tsx", "apps/portal/e2e/t2-auction.spec.ts", "apps/portal/tsconfig.tsbuildinfo", "apps/portal/next-env.d.ts", "apps/portal/README.md"])(
    "does not change with %s",
    (file) => {
      const before = stamp();
      put(file);
      expect(stamp()).toBe(before);
    },
  );

  it("lists the files in one order", () => expect(sourceFiles(root, PLACES)).toEqual(["apps/portal/app/page.tsx", "pnpm-lock.yaml"]));

  it("keeps the stamps of several steps, and takes a cut-off file for none", () => {
    const file = path.join(root, ".data/build-stamp.json");
    writeStamp(file, "generate", "1");
    writeStamp(file, "build", "2");
    expect(readStamps(file)).toEqual({ generate: "1", build: "2" });
    writeFileSync(file, "{");
    expect(readStamps(file)).toEqual({});
  });
});
