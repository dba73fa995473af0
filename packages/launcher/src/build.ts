import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Fault } from "./fault.ts";
import { DATA, PROJECT } from "./project.ts";
import { readStamps, sourceStamp, writeStamp } from "./source-stamp.ts";
import { turbo } from "./workspace-command.ts";

export interface BuildStep {
  readonly task: "generate" | "build";
  readonly inputs: readonly string[];
  /** Files that stand there when the step was done. */
  readonly outputs: readonly string[];
}

const SHARED = ["prisma/schema.prisma", "prisma/models", "pnpm-lock.yaml", "turbo.json", "tsconfig.base.json"];

export const GENERATE: BuildStep = { task: "generate", inputs: ["prisma/schema.prisma", "prisma/models", "packages/domain/prisma.config.ts", "pnpm-lock.yaml"], outputs: ["packages/domain/src/generated/client.ts"] };

/** Packages that start, check or measure the platform and are no part of what is built. */
const OUTSIDE = ["launcher", "tooling", "bench"];
const packages = readdirSync(path.join(PROJECT, "packages")).filter((name) => !OUTSIDE.includes(name)).map((name) => `packages/${name}`);

export const BUILD: BuildStep = {
  task: "build",
  inputs: ["apps/portal", "apps/worker", ...packages, ...SHARED],
  outputs: ["apps/portal/dist/server.mjs", "apps/portal/dist/live.mjs", "apps/portal/.next/BUILD_ID", "apps/worker/dist/main.mjs"],
};

export const STAMPS = path.join(DATA, "build-stamp.json");

export function isUpToDate(step: BuildStep): boolean {
  return step.outputs.every((file) => existsSync(path.join(PROJECT, file))) && readStamps(STAMPS)[step.task] === sourceStamp(PROJECT, step.inputs);
}

/** Runs the step, and no step before it, when its inputs changed since the last time; says which of the two it was. */
export async function bring(step: BuildStep): Promise<"done" | "unchanged"> {
  if (isUpToDate(step)) return "unchanged";
  const stamp = sourceStamp(PROJECT, step.inputs); // before: what is edited meanwhile is built the next time
  const { ok, output } = await turbo(step.task, "--only");
  if (!ok) {
    process.stderr.write(output);
    throw new Fault(buildFault(step.task, output));
  }
  const missing = step.outputs.filter((file) => !existsSync(path.join(PROJECT, file)));
  if (missing.length > 0) throw new Fault(`The step "${step.task}" ended without its result ${missing.join(", ")}.`);
  writeStamp(STAMPS, step.task, stamp);
  return "done";
}

export function buildFault(task: string, output: string): string {
  if (/ENOSPC|No space left/i.test(output)) return "The disk is full: the build could not be written.";
  if (/heap out of memory|JavaScript heap/i.test(output)) return "There is too little memory for the build: 2 GB free are needed.";
  return `The step "${task}" failed; its own words stand above.`;
}
