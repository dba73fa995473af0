import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterDeath } from "./restart-policy.ts";

export interface ProcessPlan {
  readonly name: string;
  readonly cwd: string;
  /** Node's own arguments: the file and what follows it. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Where its words go; undefined shows them in the terminal. */
  readonly logFile: string | undefined;
}

export interface Supervised {
  readonly name: string;
  readonly pid: number | undefined;
  start(): void;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const GUARD = fileURLToPath(new URL("../bootstrap/end-with-launcher.mjs", import.meta.url));
const PATIENCE_MS = 15_000;

/** A process that is started again when it dies, and given up with a reason when it dies too often. */
export function supervise(plan: ProcessPlan, giveUp: (reason: string) => void, say: (line: string) => void = console.log): Supervised {
  const deathsAt: number[] = [];
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wanted = false;

  const start = (): void => {
    wanted = true;
    const output = plan.logFile ? openLog(plan.logFile) : "inherit";
    const started = spawn(process.execPath, ["--import", GUARD, ...plan.args], {
      cwd: plan.cwd,
      env: plan.env,
      detached: true, // Ctrl-C reaches the launcher alone, which stops things in order
      stdio: ["ignore", output, output, "ipc"],
    });
    if (typeof output === "number") closeSync(output);
    child = started;
    let done = false;
    const ended = (how: string): void => {
      if (done) return;
      done = true;
      if (child === started) child = undefined;
      if (wanted) died(how);
    };
    started.once("exit", (code, signal) => ended(signal ? `was ended by ${signal}` : `ended with exit code ${code}`));
    started.once("error", (error) => ended(`could not be started: ${error.message}`));
  };

  const died = (how: string): void => {
    deathsAt.push(Date.now());
    const next = afterDeath(deathsAt);
    const words = plan.logFile ? lastWords(plan.logFile) : "";
    if (next.kind === "give-up") {
      wanted = false;
      giveUp(`the ${plan.name} ${how}, the fifth time within a minute${words && `; its last words: ${words}`}`);
      return;
    }
    say(`! the ${plan.name} ${how}; it is started again in ${next.delayMs / 1000} s${words && ` (last words: ${words})`}`);
    timer = setTimeout(start, next.delayMs);
  };

  const stop = async (): Promise<void> => {
    wanted = false;
    clearTimeout(timer);
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => ending.once("exit", () => resolve()));
    ending.kill("SIGTERM");
    const force = setTimeout(() => killGroup(ending), PATIENCE_MS);
    await gone;
    clearTimeout(force);
    killGroup(ending); // whatever it had started itself
  };

  return {
    name: plan.name,
    get pid() {
      return child?.pid;
    },
    start,
    stop,
    restart: async () => {
      await stop();
      start();
    },
  };
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody of the group is left.
  }
}

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, "a", 0o600);
}

/** Puts the log of the last run aside, so that a log never grows past one run. */
export function turnLog(file: string): string {
  if (existsSync(file)) renameSync(file, file.replace(/\.log$/, ".previous.log"));
  return file;
}

/** The last line that sounds like a reason, shortened for one line of the terminal. */
export function lastWords(file: string): string {
  if (!existsSync(file)) return "";
  const lines = readFileSync(file, "utf8").slice(-8_000).split("\n").map((line) => line.trim());
  const telling = lines.filter((line) => /error|cannot|could not|missing|fatal|no space/i.test(line) && !line.startsWith("at "));
  return (telling.at(-1) ?? "").slice(0, 300);
}
