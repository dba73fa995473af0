import { readFileSync } from "node:fs";
import path from "node:path";
import { supervise, type Supervised } from "@ttx/launcher/supervised";
import { anyFreePort } from "@ttx/launcher/ports";
import type { BenchRun } from "../bench.ts";
import { bundle } from "../bundle.ts";

export type Program = { readonly name: string; readonly cwd: string; readonly args: readonly string[]; readonly ready: string };
export type Started = { readonly url: string; readonly process: Supervised; readonly rssKb: () => number };

/** On a machine that others use too a start takes its time. */
const START_WITHIN_MS = 180_000;

/** Bids and event streams in a process of their own, bundled as they stand. */
export async function liveProgram(run: BenchRun): Promise<Program> {
  const programs = await bundle("live");
  run.atEnd(async () => programs.clear());
  const { cwd, file } = programs.of("live");
  return { name: "live", cwd, args: [file], ready: "/api/health/ready" };
}

/** Starts a program on a free port and waits until it answers. The caller stops it; the end of the benchmark does in any case. */
export async function startProgram(run: BenchRun, { name, cwd, args, ready }: Program): Promise<Started> {
  const port = await anyFreePort();
  const url = `http://localhost:${port}`;
  const logFile = path.join(run.folder, `${name}.log`);
  const env = { ...run.env, PORT: String(port), HOST: "127.0.0.1", NODE_ENV: "production", TTX_PUBLIC_URL: url, NEXTAUTH_URL: url, TTX_LOG_LEVEL: "warn", TTX_TRUST_PROXY: "1" };
  const process = supervise({ name, cwd, args, env, logFile }, (reason) => run.say(reason), run.say);
  run.atEnd(() => process.stop());
  process.start();
  const deadline = performance.now() + START_WITHIN_MS;
  while (!(await fetch(url + ready).then(async (answer) => (await answer.arrayBuffer(), answer.ok), () => false))) {
    if (performance.now() > deadline) throw new Error(`${name} did not answer in time; its log is ${logFile}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url: `http://127.0.0.1:${port}`, process, rssKb: () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${process.pid}/status`, "utf8"))![1]) };
}
