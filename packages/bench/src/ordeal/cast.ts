import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { anyFreePort } from "@ttx/launcher/ports";
import type { Bundle, Bundled } from "../bundle.ts";

/** A process of the platform that comes back whenever it is killed. */
export type Actor = { readonly name: string; readonly url: string | undefined; /** Milliseconds since it was last started. */ age(): number; kill(): void; end(): Promise<void> };

const SKEW = pathToFileURL(fileURLToPath(new URL("./skewed-clock.mjs", import.meta.url))).href;
/** Starts the process; its clock may go wrong by some seconds. */
export async function enter(kind: Bundled, name: string, env: NodeJS.ProcessEnv, folder: string, programs: Bundle, skewMs = 0): Promise<Actor> {
  const { cwd, file } = programs.of(kind);
  const port = kind === "live" ? await anyFreePort() : undefined;
  mkdirSync(folder, { recursive: true });
  let child: ChildProcess | undefined;
  let wanted = true;
  let startedAt = performance.now();
  const start = (): void => {
    startedAt = performance.now();
    const log = openSync(path.join(folder, `${name}.log`), "a");
    child = spawn(process.execPath, [...(skewMs === 0 ? [] : ["--import", SKEW]), file], {
      cwd,
      env: { ...env, NODE_ENV: "production", TTX_LOG_LEVEL: "warn", TTX_POOL_SIZE: "4", SKEW_MS: String(skewMs), ...(port === undefined ? {} : { PORT: String(port), HOST: "127.0.0.1" }) },
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    child.once("exit", () => (wanted ? setTimeout(start, 100) : undefined));
  };
  start();
  return {
    name,
    url: port === undefined ? undefined : `http://127.0.0.1:${port}`,
    age: () => performance.now() - startedAt,
    kill: () => void child?.kill("SIGKILL"),
    end: async () => {
      wanted = false;
      const ending = child;
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
      const gone = new Promise((resolve) => ending.once("exit", resolve));
      ending.kill("SIGKILL");
      await gone;
    },
  };
}

export async function untilReady(url: string, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await fetch(`${url}/api/health/ready`).then((answer) => answer.ok, () => false))) {
    if (performance.now() > deadline) throw new Error(`${url} did not get ready`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
