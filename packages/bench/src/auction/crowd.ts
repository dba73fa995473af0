import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { BenchRun } from "../bench.ts";

type Where = { readonly host: string; readonly port: number; readonly path: string };
type Acts = {
  open(given: Where & { readonly count: number }): Promise<null>;
  flood(given: Where & { readonly seconds: number; readonly headers: string; readonly bodies: readonly string[] }): Promise<{ readonly perSecond: number; readonly bytes: number }>;
  reset(): Promise<null>;
  report(): Promise<{ readonly deliveries: number; readonly bids: number; readonly broken: number; readonly p50: number; readonly p99: number; readonly most: number }>;
  close(): Promise<null>;
};
export type Crowd = Acts & { end(): void };

/** A process of its own full of watchers. */
export function gatherCrowd(run: BenchRun): Crowd {
  const child = fork(fileURLToPath(new URL("./crowd.mjs", import.meta.url)), { execArgv: [], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  run.atEnd(async () => void child.kill());
  const act = <Answer>(name: keyof Acts, given?: unknown): Promise<Answer> =>
    new Promise((resolve, reject) => {
      child.once("message", (message: { answer: Answer; error?: string }) => (message.error === undefined ? resolve(message.answer) : reject(new Error(message.error))));
      child.send({ act: name, given });
    });
  return {
    open: (given) => act("open", given),
    flood: (given) => act("flood", given),
    reset: () => act("reset"),
    report: () => act("report"),
    close: () => act("close"),
    end: () => void child.kill(),
  };
}

export function whereOf(url: string, path: string): Where {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port), path };
}
