import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installFault, installStamp, isInstalled } from "../bootstrap/install.mjs";

let root: string;
const put = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "ttx-install-"));
  put("package.json", "{}");
  put("pnpm-lock.yaml", "lockfileVersion: 9");
  put("packages/domain/package.json", "{}");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("X2 start: installing once", () => {
  it("is asked for when there is no stamp, and left out when the stamp fits", () => {
    expect(isInstalled(root)).toBe(false);
    put("node_modules/.ttx-install-stamp", installStamp(root));
    expect(isInstalled(root)).toBe(true);
  });

  it.each(["pnpm-lock.yaml", "package.json", "packages/domain/package.json", "apps/portal/package.json"])("is asked for again when %s changes", (file) => {
    put("node_modules/.ttx-install-stamp", installStamp(root));
    put(file, "changed");
    expect(isInstalled(root)).toBe(false);
  });

  it("does not look at sources", () => {
    put("node_modules/.ttx-install-stamp", installStamp(root));
    put("packages/domain/src/listing.ts", "export {};");
    expect(isInstalled(root)).toBe(true);
  });

  it.each([
    ["ERR_PNPM_OUTDATED_LOCKFILE  Cannot install", "lockfile does not match"],
    ["ENOSPC: no space left on device", "disk is full"],
    ["request failed: getaddrinfo ENOTFOUND", "registry cannot be reached"],
    ["something else", "could not be installed"],
  ])("%s becomes a sentence", (output, sentence) => expect(installFault(output)).toContain(sentence));
});
