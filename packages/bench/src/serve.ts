import path from "node:path";
import { supervise } from "@ttx/launcher/supervised";
import { anyFreePort } from "@ttx/launcher/ports";
import type { BenchRun } from "./bench.ts";

export interface Served {
  readonly url: string;
}

export interface Server {
  readonly name: string;
  readonly cwd: string;
  readonly args: (port: number) => readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** A path that answers 200 as soon as the server can serve. */
  readonly ready: string;
}

/** Starts a server, with its words in a log file, and waits until it answers. If it dies while it is measured, requests fail and the run with them. */
export async function serve(run: BenchRun, { name, cwd, args, env, ready }: Server): Promise<Served> {
  const port = await anyFreePort();
  const logFile = path.join(run.folder, `${name}.log`);
  const url = `http://localhost:${port}`;
  const child = supervise({ name, cwd, args: args(port), env: { ...env, PORT: String(port), NODE_ENV: "production", TTX_PUBLIC_URL: url, NEXTAUTH_URL: url }, logFile }, (reason) => run.say(reason), run.say);
  run.atEnd(() => child.stop());
  child.start();
  const deadline = performance.now() + 60_000;
  while (!(await answers(url + ready))) {
    if (performance.now() > deadline) throw new Error(`${name} did not answer within a minute; its log is ${logFile}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { url };
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
