import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { isAlive } from "../src/postgres/pid-file.ts";
import { afterDeath } from "../src/restart-policy.ts";
import { lastWords, supervise, turnLog } from "../src/supervised.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ttx-supervised-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, code: string): string {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  return file;
}

describe("X2 start: a process that dies", () => {
  it.each([
    [[0], { kind: "restart", delayMs: 500 }],
    [[0, 1_000], { kind: "restart", delayMs: 1_000 }],
    [[0, 1_000, 2_000, 3_000], { kind: "restart", delayMs: 4_000 }],
    [[0, 1_000, 2_000, 3_000, 4_000], { kind: "give-up" }],
    [[0, 15_000, 30_000, 45_000, 61_000], { kind: "restart", delayMs: 4_000 }],
    [[0, 100_000, 200_000, 300_000, 400_000, 500_000], { kind: "restart", delayMs: 500 }],
  ])("deaths at %o ms: %o", (deaths, expected) => expect(afterDeath(deaths)).toEqual(expected));

  it("is started again with a message that gives its last words", async () => {
    const marker = path.join(folder, "second");
    const file = program("dies-once", `import fs from "node:fs"; if (fs.existsSync(${JSON.stringify(marker)})) setInterval(() => {}, 1000); else { fs.writeFileSync(${JSON.stringify(marker)}, ""); console.log("error: no luck"); process.exit(3); }`);
    const lines: string[] = [];
    const giveUp = vi.fn();
    const one = supervise({ name: "worker", cwd: folder, args: [file], env: process.env, logFile: path.join(folder, "one.log") }, giveUp, (line) => lines.push(line));
    one.start();
    await vi.waitUntil(() => lines.length > 0 && one.pid !== undefined, { timeout: 10_000 });
    expect(lines).toEqual(["! the worker ended with exit code 3; it is started again in 0.5 s (last words: error: no luck)"]);
    const { pid } = one;
    await one.stop();
    expect(pid !== undefined && isAlive(pid)).toBe(false);
    expect(giveUp).not.toHaveBeenCalled();
  });

  it("is stopped in order, with whatever it had started itself", async () => {
    const note = path.join(folder, "child.pid");
    const file = program("parent", `import fs from "node:fs"; import { spawn } from "node:child_process"; const c = spawn(process.execPath, ["-e", "setInterval(()=>{},1000)"]); fs.writeFileSync(${JSON.stringify(note)}, String(c.pid)); process.on("SIGTERM", () => { console.log("in order"); process.exit(0); }); setInterval(() => {}, 1000);`);
    const log = path.join(folder, "parent.log");
    const one = supervise({ name: "portal", cwd: folder, args: [file], env: process.env, logFile: log }, () => undefined, () => undefined);
    one.start();
    await vi.waitUntil(() => existsSync(note) && readFileSync(note, "utf8") !== "", { timeout: 10_000 });
    await one.stop();
    expect(readFileSync(log, "utf8")).toContain("in order");
    const child = Number(readFileSync(note, "utf8"));
    await vi.waitUntil(() => !isAlive(child) || readFileSync(`/proc/${child}/stat`, "utf8").includes(") Z "), { timeout: 5_000 });
  });

  it("keeps the log of the run before, and finds the telling line", () => {
    const log = path.join(folder, "old.log");
    writeFileSync(log, "starting\nError: cannot find module x\n    at somewhere\n");
    expect(lastWords(log)).toBe("Error: cannot find module x");
    turnLog(log);
    expect(existsSync(log)).toBe(false);
    expect(readFileSync(path.join(folder, "old.previous.log"), "utf8")).toContain("starting");
    expect(lastWords(log)).toBe("");
  });
});
