import { spawn, type ChildProcess } from "node:child_process";
import { PROJECT } from "./project.ts";
import { PNPM } from "../bootstrap/install.mjs";

export interface CommandResult {
  readonly ok: boolean;
  readonly output: string;
  readonly milliseconds: number;
}

const QUIET = { NEXT_TELEMETRY_DISABLED: "1", TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", FORCE_COLOR: "0", NO_COLOR: "1" };

const running = new Set<ChildProcess>();

/** Ends every command that still runs, with all that it has started. */
export function endWorkspaceCommands(): void {
  for (const { pid } of running) {
    try {
      if (pid !== undefined) process.kill(-pid, "SIGTERM");
    } catch {
      // It has just ended by itself.
    }
  }
}

/** Runs a program of the workspace and gathers its words; `show` prints them as they come. */
export function workspaceCommand(command: readonly string[], env: NodeJS.ProcessEnv = {}, show = false): Promise<CommandResult> {
  const started = performance.now();
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: PROJECT, env: { ...process.env, ...QUIET, ...env }, stdio: ["ignore", "pipe", "pipe"], detached: true });
    running.add(child);
    let output = "";
    const take = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-2_000_000);
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const end = (ok: boolean): void => {
      running.delete(child);
      resolve({ ok, output, milliseconds: performance.now() - started });
    };
    child.once("error", (error) => {
      output += error.message;
      end(false);
    });
    child.once("close", (code) => end(code === 0));
  });
}

/** A turbo task. pnpm comes through npx and is thereby on the path of the packages' scripts, so none need be installed. */
export function turbo(task: string, ...flags: string[]): Promise<CommandResult> {
  return workspaceCommand(["npx", "--yes", PNPM, "exec", "turbo", "run", task, "--env-mode=loose", "--ui=stream", "--output-logs=errors-only", ...flags]);
}
