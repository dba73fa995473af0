import { rmSync } from "node:fs";
import path from "node:path";
import { runNode } from "./program.ts";
import { PROJECT } from "./project.ts";

const PROGRAMS = {
  live: { cwd: "apps/portal", build: "scripts/build-server.mjs", file: "live.mjs" },
  worker: { cwd: "apps/worker", build: "build.mjs", file: "main.mjs" },
} as const;

export type Bundled = keyof typeof PROGRAMS;
export type Bundle = { readonly of: (program: Bundled) => { readonly cwd: string; readonly file: string }; readonly clear: () => void };

/** Bundles programs of the platform as they stand, apart from those that a running installation uses; pages are not built for it. */
export async function bundle(...programs: readonly Bundled[]): Promise<Bundle> {
  const outdir = `dist/bench-${process.pid}`;
  const cwdOf = (program: Bundled): string => path.join(PROJECT, PROGRAMS[program].cwd);
  await Promise.all(programs.map((program) => runNode([PROGRAMS[program].build, outdir], process.env, cwdOf(program))));
  return {
    of: (program) => ({ cwd: cwdOf(program), file: path.join(outdir, PROGRAMS[program].file) }),
    clear: () => programs.forEach((program) => rmSync(path.join(cwdOf(program), outdir), { recursive: true, force: true })),
  };
}
