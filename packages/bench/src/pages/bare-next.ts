import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Row } from "../../bare-next/rows.tsx";
import type { BenchRun } from "../bench.ts";
import { runNode } from "../program.ts";
import { PROJECT } from "../project.ts";
import { serve, type Served } from "../serve.ts";

const HOME = path.join(PROJECT, "packages/bench/bare-next");
const NEXT = path.join(PROJECT, "packages/bench/node_modules/next/dist/bin/next");

/** Builds and starts the bare Next app with these rows: the other side of every comparison, made anew in the same run. */
export async function serveBareNext(run: BenchRun, rows: readonly Row[]): Promise<Served> {
  const file = path.join(run.folder, "rows.json");
  writeFileSync(file, JSON.stringify(rows));
  const env = { ...run.env, NODE_ENV: "production" as const, BENCH_ROWS: file, NEXT_TELEMETRY_DISABLED: "1" };
  run.say("building the bare Next app");
  rmSync(path.join(HOME, ".next"), { recursive: true, force: true });
  await runNode([NEXT, "build"], env, HOME);
  return serve(run, { name: "bare-next", cwd: HOME, args: (port) => [NEXT, "start", "--port", String(port)], env, ready: "/" });
}
