import { availableParallelism } from "node:os";
import { bring, GENERATE } from "../build.ts";
import { turbo, workspaceCommand, type CommandResult } from "../workspace-command.ts";
import { oneCheck, type Counts } from "./counts.ts";
import type { Stage } from "./stages.ts";

export function verdict({ ok, output }: CommandResult): Counts {
  if (!ok) process.stdout.write(output);
  return oneCheck(ok);
}

const node = (...args: string[]): string[] => [process.execPath, ...args];

export const GENERATED: Stage = {
  name: "generate",
  groups: ["static", "unit", "e2e"],
  needs: [],
  run: async () => {
    await bring(GENERATE);
    return oneCheck(true);
  },
};

export const STATIC: readonly Stage[] = [
  {
    name: "type-check",
    groups: ["static"],
    needs: ["generate"],
    // As many packages at once as there are cores, each by one checker: several checkers of one program each work out the types that they share.
    // What is generated stands there already (--only): put there once more it would be gone for a moment under the others' hands.
    run: async () => verdict(await turbo("typecheck", "--only", "--continue", `--concurrency=${Math.min(4, availableParallelism())}`, "--", "--checkers", "1")),
  },
  {
    name: "lint",
    groups: ["static"],
    needs: [],
    alongside: true,
    run: async () => verdict(await workspaceCommand(node("node_modules/eslint/bin/eslint.js", ".", "--max-warnings=0", "--cache", "--cache-location=.data/eslint-cache", "--cache-strategy=content"))),
  },
  {
    name: "module boundaries",
    groups: ["static"],
    needs: ["generate"],
    alongside: true,
    run: async () => verdict(await workspaceCommand(node("node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "--config", "packages/tooling/boundaries.cjs", "packages", "apps"))),
  },
];
