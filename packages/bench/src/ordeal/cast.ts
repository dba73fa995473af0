import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { anyFreePort } from "@ttx/launcher/ports";
import { runNode } from "../program.ts";
import { PROJECT } from "../project.ts";

/** A process of the platform that comes back whenever it is killed. */
export type Actor = { readonly name: string; readonly url: string | undefined; /** Milliseconds since it was last started. */ age(): number; kill(): void; end(): Promise<void> };

const SKEW = pathToFileURL(fileURLToPath(new URL("./skewed-clock.mjs", import.meta.url))).href;
const PROGRAMS = {
  live: { cwd: "apps/portal", build: "scripts/build-server.mjs", file: "live.mjs" },
  worker: { cwd: "apps/worker", build: "build.mjs", file: "main.mjs" },
} as const;

/** Bundles the programs of the cast, apart from those that a running installation uses. Returns the folder's name and how to take it away. */
export async function rehearse(): Promise<{ readonly outdir: string; readonly clear: () => void }> {
  const outdir = `dist/ordeal-${process.pid}`;
  const places = Object.values(PROGRAMS).map(({ cwd, build }) => ({ cwd: path.join(PROJECT, cwd), build }));
  await Promise.all(places.map(({ cwd, build }) => runNode([build, outdir], process.env, cwd)));
  return { outdir, clear: () => places.forEach(({ cwd }) => rmSync(path.join(cwd, outdir), { recursive: true, force: true })) };
}

/** Starts the process; its clock may go wrong by some seconds. */
export async function enter(kind: keyof typeof PROGRAMS, name: string, env: NodeJS.ProcessEnv, folder: string, outdir: string, skewMs = 0): Promise<Actor> {
  const { cwd, file } = PROGRAMS[kind];
  const port = kind === "live" ? await anyFreePort() : undefined;
  mkdirSync(folder, { recursive: true });
  let child: ChildProcess | undefined;
  let wanted = true;
  let startedAt = performance.now();
  const start = (): void => {
    startedAt = performance.now();
    const log = openSync(path.join(folder, `${name}.log`), "a");
    child = spawn(process.execPath, [...(skewMs === 0 ? [] : ["--import", SKEW]), path.join(outdir, file)], {
      cwd: path.join(PROJECT, cwd),
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
