import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { environmentFaults, processEnvironment, readSettings } from "../src/settings.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ttx-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY = Buffer.alloc(32, 1).toString("base64");
const PRODUCTION = { TTX_MODE: "production", NEXTAUTH_SECRET: "s", TTX_PUBLIC_URL: "https://exchange.example.org/", TTX_SECRET_KEY: KEY };

describe("X4 settings", () => {
  it("starts as a demo on port 3000 with nothing set", () => {
    expect(readSettings({})).toEqual({ mode: "demo", port: 3000, publicUrl: "http://localhost:3000", databaseUrl: undefined });
  });

  it.each(["NEXTAUTH_SECRET", "TTX_PUBLIC_URL", "TTX_SECRET_KEY"])("production without %s is refused in one sentence that names it", (name) => {
    const faults = environmentFaults({ ...PRODUCTION, [name]: undefined });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} is missing: production mode needs .*\\.$`));
    expect(() => readSettings({ ...PRODUCTION, [name]: "" })).toThrow(name);
  });

  it("production with everything is accepted", () => {
    expect(readSettings(PRODUCTION)).toMatchObject({ mode: "production", publicUrl: "https://exchange.example.org" });
  });

  it.each([
    [{ TTX_MODE: "live" }, "TTX_MODE"],
    [{ PORT: "http" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ TTX_SECRET_KEY: "short" }, "TTX_SECRET_KEY"],
    [{ TTX_PUBLIC_URL: "exchange.example.org" }, "TTX_PUBLIC_URL"],
  ])("%o is one fault", (env, name) => {
    const faults = environmentFaults(env);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(name);
  });

  it("makes secrets once in demo mode, readable by their owner alone", () => {
    const settings = readSettings({});
    const first = processEnvironment({}, settings, "postgresql://x/y", folder);
    const second = processEnvironment({}, settings, "postgresql://x/y", folder);
    expect(second).toEqual(first);
    expect(Buffer.from(first["TTX_SECRET_KEY"] ?? "", "base64")).toHaveLength(32);
    expect(first["NEXTAUTH_SECRET"]).not.toBe(first["TTX_SECRET_KEY"]);
    expect(statSync(path.join(folder, "secrets/secret-key")).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(folder, "secrets")).mode & 0o077).toBe(0);
  });

  it("passes on what was set, and the database", () => {
    const env = processEnvironment({ ...PRODUCTION, REDIS_URL: "redis://r" }, readSettings(PRODUCTION), "postgresql://x/y", folder);
    expect(env).toMatchObject({ DATABASE_URL: "postgresql://x/y", NEXTAUTH_SECRET: "s", TTX_SECRET_KEY: KEY, REDIS_URL: "redis://r", NEXT_TELEMETRY_DISABLED: "1", TTX_STORAGE_DIR: path.join(folder, "files") });
  });
});
